import type { ReportingRow } from '@/components/reporting/reporting-table';
import type { Area } from '@/lib/domain/reference';
import type { BodyCategory } from '@/lib/domain/vocabulary';
import { REPORTING } from '@/lib/messages/reporting';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';
import type { ReportingComparison, ReportingGroup } from '@/lib/services/reporting-week';

function withBefore(groups: readonly ReportingGroup[], key: string) {
  return groups.find((group) => group.key === key) ?? null;
}

/** The groups of a week as rows of its tables, each beside the same group a week before. */
export function reportingRows({ week, before }: ReportingComparison, areas: readonly Pick<Area, 'code' | 'name'>[]) {
  return {
    total: {
      key: 'total',
      label: REPORTING.total,
      filter: {},
      before: before?.total ?? null,
      ...week.total,
    } satisfies ReportingRow,
    byCategory: week.byCategory.map((group): ReportingRow => ({
      ...group,
      label: BODY_CATEGORY_LABELS[group.key as BodyCategory],
      filter: { category: group.key },
      before: withBefore(before?.byCategory ?? [], group.key),
    })),
    byDistrict: week.byDistrict.map((group): ReportingRow => ({
      ...group,
      label: areas.find(({ code }) => code === group.key)?.name ?? group.key,
      filter: { district: group.key },
      before: withBefore(before?.byDistrict ?? [], group.key),
    })),
    beforeOn: before?.weekTo ?? null,
  };
}
