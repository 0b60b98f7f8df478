import type { Metadata } from 'next';
import { EditionFilter } from '@/components/reports/edition-filter';
import { editionListHref, type EditionListAddress } from '@/components/reports/edition-list-address';
import { EditionTable } from '@/components/reports/edition-table';
import { FurtherPapers } from '@/components/reports/further-papers';
import { PrintButton } from '@/components/milestones/print-button';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { Pagination } from '@/components/ui/pagination';
import { Problem } from '@/components/ui/problem';
import { COMMON, rangeOf } from '@/lib/messages/common';
import { REPORT_FILES } from '@/lib/messages/report-files';
import { REPORTS } from '@/lib/messages/reports';
import { getPageContext, readOrExplain, readOrNotFound } from '@/lib/page-context';
import { searchEditions } from '@/lib/services/edition-list';
import { listFurtherPapers } from '@/lib/services/further-papers';
import { mayDo } from '@/lib/services/service-context';
import { parseEditionList, type EditionListQuery, type EditionSort } from '@/lib/validation/edition-list';
import './reports.css';

export const metadata: Metadata = { title: REPORTS.title };

/** The weeks of some years stay on one page, and on one print. */
const PAGE_SIZE = 200;

const startsDescending = (sort: EditionSort) => sort !== 'issuer';

function addressOf({ sort, isDescending, ...query }: EditionListQuery): EditionListAddress {
  const isUsualOrder = isDescending === startsDescending(sort);
  return {
    ...query,
    sort: sort === 'issued' ? null : sort,
    order: isUsualOrder ? null : isDescending ? 'desc' : 'asc',
  };
}

function Tools({ address, mayPrint }: { address: EditionListAddress; mayPrint: boolean }) {
  return (
    <div className="row no-print" role="group" aria-label={REPORT_FILES.listFiles}>
      {(['xlsx', 'csv'] as const).map((format) => (
        <LinkButton key={format} size="sm" href={editionListHref(address, { format })}>
          <Icon name="download" />
          {REPORT_FILES[format]}
        </LinkButton>
      ))}
      <PrintButton label={REPORT_FILES.listPrint} />
      {mayPrint && (
        <LinkButton size="sm" href="/reports/archive" title={REPORT_FILES.archiveHint}>
          <Icon name="download" />
          {REPORT_FILES.archive}
        </LinkButton>
      )}
    </div>
  );
}

export default async function ReportsPage({ searchParams }: PageProps<'/reports'>) {
  const ctx = await getPageContext();
  const asked = await searchParams;
  const { query, list, problem } = readOrNotFound(() =>
    readOrExplain(asked, (params, reason) => {
      const parsed = parseEditionList(params);
      return { query: parsed, list: searchEditions(ctx, parsed), problem: reason };
    }),
  );
  const { rows, total } = list;
  const mayPrint = mayDo(ctx, 'report.read');
  const mayIssue = mayDo(ctx, 'report.issue');
  const issue = mayIssue && (
    <LinkButton variant="primary" href="/reports/new">
      {REPORTS.issueNew}
    </LinkButton>
  );
  if (total === 0) {
    return (
      <div className="wrap page">
        <h1>{REPORTS.title}</h1>
        <FurtherPapers {...listFurtherPapers(ctx)} />
        <EmptyState title={REPORTS.emptyTitle} level={2} actions={issue}>
          {mayIssue ? REPORTS.emptyIssuer : REPORTS.emptyReader}
        </EmptyState>
      </div>
    );
  }
  const address = addressOf(query);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
  const page = Math.min(query.page, pages);
  const [from, to] = [(page - 1) * PAGE_SIZE, Math.min(page * PAGE_SIZE, rows.length)];
  const sortHref = (sort: EditionSort) => {
    const isTurned = query.sort === sort && query.isDescending === startsDescending(sort);
    return editionListHref(
      addressOf({ ...query, sort, isDescending: isTurned ? !startsDescending(sort) : startsDescending(sort) }),
    );
  };
  return (
    <div className="wrap page">
      <h1>{REPORTS.title}</h1>
      <FurtherPapers {...listFurtherPapers(ctx)} />
      <Problem sentence={problem} />
      <div className="stacked">
        <p className="take">{REPORT_FILES.found(rows.length, total)}</p>
        {mayIssue && <div className="row no-print">{issue}</div>}
        <EditionFilter query={address} years={list.years} programmes={list.programmes} />
        <Tools address={address} mayPrint={mayPrint} />
        {rows.length === 0 ? (
          <EmptyState title={REPORT_FILES.none} level={2}>
            {REPORT_FILES.noneHint}
          </EmptyState>
        ) : (
          <EditionTable
            editions={rows.slice(from, to)}
            mayPrint={mayPrint}
            isOneOfSeveral={list.isOneOfSeveral}
            sort={query.sort}
            isDescending={query.isDescending}
            sortHref={sortHref}
          />
        )}
        {pages > 1 && (
          <Pagination
            summary={rangeOf(from + 1, to, rows.length)}
            label={COMMON.pages}
            previous={{ href: page > 1 ? editionListHref(address, { page: page - 1 }) : null, label: COMMON.previous }}
            next={{ href: page < pages ? editionListHref(address, { page: page + 1 }) : null, label: COMMON.next }}
          />
        )}
      </div>
    </div>
  );
}
