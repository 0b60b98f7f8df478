import type { Metadata } from 'next';
import { LetterView } from '@/components/letters/letter-view';
import { ActionForm } from '@/components/ui/action-form';
import { LinkButton } from '@/components/ui/button';
import { SubmitButton, TextField } from '@/components/ui/form-fields';
import { Icon } from '@/components/ui/icon';
import { JalaliDateField } from '@/components/ui/jalali-date-field';
import { Note } from '@/components/ui/note';
import { Section } from '@/components/ui/section';
import { readDraft } from '@/lib/drafts';
import { formatDate, formatJalaliInput } from '@/lib/format/dates';
import { formatDigits } from '@/lib/format/numbers';
import { letterName, LETTERS } from '@/lib/messages/letters';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { getLetterPage, type LetterPage } from '@/lib/services/letters';
import { queryValue } from '@/lib/validation/progress';
import { registerLetter } from '../actions';
import '../letters.css';

export const metadata: Metadata = { title: LETTERS.followUp };

const DONE: Readonly<Record<string, string>> = {
  issued: LETTERS.done,
  again: LETTERS.again,
  registered: LETTERS.registered,
  registered_before: LETTERS.registeredBefore,
};

export default async function LetterIdPage({ params, searchParams }: PageProps<'/reports/letters/[id]'>) {
  const ctx = await getPageContext();
  const { id } = await params;
  const letter = readOrNotFound(() => getLetterPage(ctx, Number(id)));
  const done = DONE[queryValue(await searchParams, 'done') ?? ''];
  const name = letterName(letter.number, letter.year);
  return (
    <div className="wrap page letters">
      <p className="crumb">
        <a href="/reports/letters">{LETTERS.back}</a>
      </p>
      <div className="letters-head">
        <div>
          <h1>{LETTERS.letterTitle(name)}</h1>
          <p className="take">{LETTERS.issuedLine(formatDate(letter.issuedOn), letter.issuedByName)}</p>
        </div>
        <div className="row">
          <LinkButton variant="primary" href={`/reports/letters/${letter.id}/print`}>
            <Icon name="print" />
            {LETTERS.print}
          </LinkButton>
          <LinkButton href={`/reports/letters/${letter.id}/pdf`}>{LETTERS.pdf}</LinkButton>
          <LinkButton variant="quiet" href={`/bodies/${encodeURIComponent(letter.bodyCode)}`}>
            {LETTERS.openBody}
          </LinkButton>
        </div>
      </div>
      {done !== undefined && (
        <Note tone={done === LETTERS.again ? 'warn' : 'ok'} role="status">
          {done}
        </Note>
      )}
      <div className="letter-columns">
        <LetterView letter={letter} />
        <Registry
          letter={letter}
          today={ctx.clock.today()}
          draft={await readDraft(`/reports/letters/${id}`, 'registry')}
        />
      </div>
    </div>
  );
}

/** The secretariat's number, and the form that records it. */
function Registry({
  letter,
  today,
  draft,
}: {
  letter: LetterPage;
  today: LetterPage['issuedOn'];
  draft: Awaited<ReturnType<typeof readDraft>>;
}) {
  const { registration, registrationHistory } = letter;
  const [, ...earlier] = registrationHistory;
  const line = (each: (typeof registrationHistory)[number]) =>
    LETTERS.registryLine(formatDigits(each.registryNumber), formatDate(each.registeredOn));
  return (
    <Section id="registry" title={LETTERS.registryTitle} take={LETTERS.registryTake}>
      {registration === null ? (
        <p className="muted">{LETTERS.notRegistered}</p>
      ) : (
        <p>
          <b>{line(registration)}</b>
          <small className="muted block">
            {LETTERS.registeredBy(registration.recordedByName, formatDate(registration.recordedOn))}
          </small>
        </p>
      )}
      {earlier.length > 0 && (
        <p className="small muted">
          {LETTERS.earlierNumbers}: {earlier.map(line).join('؛ ')}
        </p>
      )}
      {letter.mayRegister && (
        <ActionForm
          id="registry"
          action={registerLetter}
          initialState={draft}
          hidden={{ paperId: String(letter.id), seen: String(registration?.id ?? '') }}
          className="no-print"
        >
          <TextField
            name="registryNumber"
            label={LETTERS.registryNumber}
            maxLength={60}
            dir="ltr"
            autoComplete="off"
            defaultValue={registration === null ? '' : formatDigits(registration.registryNumber)}
          />
          <JalaliDateField
            name="registeredOn"
            label={LETTERS.registeredOn}
            today={today}
            min={letter.issuedOn}
            max={today}
            defaultValue={formatJalaliInput(registration?.registeredOn ?? today)}
          />
          <div>
            <SubmitButton>{LETTERS.registerButton}</SubmitButton>
          </div>
        </ActionForm>
      )}
    </Section>
  );
}
