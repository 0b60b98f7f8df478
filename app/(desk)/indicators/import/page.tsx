import type { Metadata } from 'next';
import { FileField } from '@/components/imports/file-field';
import { ActionForm } from '@/components/ui/action-form';
import { FilterSelect } from '@/components/ui/filter-select';
import { SubmitButton } from '@/components/ui/form-fields';
import { Note } from '@/components/ui/note';
import { Section } from '@/components/ui/section';
import { formatMonth } from '@/lib/format/dates';
import { INDICATOR_IMPORT as T, INDICATORS, MY_INDICATORS } from '@/lib/messages/indicators';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { templateChoice } from '@/lib/services/readings-template';
import { queryValue } from '@/lib/validation/progress';
import { sendReadings } from './actions';
import '@/components/indicators/indicators.css';

export const metadata: Metadata = { title: T.title };

const TABLES = '.xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function doneSentence(done: string | null): string | null {
  if (done === 'discarded') return T.discarded;
  return done !== null && /^\d{1,6}$/.test(done) ? T.done(Number(done)) : null;
}

/** Readings of many bodies from one file: a table to fill in, and the place to send it back. */
export default async function ReadingsImportPage({ searchParams }: PageProps<'/indicators/import'>) {
  const ctx = await getPageContext();
  const { months, month } = readOrNotFound(() => templateChoice(ctx));
  const sentence = doneSentence(queryValue(await searchParams, 'done'));
  return (
    <div className="wrap page">
      <p className="crumb">
        {ctx.actor.role === 'liaison' ? (
          <a href="/my/indicators">{MY_INDICATORS.title}</a>
        ) : (
          <a href="/indicators">{INDICATORS.title}</a>
        )}
      </p>
      <h1>{T.title}</h1>
      <p className="take">{T.take}</p>
      {sentence !== null && (
        <Note tone="ok" role="status">
          {sentence}
        </Note>
      )}
      <Section id="template" title={T.template} take={T.templateTake}>
        <form method="get" action="/indicators/import/template" aria-label={T.template} className="narrow">
          <div className="ind-filter">
            <FilterSelect
              name="month"
              label={T.month}
              value={month}
              any={null}
              options={months.map((each) => [each, formatMonth(each)])}
            />
            <button className="btn" type="submit" name="format" value="xlsx">
              {T.xlsx}
            </button>
            <button className="btn" type="submit" name="format" value="csv">
              {T.csv}
            </button>
          </div>
        </form>
      </Section>
      <Section id="send" title={T.send} take={T.sendTake}>
        <ActionForm id="send-readings" action={sendReadings} className="narrow">
          <FileField name="file" label={T.field} accept={TABLES} />
          <SubmitButton>{T.check}</SubmitButton>
        </ActionForm>
      </Section>
    </div>
  );
}
