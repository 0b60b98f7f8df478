import type { Metadata } from 'next';
import { progressHref } from '@/components/dashboard/links';
import { ScopeBar } from '@/components/dashboard/scope-bar';
import { listFileHref, listHref } from '@/components/lists/list-href';
import { PrintButton } from '@/components/milestones/print-button';
import { ReportingTable } from '@/components/reporting/reporting-table';
import { LinkButton } from '@/components/ui/button';
import { Problem } from '@/components/ui/problem';
import { Section } from '@/components/ui/section';
import { addDays, minDate, type CivilDate } from '@/lib/calendar/civil-date';
import { SMALL_GROUP } from '@/lib/domain/reporting-week';
import { DASHBOARD } from '@/lib/messages/dashboard';
import { LISTS } from '@/lib/messages/lists';
import { tableRegion } from '@/lib/messages/common';
import { REPORTING } from '@/lib/messages/reporting';
import { getPageContext, readOrExplain, readOrNotFound } from '@/lib/page-context';
import { getReportingWeek } from '@/lib/services/reporting-week';
import { mayDo } from '@/lib/services/service-context';
import { parseProgressQuery, queryValue } from '@/lib/validation/progress';
import { scopeBarProps } from '../dashboard/scope-props';
import { reportingRows } from './reporting-rows';
import '@/components/dashboard/scope-bar.css';
import '@/components/reporting/reporting.css';

export const metadata: Metadata = { title: REPORTING.title };

/** Who has reported in one week, by category and district. Every number opens the list of exactly those bodies. */
export default async function ReportingPage({ searchParams }: PageProps<'/reporting'>) {
  const ctx = await getPageContext();
  const query = await searchParams;
  const { view, problem } = readOrNotFound(() =>
    readOrExplain(query, (asked, reason) => {
      const { asOf, programme } = parseProgressQuery(asked);
      return { view: getReportingWeek(ctx, { asOf, programme }), problem: reason };
    }),
  );
  const { scope, week } = view;
  const { asOf, today } = scope;
  const address = {
    asOf: asOf === today ? null : asOf,
    programme: problem === null ? queryValue(query, 'programme') : null,
  };
  const rows = reportingRows(view, scope.reference.areas);
  const table = { address, beforeOn: rows.beforeOn, silentAfterDays: week.silentAfterDays };
  const lastDay = addDays(week.weekFrom, -1);
  const nextDay = addDays(week.weekTo, 1);
  const weekHref = (day: CivilDate) => progressHref('/reporting', { ...address, asOf: day === today ? null : day });
  return (
    <>
      <ScopeBar
        {...scopeBarProps(ctx, scope, '/reporting', address)}
        address={address}
        deadlines={[]}
        tracks={[]}
        deadlineOn={null}
      />
      <div className="wrap page" data-total-bodies={week.total.expected}>
        <p className="crumb">
          <a href={progressHref('/dashboard', address)}>{DASHBOARD.title}</a>
        </p>
        <h1>{REPORTING.heading(week.weekFrom, week.weekTo)}</h1>
        <Problem sentence={problem} />
        <p className="take">
          <b>{REPORTING.take(week.total.expected, week.total.reported, week.total.onTime)}</b>{' '}
          {REPORTING.cutoff(week.cutoff.day, week.cutoff.time, asOf > week.cutoff.day)} {REPORTING.silenceEnds}{' '}
          {mayDo(ctx, 'settings.manage') && (
            <a className="no-print" href="/admin/settings">
              {REPORTING.settings}
            </a>
          )}
        </p>
        <div className="rpw-tools no-print">
          <nav className="row" aria-label={REPORTING.weeks}>
            {lastDay >= scope.programme.startOn && (
              <LinkButton size="sm" href={weekHref(lastDay)}>
                {REPORTING.earlier}
              </LinkButton>
            )}
            {nextDay <= today && (
              <LinkButton size="sm" href={weekHref(minDate(today, addDays(week.weekTo, 7)))}>
                {REPORTING.later}
              </LinkButton>
            )}
          </nav>
          <span className="row" role="group" aria-label={LISTS.exportLabel}>
            <LinkButton size="sm" href={listHref('reporting', address)}>
              {REPORTING.all(week.total.expected)}
            </LinkButton>
            <LinkButton size="sm" href={listFileHref('reporting', address, 'xlsx')}>
              {LISTS.xlsx}
            </LinkButton>
            <LinkButton size="sm" href={listFileHref('reporting', address, 'csv')}>
              {LISTS.csv}
            </LinkButton>
            <PrintButton label={LISTS.print} />
          </span>
        </div>
        <Section id="by-category" title={REPORTING.byCategory} take={REPORTING.rule}>
          <div className="scroll" tabIndex={0} role="region" aria-label={tableRegion(REPORTING.byCategory)}>
            <ReportingTable head={REPORTING.category} rows={[...rows.byCategory, rows.total]} {...table} />
          </div>
        </Section>
        <Section id="by-district" title={REPORTING.byDistrict} take={REPORTING.smallGroupNote(SMALL_GROUP)}>
          <div className="scroll" tabIndex={0} role="region" aria-label={tableRegion(REPORTING.byDistrict)}>
            <ReportingTable head={REPORTING.district} rows={[...rows.byDistrict, rows.total]} {...table} />
          </div>
        </Section>
      </div>
    </>
  );
}
