import type { Metadata } from 'next';
import { RecipientRows } from '@/components/letters/recipient-rows';
import { RecipientsFilter } from '@/components/letters/recipients-filter';
import { ActionForm } from '@/components/ui/action-form';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SubmitButton } from '@/components/ui/form-fields';
import { JalaliDateField } from '@/components/ui/jalali-date-field';
import { Note } from '@/components/ui/note';
import { Problem } from '@/components/ui/problem';
import { addDays } from '@/lib/calendar/civil-date';
import { ANSWER_DAYS_AT_MOST } from '@/lib/domain/letters';
import { readDraft } from '@/lib/drafts';
import { formatJalaliInput } from '@/lib/format/dates';
import { LETTER_LEFT_OUT, LETTERS } from '@/lib/messages/letters';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';
import { getPageContext, readOrExplain, readOrNotFound } from '@/lib/page-context';
import { listRecipients, type Recipient, type Recipients } from '@/lib/services/letter-recipients';
import { mayDo } from '@/lib/services/service-context';
import { parseRecipientsQuery } from '@/lib/validation/letters';
import { issue } from '../actions';
import '../letters.css';

export const metadata: Metadata = { title: LETTERS.newTitle };

const PATH = '/reports/letters/new';

function rowOf({ body, districtName, steps, longest, lastLetterOn }: Recipient, programme: string | null) {
  const query = new URLSearchParams({ body: body.code, ...(programme === null ? {} : { programme }) });
  return {
    code: body.code,
    name: body.name,
    place: `${BODY_CATEGORY_LABELS[body.category]}، ${LETTERS.inDistrict(districtName)}`,
    steps: LETTERS.lateSteps(steps.length, longest),
    lastLetter: lastLetterOn === null ? null : LETTERS.lastLetter(lastLetterOn),
    previewHref: `/reports/letters/preview?${query.toString()}`,
  };
}

/** Why late bodies are missing from the list. */
function LeftOut({ leftOut }: Pick<Recipients, 'leftOut'>) {
  const sentences = (['coordination', 'ours', 'today'] as const)
    .filter((reason) => leftOut[reason] > 0)
    .map((reason) => LETTER_LEFT_OUT[reason](leftOut[reason]));
  if (sentences.length === 0) return null;
  return (
    <Note>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Note>
  );
}

/** Why the one body that was asked for gets no letter. */
function Obstacle({ asked }: { asked: NonNullable<Recipients['asked']> }) {
  const { body, obstacle, letterId } = asked;
  if (obstacle === 'today' && letterId !== null) {
    return (
      <Note>
        {LETTERS.again} <a href={`/reports/letters/${letterId}`}>{LETTERS.openLetter}</a>
      </Note>
    );
  }
  const sentence =
    obstacle === 'coordination' ? LETTERS.isCoordination : obstacle === 'ours' ? LETTERS.isOurs : LETTERS.notLate;
  return <Note tone="warn">{sentence(body.name)}</Note>;
}

export default async function NewLettersPage({ searchParams }: PageProps<'/reports/letters/new'>) {
  const ctx = await getPageContext();
  const { query, list, problem } = readOrExplain(await searchParams, (params, sentence) => {
    const asked = parseRecipientsQuery(params);
    return { query: asked, list: readOrNotFound(() => listRecipients(ctx, asked)), problem: sentence };
  });
  const { rows, asked, scope, leftOut, defaultAnswerBy } = list;
  const { programme } = query;
  return (
    <div className="wrap page letters" data-total-letters={rows.length}>
      <p className="crumb">
        <a href="/reports/letters">{LETTERS.back}</a>
      </p>
      <h1>{asked === null ? LETTERS.newTitle : LETTERS.newTitleOne(asked.body.name)}</h1>
      <Problem sentence={problem} />
      {asked === null && (
        <>
          <p className="take">{LETTERS.newTake(rows.length)}</p>
          <RecipientsFilter query={query} districts={list.districts} tracks={scope.tracks} />
          <LeftOut leftOut={leftOut} />
        </>
      )}
      {asked !== null && asked.obstacle !== null && <Obstacle asked={asked} />}
      {rows.length === 0 ? (
        asked === null && <EmptyState title={LETTERS.noneLate}>{LETTERS.noneLateText}</EmptyState>
      ) : (
        <ActionForm
          id="letters"
          action={issue}
          initialState={await readDraft(PATH, 'letters')}
          hidden={programme === null ? {} : { programme }}
          className="letters-form"
        >
          <div className="letters-acts">
            <JalaliDateField
              name="answerBy"
              label={LETTERS.answerByLabel}
              hint={LETTERS.answerByHint(defaultAnswerBy)}
              today={scope.today}
              min={addDays(scope.today, 1)}
              max={addDays(scope.today, ANSWER_DAYS_AT_MOST)}
              holidays={[...scope.reference.workCalendar.holidays]}
              defaultValue={formatJalaliInput(defaultAnswerBy)}
            />
            <div>
              <SubmitButton>{asked === null ? LETTERS.issueButton : LETTERS.issueOne}</SubmitButton>
              <p className="hint">
                {LETTERS.issueNote}{' '}
                {mayDo(ctx, 'letter.change_template') && <a href="/reports/letters/template">{LETTERS.editTemplate}</a>}
              </p>
            </div>
          </div>
          <RecipientRows rows={rows.map((row) => rowOf(row, programme))} />
          {asked !== null && rows[0] !== undefined && <OwnSteps row={rows[0]} />}
        </ActionForm>
      )}
      {asked !== null && (
        <p>
          <LinkButton variant="quiet" href={`/bodies/${encodeURIComponent(asked.body.code)}`}>
            {LETTERS.openBody}
          </LinkButton>
        </p>
      )}
    </div>
  );
}

/** What the letter to the one body will ask for. */
function OwnSteps({ row }: { row: Recipient }) {
  return (
    <div>
      <h2 className="sub-h">{LETTERS.missing}</h2>
      <ul className="list">
        {row.steps.map((step) => (
          <li key={`${step.trackName} ${step.code}`}>
            {LETTERS.stepLine(step)} <span className="small muted">· {step.standing}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
