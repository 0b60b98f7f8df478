import type { Metadata } from 'next';
import { OutcomeNav } from '@/components/indicators/outcome-nav';
import { PrintButton } from '@/components/milestones/print-button';
import { AxisBars } from '@/components/survey/axis-bars';
import { ItemShares } from '@/components/survey/item-shares';
import { MeasuresTable } from '@/components/survey/measures-table';
import { SurveyGroups, type SurveyRow } from '@/components/survey/survey-groups';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Note } from '@/components/ui/note';
import { Problem } from '@/components/ui/problem';
import { Section } from '@/components/ui/section';
import { FEW_RESPONSES, SURVEY_MEASURES, type SurveyMean, type SurveyMeasure } from '@/lib/domain/survey';
import type { BodyCategory } from '@/lib/domain/vocabulary';
import { formatMonth } from '@/lib/format/dates';
import { LISTS } from '@/lib/messages/lists';
import { CHANNEL_WORDS, SURVEY, surveyNumber } from '@/lib/messages/survey';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';
import { getPageContext, readOrExplain, readOrNotFound } from '@/lib/page-context';
import { getSurveyResults, type SurveyGroup, type SurveyView } from '@/lib/services/survey-results';
import { parseSurveyQuery } from '@/lib/validation/survey';
import { SurveyFilter } from './survey-filter';
import { surveyHref } from './survey-href';
import '@/components/indicators/indicators.css';
import '@/components/survey/survey.css';

export const metadata: Metadata = { title: SURVEY.title };

/** What the clients said in a month: measures, axes, items, and the bodies behind them. */
export default async function SurveyResultsPage({ searchParams }: PageProps<'/indicators/survey'>) {
  const ctx = await getPageContext();
  const asked = await searchParams;
  const { view, problem } = readOrNotFound(() =>
    readOrExplain(asked, (query, reason) => ({
      view: getSurveyResults(ctx, parseSurveyQuery(query)),
      problem: reason,
    })),
  );
  const { query, month, baselineMonth, total, chosen } = view;
  if (month === null || baselineMonth === null || !view.hasItems) {
    return (
      <div className="wrap page">
        <div className="mb-4 no-print">
          <OutcomeNav current="/indicators/survey" />
        </div>
        <EmptyState level={1} title={view.hasItems ? SURVEY.noMonth : SURVEY.noItems}>
          {view.hasItems ? SURVEY.noMonthText : SURVEY.noItemsText}
        </EmptyState>
      </div>
    );
  }
  const file = (more: Readonly<Record<string, string>>) =>
    surveyHref({ ...query, month }, {}, '/indicators/survey/export', more);
  return (
    <div className="wrap page" data-responses={total.responses}>
      <div className="mb-4 no-print">
        <OutcomeNav current="/indicators/survey" />
      </div>
      <h1>{SURVEY.heading(month)}</h1>
      <Problem sentence={problem} />
      <p className="take">
        {SURVEY.take} {view.asOf !== view.today && SURVEY.knownOn(view.asOf)}
      </p>
      {chosen !== null && (
        <p className="crumb">
          <a href={surveyHref(query, { body: null })}>{SURVEY.everyBody}</a>
        </p>
      )}
      <SurveyFilter view={view} />
      <p className="row no-print mb-4">
        <LinkButton size="sm" href={file({ format: 'xlsx' })}>
          {LISTS.xlsx}
        </LinkButton>
        <LinkButton size="sm" href={file({ format: 'csv' })}>
          {LISTS.csv}
        </LinkButton>
        <LinkButton size="sm" href={file({ format: 'csv', of: 'items' })}>
          {SURVEY.itemsFile}
        </LinkButton>
        <PrintButton label={LISTS.print} />
      </p>
      {total.responses === 0 ? (
        <EmptyState title={SURVEY.nothingYet}>{SURVEY.nothingYetText}</EmptyState>
      ) : (
        <Answers view={view} isBaselineMonth={month === baselineMonth} />
      )}
      {chosen === null && (total.responses > 0 || query.given !== 'yes') && (
        <Bodies view={view} isBaselineMonth={month === baselineMonth} />
      )}
    </div>
  );
}

/** Measures, axes and items of everything that fits the filters. */
function Answers({ view, isBaselineMonth }: { view: SurveyView; isBaselineMonth: boolean }) {
  const { total, chosen, baselineMonth, trend, detail, query, districts } = view;
  if (baselineMonth === null) return null;
  const isFew = chosen !== null && total.responses < FEW_RESPONSES;
  return (
    <>
      <Section
        id="measures"
        title={chosen === null ? SURVEY.measures : SURVEY.oneBody(chosen.name)}
        take={
          <>
            {chosen === null
              ? SURVEY.fromResponses(total.responses, total.bodies, total.expected)
              : SURVEY.responsesOf(total.responses)}{' '}
            (
            {detail.channels
              .filter(({ count }) => count > 0)
              .map(({ channel, count }) => `${CHANNEL_WORDS[channel]}: ${SURVEY.responsesOf(count)}`)
              .join('؛ ')}
            ). {SURVEY.rule}
          </>
        }
      >
        {isFew && <Note tone="warn">{SURVEY.fewNote(FEW_RESPONSES)}</Note>}
        <MeasuresTable measures={total.measures} baselineMonth={baselineMonth} isBaselineMonth={isBaselineMonth} />
        <p className="small muted">
          {SURVEY.recent}:{' '}
          {trend
            .map(({ month, responses, satisfaction }) =>
              satisfaction === null
                ? `${formatMonth(month)}: ${SURVEY.noData}`
                : `${formatMonth(month)}: ${surveyNumber(satisfaction.value)} (${SURVEY.responsesOf(responses)})`,
            )
            .join('؛ ')}
        </p>
      </Section>
      <Section id="axes" title={SURVEY.axes} take={SURVEY.axesTake}>
        <AxisBars axes={detail.axes} />
      </Section>
      <Section id="items" title={SURVEY.items} take={SURVEY.itemsTake}>
        <ItemShares items={detail.items} />
        {detail.straightLined > 0 && <p className="small muted">{SURVEY.uniform(detail.straightLined)}</p>}
      </Section>
      {chosen === null && (
        <>
          <Section id="by-category" title={SURVEY.byCategory}>
            <SurveyGroups
              caption={SURVEY.byCategory}
              head={SURVEY.category}
              isBaselineMonth={isBaselineMonth}
              rows={view.byCategory.map((group) =>
                groupRow(
                  group,
                  BODY_CATEGORY_LABELS[group.key as BodyCategory],
                  surveyHref(query, { category: group.key as BodyCategory }),
                ),
              )}
            />
          </Section>
          <Section id="by-district" title={SURVEY.byDistrict}>
            <SurveyGroups
              caption={SURVEY.byDistrict}
              head={SURVEY.district}
              isBaselineMonth={isBaselineMonth}
              rows={view.byDistrict.map((group) =>
                groupRow(
                  group,
                  districts.find(({ code }) => code === group.key)?.name ?? group.key,
                  surveyHref(query, { district: group.key }),
                ),
              )}
            />
          </Section>
        </>
      )}
    </>
  );
}

function groupRow({ key, responses, bodies, expected, measures }: SurveyGroup, label: string, href: string): SurveyRow {
  const means = Object.fromEntries(SURVEY_MEASURES.map((measure) => [measure, measures[measure].mean])) as Record<
    SurveyMeasure,
    SurveyMean | null
  >;
  const note = SURVEY.bodiesOf(bodies, expected);
  return { key, label, note, href, responses, means, change: measures.satisfaction.change, recordHref: null };
}

/** The bodies behind the numbers, whether they have responses or not. */
function Bodies({ view, isBaselineMonth }: { view: SurveyView; isBaselineMonth: boolean }) {
  const { query, bodies, districts } = view;
  const districtName = (code: string) => districts.find((area) => area.code === code)?.name ?? code;
  return (
    <Section id="bodies" title={SURVEY.bodies} take={SURVEY.fewNote(FEW_RESPONSES)}>
      {bodies.length === 0 ? (
        <EmptyState level={3} title={SURVEY.noneFound} />
      ) : (
        <SurveyGroups
          caption={SURVEY.bodies}
          head={SURVEY.body}
          areBodies
          isBaselineMonth={isBaselineMonth}
          sorting={{
            sort: query.sort,
            isDescending: query.order === 'desc',
            hrefOf: (sort) =>
              `${surveyHref(query, {
                sort,
                order:
                  query.sort === sort ? (query.order === 'asc' ? 'desc' : 'asc') : sort === 'name' ? 'asc' : 'desc',
              })}#bodies`,
          }}
          rows={bodies.map(({ body, responses, means, change, mayRecord }) => ({
            ...{ key: body.code, label: body.name, responses, means, change },
            note: `${BODY_CATEGORY_LABELS[body.category]}، ${districtName(body.districtCode)}`,
            href: surveyHref(query, { body: body.code, given: 'yes', q: '', sort: 'name', order: 'asc' }),
            recordHref: mayRecord ? `/my/survey?${new URLSearchParams({ body: body.code }).toString()}` : null,
          }))}
        />
      )}
    </Section>
  );
}
