import type { Metadata } from 'next';
import { TemplateFields, TemplateSample } from '@/components/letters/template-fields';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/form-fields';
import { Note } from '@/components/ui/note';
import { Section } from '@/components/ui/section';
import { addDays } from '@/lib/calendar/civil-date';
import { LETTER_FIELDS } from '@/lib/domain/letters';
import { readDraft } from '@/lib/drafts';
import { formatDayMonthYear } from '@/lib/format/dates';
import { LETTER_FIELD_HELP, LETTER_FIELD_NAMES } from '@/lib/messages/letter-fields';
import { LETTERS, sampleLetterValues } from '@/lib/messages/letters';
import { paperWords } from '@/lib/messages/reports';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { getLetterTemplate } from '@/lib/services/letter-template';
import { queryValue } from '@/lib/validation/progress';
import { resetTemplate, saveTemplate } from '../actions';
import '../letters.css';

export const metadata: Metadata = { title: LETTERS.templateTitle };

const PATH = '/reports/letters/template';
const DONE: Readonly<Record<string, string>> = {
  saved: LETTERS.saved,
  unchanged: LETTERS.unchanged,
  reset: LETTERS.wasReset,
};

export default async function LetterTemplatePage({ searchParams }: PageProps<'/reports/letters/template'>) {
  const ctx = await getPageContext();
  const { template, isDefault, since } = readOrNotFound(() => getLetterTemplate(ctx));
  const done = DONE[queryValue(await searchParams, 'done') ?? ''];
  const today = ctx.clock.today();
  return (
    <div className="wrap page letters">
      <p className="crumb">
        <a href="/reports/letters">{LETTERS.back}</a>
      </p>
      <h1>{LETTERS.templateTitle}</h1>
      <p className="take">
        {LETTERS.templateTake}{' '}
        {isDefault || since === null ? LETTERS.templateDefault : LETTERS.templateSince(formatDayMonthYear(since))}
      </p>
      {done !== undefined && (
        <Note tone="ok" role="status">
          {done}
        </Note>
      )}
      <div className="template-columns">
        <ActionForm id="template" action={saveTemplate} initialState={await readDraft(PATH, 'template')}>
          <TemplateFields
            template={template}
            labels={{
              subject: LETTERS.subjectLabel,
              opening: LETTERS.openingLabel,
              request: LETTERS.requestLabel,
              copies: LETTERS.copiesLabel,
            }}
            hints={{ request: LETTERS.requestHint, copies: LETTERS.copiesHint }}
          />
          <div className="row">
            <SubmitButton name="do" value="save">
              {LETTERS.save}
            </SubmitButton>
            <SubmitButton name="do" value="see" variant="quiet">
              {LETTERS.seeIt}
            </SubmitButton>
          </div>
          <TemplateSample
            values={sampleLetterValues(today, addDays(today, 4))}
            words={{
              title: LETTERS.previewTitle,
              take: LETTERS.previewTake,
              table: LETTERS.tableHere,
              copies: paperWords.copies,
            }}
          />
        </ActionForm>
        <div>
          <Section id="fields" title={LETTERS.fields} take={LETTERS.fieldsTake}>
            <dl className="kv template-names">
              {LETTER_FIELDS.map((field) => (
                <div key={field}>
                  <dt>{`{${LETTER_FIELD_NAMES[field]}}`}</dt>
                  <dd>{LETTER_FIELD_HELP[field]}</dd>
                </div>
              ))}
            </dl>
          </Section>
          {!isDefault && (
            <Section id="reset" title={LETTERS.resetTitle} take={LETTERS.resetTake}>
              <ActionForm id="template-reset" action={resetTemplate}>
                <SubmitButton variant="quiet">{LETTERS.reset}</SubmitButton>
              </ActionForm>
            </Section>
          )}
        </div>
      </div>
    </div>
  );
}
