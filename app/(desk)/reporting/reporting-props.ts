import type { ProgressAddress } from '@/components/dashboard/links';
import type { ReportingSectionProps } from '@/components/reporting/reporting-section';
import { REPORTING } from '@/lib/messages/reporting';
import type { Dashboard } from '@/lib/services/dashboard';
import { reportingRows } from './reporting-rows';

/** The weekly cycle as the deputy's page shows it, under the page's category and district. */
export function reportingProps(view: Dashboard, list: ProgressAddress): ReportingSectionProps {
  const { week } = view.reporting;
  const { byCategory, byDistrict, beforeOn } = reportingRows(view.reporting, view.districts);
  const { expected, reported, onTime } = week.total;
  return {
    take: `${REPORTING.take(expected, reported, onTime)} ${REPORTING.cutoff(week.cutoff.day, week.cutoff.time, view.asOf > week.cutoff.day)}`,
    expected,
    byCategory,
    byDistrict,
    beforeOn,
    silentAfterDays: week.silentAfterDays,
    address: { asOf: list.asOf, programme: list.programme, category: list.category, district: list.district },
  };
}
