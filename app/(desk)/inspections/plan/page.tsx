import type { Metadata } from 'next';
import { addressDay } from '@/components/dashboard/links';
import { InspectionNav } from '@/components/inspections/inspection-nav';
import { PlanTable, RiskFormula } from '@/components/inspections/plan-table';
import { WaitingVisits } from '@/components/inspections/waiting-visits';
import { PrintButton } from '@/components/milestones/print-button';
import { ActionForm } from '@/components/ui/action-form';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterSelect } from '@/components/ui/filter-select';
import { SubmitButton, TextField } from '@/components/ui/form-fields';
import { Note } from '@/components/ui/note';
import { Problem } from '@/components/ui/problem';
import { Section } from '@/components/ui/section';
import { BODY_CATEGORIES } from '@/lib/domain/vocabulary';
import { readDraft } from '@/lib/drafts';
import { formatDigits } from '@/lib/format/numbers';
import { INSPECTIONS, PLAN } from '@/lib/messages/inspections';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';
import { getPageContext, readOrExplain, readOrNotFound } from '@/lib/page-context';
import { getInspectionPlan, type InspectionPlan } from '@/lib/services/inspection-plan';
import { mayDo } from '@/lib/services/service-context';
import { parsePlanQuery } from '@/lib/validation/inspections';
import { queryValue } from '@/lib/validation/progress';
import { saveRule } from '../actions';
import { newVisitHref } from '../visits-address';
import '@/components/inspections/inspections.css';

export const metadata: Metadata = { title: PLAN.title };

/** Whom to visit next, with why. */
export default async function PlanPage({ searchParams }: PageProps<'/inspections/plan'>) {
  const ctx = await getPageContext();
  const asked = await searchParams;
  const { plan, problem } = readOrNotFound(() =>
    readOrExplain(asked, (query, reason) => ({ plan: getInspectionPlan(ctx, parsePlanQuery(query)), problem: reason })),
  );
  const { rows, notWorth, asOf, today, passPercent } = plan;
  const done = queryValue(asked, 'done');
  return (
    <div className="wrap page" data-total-bodies={rows.length}>
      <InspectionNav current="/inspections/plan" />
      <h1>{PLAN.title}</h1>
      <Problem sentence={problem} />
      {(done === 'saved' || done === 'unchanged') && (
        <Note tone="ok" role="status">
          {PLAN[done]}
        </Note>
      )}
      <p className="take">
        {PLAN.take} {PLAN.passNow(passPercent)} {asOf !== today && INSPECTIONS.asOf(asOf)}
      </p>
      {rows.some(({ mayRecord }) => mayRecord) && <WaitingVisits userId={ctx.actor.id} />}
      <Filter plan={plan} />
      <p className="row no-print mb-4">
        <PrintButton label={INSPECTIONS.print} />
      </p>
      {rows.length === 0 ? (
        <EmptyState title={PLAN.empty}>{PLAN.emptyText}</EmptyState>
      ) : (
        <PlanTable
          caption={PLAN.title}
          rows={rows.map(({ body, districtName, risk, lastVisit, mayRecord }) => ({
            code: body.code,
            name: body.name,
            place: `${BODY_CATEGORY_LABELS[body.category]}، ${districtName}`,
            points: risk.points,
            parts: risk.parts,
            lastVisit: lastVisit && {
              id: lastVisit.id,
              visitedOn: lastVisit.visitedOn,
              isReal: lastVisit.isReal,
            },
            visitHref: mayRecord && asOf === today ? newVisitHref(body.code) : null,
          }))}
        />
      )}
      {notWorth.length > 0 && (
        <Section id="not-worth" title={PLAN.notWorth} take={PLAN.notWorthText(notWorth.length)}>
          <details>
            <summary>{PLAN.showNames}</summary>
            <p className="small muted">{notWorth.map(({ name }) => name).join('؛ ')}</p>
          </details>
        </Section>
      )}
      <Section id="formula" title={PLAN.formula} take={PLAN.formulaTake}>
        <RiskFormula silentAfterDays={plan.silentAfterDays} />
      </Section>
      {mayDo(ctx, 'settings.manage') && (
        <Section id="rule" title={PLAN.settings} take={PLAN.settingsTake} className="no-print">
          <ActionForm
            id="inspection-rule"
            action={saveRule}
            initialState={await readDraft('/inspections/plan', 'inspection-rule')}
          >
            <TextField
              name="passPercent"
              label={PLAN.passPercent}
              inputMode="numeric"
              defaultValue={formatDigits(passPercent)}
              maxLength={3}
            />
            <SubmitButton>{PLAN.save}</SubmitButton>
          </ActionForm>
        </Section>
      )}
    </div>
  );
}

function Filter({ plan: { query, districts, asOf, today } }: { plan: InspectionPlan }) {
  return (
    <form method="get" action="/inspections/plan" role="search" aria-label={PLAN.title} className="no-print">
      {asOf !== today && <input type="hidden" name="asOf" value={addressDay(asOf)} />}
      <div className="visit-filter">
        <FilterSelect
          name="district"
          label={PLAN.district}
          value={query.district}
          options={districts.map(({ code, name }) => [code, name])}
        />
        <FilterSelect
          name="category"
          label={PLAN.category}
          value={query.category}
          options={BODY_CATEGORIES.map((category) => [category, BODY_CATEGORY_LABELS[category]])}
        />
        <button className="btn" type="submit">
          {PLAN.show}
        </button>
      </div>
    </form>
  );
}
