import type { Metadata } from 'next';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { EditionTable } from '@/components/reports/edition-table';
import { FurtherPapers } from '@/components/reports/further-papers';
import { REPORTS } from '@/lib/messages/reports';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { listEditions } from '@/lib/services/editions';
import { listFurtherPapers } from '@/lib/services/further-papers';
import { mayDo } from '@/lib/services/service-context';

export const metadata: Metadata = { title: REPORTS.title };

export default async function ReportsPage() {
  const ctx = await getPageContext();
  const editions = readOrNotFound(() => listEditions(ctx));
  const mayIssue = mayDo(ctx, 'report.issue');
  const issue = mayIssue && (
    <LinkButton variant="primary" href="/reports/new">
      {REPORTS.issueNew}
    </LinkButton>
  );
  return (
    <div className="wrap page">
      <h1>{REPORTS.title}</h1>
      <FurtherPapers {...listFurtherPapers(ctx)} />
      {editions.length === 0 ? (
        <EmptyState title={REPORTS.emptyTitle} level={2} actions={issue}>
          {mayIssue ? REPORTS.emptyIssuer : REPORTS.emptyReader}
        </EmptyState>
      ) : (
        <div className="stacked">
          <p className="take">{REPORTS.listTake(editions.length)}</p>
          {mayIssue && <div className="row">{issue}</div>}
          <EditionTable editions={editions} mayPrint={mayDo(ctx, 'report.read')} />
        </div>
      )}
    </div>
  );
}
