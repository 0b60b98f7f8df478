import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { AnswerGrid } from '@/components/survey/answer-grid';
import { BodyMonthChooser } from '@/components/indicators/body-month-chooser';
import { ActionForm } from '@/components/ui/action-form';
import { EmptyState } from '@/components/ui/empty-state';
import { IDLE } from '@/components/ui/form-state';
import { SubmitButton, TextField } from '@/components/ui/form-fields';
import { Note } from '@/components/ui/note';
import { Problem } from '@/components/ui/problem';
import { MY } from '@/lib/messages/my';
import { MY_SURVEY, SURVEY } from '@/lib/messages/survey';
import { readDraft } from '@/lib/drafts';
import { getPageContext, readOrExplain, readOrNotFound } from '@/lib/page-context';
import { getMySurvey } from '@/lib/services/my-survey';
import { parseMonth } from '@/lib/validation/indicators';
import { queryValue } from '@/lib/validation/progress';
import { answerField } from '@/lib/validation/survey';
import { savePaper } from '../actions';
import '../../my.css';
import '@/components/indicators/indicators.css';
import '@/components/survey/survey.css';

export const metadata: Metadata = { title: MY_SURVEY.paper };

/** Papers of one body and month, typed in one after the other. */
export default async function SurveyPaperPage({ searchParams }: PageProps<'/my/survey/paper'>) {
  const ctx = await getPageContext();
  const asked = await searchParams;
  const bodyCode = queryValue(asked, 'body');
  const { page, problem } = readOrNotFound(() =>
    readOrExplain(asked, (query, reason) => ({
      page: getMySurvey(ctx, { bodyCode, month: parseMonth(query) }),
      problem: reason,
    })),
  );
  const { body, bodies, month, months, items, results } = page;
  const saved = queryValue(asked, 'saved');
  const draft = await readDraft('/my/survey/paper', 'survey-paper');
  const isOfThis = draft.values?.['body'] === body?.code && draft.values?.['month'] === month;
  const papers = results?.channels.find(({ channel }) => channel === 'paper')?.count ?? 0;
  if (body === null || month === null || items.length === 0) {
    return (
      <div className="wrap page my step-page">
        <EmptyState level={1} title={body === null ? MY.noBodies : SURVEY.noItems}>
          {body === null ? MY.noBodiesText : SURVEY.noItemsText}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="wrap page my step-page">
      <p className="crumb">
        <a href={`/my/survey?${new URLSearchParams({ body: body.code, month }).toString()}`}>{MY_SURVEY.back}</a>
      </p>
      <h1>{MY_SURVEY.paperHeading(month)}</h1>
      <p>
        <b>{body.name}</b>
      </p>
      <Problem sentence={problem} />
      {saved !== null && (
        <Note tone={saved === 'before' ? 'warn' : 'ok'} role="status">
          {saved === 'before' ? MY_SURVEY.savedBefore : MY_SURVEY.saved(papers)}
        </Note>
      )}
      <BodyMonthChooser action="/my/survey/paper" bodies={bodies} body={body.code} months={months} month={month} />
      <ActionForm
        // the next paper is a new form, not the last one with its answers
        key={`${body.code} ${month} ${saved ?? ''}`}
        id="survey-paper"
        action={savePaper}
        initialState={isOfThis ? draft : IDLE}
        hidden={{ body: body.code, month, key: randomUUID(), items: items.map(({ code }) => code).join(' ') }}
      >
        <TextField
          name="quick"
          label={MY_SURVEY.quick}
          hint={MY_SURVEY.quickHint(items.length)}
          inputMode="numeric"
          dir="ltr"
          autoComplete="off"
          maxLength={60}
          autoFocus={saved !== null}
          optional
        />
        <AnswerGrid items={items.map(({ code, text }) => ({ code, text, name: answerField(code) }))} />
        <SubmitButton size="big">{MY_SURVEY.send}</SubmitButton>
      </ActionForm>
    </div>
  );
}
