import type { Metadata } from 'next';
import { BodyMonthChooser } from '@/components/indicators/body-month-chooser';
import { ReadingFields, type ReadingField } from '@/components/indicators/reading-fields';
import { ActionForm } from '@/components/ui/action-form';
import { EmptyState } from '@/components/ui/empty-state';
import { IDLE } from '@/components/ui/form-state';
import { SubmitButton } from '@/components/ui/form-fields';
import { Note } from '@/components/ui/note';
import { Problem } from '@/components/ui/problem';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import { takesPair } from '@/lib/domain/indicators';
import { readDraft } from '@/lib/drafts';
import { formatDigits } from '@/lib/format/numbers';
import { INDICATORS, indicatorNumber, MY_INDICATORS, pairLabels } from '@/lib/messages/indicators';
import { MY } from '@/lib/messages/my';
import { getPageContext, readOrExplain, readOrNotFound } from '@/lib/page-context';
import { listMyReadings, readingField, type MyReadings } from '@/lib/services/indicator-readings';
import { parseMonth } from '@/lib/validation/indicators';
import { queryValue } from '@/lib/validation/progress';
import { saveReadings } from './actions';
import '../my.css';
import '@/components/indicators/indicators.css';

export const metadata: Metadata = { title: MY_INDICATORS.title };

/** One body's indicators of one month, with last month beside. An expert reports here for a body of the district. */
export default async function MyIndicatorsPage({ searchParams }: PageProps<'/my/indicators'>) {
  const ctx = await getPageContext();
  const asked = await searchParams;
  const bodyCode = queryValue(asked, 'body');
  const { page, problem } = readOrNotFound(() =>
    readOrExplain(asked, (query, reason) => ({
      page: listMyReadings(ctx, { bodyCode, month: parseMonth(query) }),
      problem: reason,
    })),
  );
  const { body, month, rows } = page;
  const saved = queryValue(asked, 'saved');
  const draft = await readDraft('/my/indicators', 'readings');
  const isOfThis = draft.values?.['body'] === body?.code && draft.values?.['month'] === month;
  return (
    <div className="wrap page my step-page">
      <p className="crumb">
        {ctx.actor.role === 'liaison' ? (
          <a href={body === null ? '/my' : `/my?${new URLSearchParams({ body: body.code }).toString()}`}>
            {MY.backToSteps}
          </a>
        ) : (
          <a href="/indicators">{INDICATORS.title}</a>
        )}
      </p>
      {body === null ? (
        <EmptyState level={1} title={MY.noBodies}>
          {MY.noBodiesText}
        </EmptyState>
      ) : month === null ? (
        <EmptyState level={1} title={INDICATORS.noMonth}>
          {INDICATORS.noMonthText}
        </EmptyState>
      ) : (
        <>
          <h1>{MY_INDICATORS.heading(month)}</h1>
          <p>
            <b>{body.name}</b>
          </p>
          <Problem sentence={problem} />
          {saved !== null && (
            <Note tone="ok" role="status">
              {saved === '0' ? MY_INDICATORS.savedBefore : MY_INDICATORS.saved(Number(saved) || 0)}
            </Note>
          )}
          <BodyMonthChooser
            action="/my/indicators"
            bodies={page.bodies}
            body={body.code}
            months={page.months}
            month={month}
          />
          <p className="small">
            <a href="/indicators/import">{MY_INDICATORS.importLink}</a>
          </p>
          {rows.length === 0 ? (
            <EmptyState title={INDICATORS.noIndicators}>{INDICATORS.noIndicatorsText}</EmptyState>
          ) : (
            <>
              <p className="muted small">{MY_INDICATORS.take}</p>
              <ActionForm
                key={`${body.code} ${month}`}
                id="readings"
                action={saveReadings}
                initialState={isOfThis ? draft : IDLE}
                hidden={{ body: body.code, month }}
              >
                {rows.map((row) => (
                  <ReadingFields key={row.indicator.code} {...fieldsOf(row, page.lastMonth)} />
                ))}
                <SubmitButton size="big">{MY_INDICATORS.send}</SubmitButton>
              </ActionForm>
            </>
          )}
        </>
      )}
    </div>
  );
}

/** Another body or month, without script too. */
function fieldsOf({ indicator, reading, before, survey }: MyReadings['rows'][number], lastMonth: JalaliMonth | null) {
  const { code, title, formula, unit, input } = indicator;
  const isPair = takesPair(input);
  const field = (name: 'numerator' | 'denominator' | 'value', label: string): ReadingField => ({
    name: readingField(code, name),
    label,
    hint: lastMonth && lastMonthHint(lastMonth, before?.[name] ?? null),
    value: numberText(reading?.[name] ?? null),
  });
  const [numerator, denominator] = pairLabels(code);
  const last = lastMonth && isPair && before ? [MY_INDICATORS.lastMonth(lastMonth, valueText(before, unit))] : [];
  return {
    title,
    formula,
    facts: [
      ...last,
      ...(reading
        ? [`${valueText(reading, unit)}، ${MY_INDICATORS.recorded(reading.recordedOn, reading.recordedByName)}`]
        : []),
      ...(survey ? [MY_INDICATORS.survey(valueText(survey, unit), survey.denominator ?? 0)] : []),
    ],
    fields: isPair
      ? [field('numerator', numerator), field('denominator', denominator)]
      : [field('value', MY_INDICATORS.value(unit))],
    noteName: readingField(code, 'note'),
    note: reading?.note ?? '',
  };
}

const valueText = (reading: { readonly value: number }, unit: string) => MY_INDICATORS.withUnit(reading.value, unit);

const lastMonthHint = (month: JalaliMonth, number: number | null) =>
  number === null ? MY_INDICATORS.noLastMonth(month) : MY_INDICATORS.lastMonth(month, indicatorNumber(number));

/** As somebody would type it, with every decimal: sent back unchanged it is the same number. */
const numberText = (number: number | null) => (number === null ? '' : formatDigits(number));
