import type { Metadata } from 'next';
import { EmptyState } from '@/components/ui/empty-state';
import { Note } from '@/components/ui/note';
import { getAnonymousContext } from '@/lib/context';
import { formatDate } from '@/lib/format/dates';
import { REPORTS } from '@/lib/messages/reports';
import { verifyEditionByCode } from '@/lib/services/editions';
import { getNotice } from '@/lib/services/frame';
import { VerifyPage } from '../verify-page';

export const metadata: Metadata = { title: REPORTS.verifyTitle };

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

export default async function VerifyCode({ params }: { params: Promise<{ code: string }> }) {
  const code = decoded((await params).code);
  const ctx = await getAnonymousContext();
  const found = verifyEditionByCode(ctx, code);
  return (
    <VerifyPage notice={getNotice(ctx)} code={found === null ? code.slice(0, 20) : undefined}>
      {found === null ? (
        <EmptyState tone="no" level={2} title={REPORTS.verifyMissing}>
          {REPORTS.verifyMissingText}
        </EmptyState>
      ) : (
        <>
          <EmptyState tone="ok" level={2} title={REPORTS.verifyFound}>
            {REPORTS.verifyFoundText(found.number, found.office, found.programmeTitle)}
          </EmptyState>
          {found.supersededBy !== null && <Note tone="warn">{REPORTS.verifyReplaced(found.supersededBy)}</Note>}
          <dl className="kv">
            <dt>{REPORTS.week}</dt>
            <dd>{REPORTS.weekOf(formatDate(found.weekStartOn), formatDate(found.weekEndOn))}</dd>
            <dt>{REPORTS.issued}</dt>
            <dd>{formatDate(found.issuedOn)}</dd>
            <dt>{REPORTS.fingerprint}</dt>
            <dd>
              <bdi dir="ltr" className="small break-all">
                {found.sha256}
              </bdi>
            </dd>
          </dl>
          <p className="muted">{REPORTS.verifyCompare}</p>
        </>
      )}
    </VerifyPage>
  );
}
