import { progressHref } from '@/components/dashboard/links';
import { listHref } from '@/components/lists/list-href';
import { Section } from '@/components/ui/section';
import { tableRegion } from '@/lib/messages/common';
import { REPORTING } from '@/lib/messages/reporting';
import { ReportingTable, type ReportingRow, type ReportingTableProps } from './reporting-table';

export interface ReportingSectionProps extends Omit<ReportingTableProps, 'head' | 'rows' | 'isCompact'> {
  take: string;
  expected: number;
  byCategory: readonly ReportingRow[];
  byDistrict: readonly ReportingRow[];
}

/** The weekly cycle on the deputy's page: who has reported, by category and by district. */
export function ReportingSection({ take, expected, byCategory, byDistrict, ...table }: ReportingSectionProps) {
  const { asOf = null, programme = null } = table.address;
  return (
    <Section
      id="reporting"
      title={REPORTING.title}
      take={
        <>
          {take}{' '}
          <a className="no-print" href={progressHref('/reporting', { asOf, programme })}>
            {REPORTING.whole}
          </a>
        </>
      }
      more={
        expected === 0
          ? undefined
          : {
              href: listHref('reporting', table.address),
              label: REPORTING.all(expected),
              count: expected,
              of: 'bodies',
            }
      }
    >
      {expected > 0 && (
        <div className="rpw">
          <div className="scroll" tabIndex={0} role="region" aria-label={tableRegion(REPORTING.byCategory)}>
            <ReportingTable head={REPORTING.category} rows={byCategory} isCompact {...table} />
          </div>
          <div className="scroll" tabIndex={0} role="region" aria-label={tableRegion(REPORTING.byDistrict)}>
            <ReportingTable head={REPORTING.district} rows={byDistrict} isCompact {...table} />
          </div>
        </div>
      )}
    </Section>
  );
}
