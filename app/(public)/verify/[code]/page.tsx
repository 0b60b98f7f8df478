import type { Metadata } from 'next';
import { Fingerprint } from '@/components/reports/edition-proof';
import { percent } from '@/components/reports/report-text';
import { EmptyState } from '@/components/ui/empty-state';
import { Note } from '@/components/ui/note';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { getAnonymousContext } from '@/lib/context';
import type { EditionVerification } from '@/lib/domain/edition';
import { isAppError } from '@/lib/errors';
import { formatDate } from '@/lib/format/dates';
import { chartWords } from '@/lib/messages/charts';
import { issuedLate } from '@/lib/messages/edition-text';
import { paperWords, registryNumberText, REPORTS } from '@/lib/messages/reports';
import { plainSegment } from '@/lib/paths';
import { verifyEditionByCode } from '@/lib/services/edition-verification';
import { getNotice } from '@/lib/services/frame';
import type { AnonymousContext } from '@/lib/services/service-context';
import { VerifyPage } from '../verify-page';

export const metadata: Metadata = { title: REPORTS.verifyTitle, robots: { index: false, follow: false } };

type Answer =
  | { readonly found: EditionVerification | null; readonly waitSeconds: null }
  | { readonly found: null; readonly waitSeconds: number };

function answerTo(ctx: AnonymousContext, code: string): Answer {
  try {
    return { found: verifyEditionByCode(ctx, code), waitSeconds: null };
  } catch (error) {
    if (!isAppError(error, 'too_many_attempts')) throw error;
    return { found: null, waitSeconds: Number(error.details['retryAfterSeconds']) };
  }
}

function Facts({ found }: { found: EditionVerification }) {
  const { registration } = found;
  return (
    <dl className="kv">
      <dt>{REPORTS.week}</dt>
      <dd>{REPORTS.weekOf(formatDate(found.weekStartOn), formatDate(found.weekEndOn))}</dd>
      <dt>{REPORTS.issued}</dt>
      <dd>
        {formatDate(found.issuedOn)}
        {found.delayDays !== null && <div className="small muted">{issuedLate(found.delayDays)}</div>}
      </dd>
      {registration !== null && (
        <>
          <dt>{REPORTS.registration}</dt>
          <dd>
            <bdi>{registryNumberText(registration.registryNumber)}</bdi>؛ {formatDate(registration.registeredOn)}
          </dd>
        </>
      )}
      {found.deadline !== null && (
        <>
          <dt>{found.deadline.label}</dt>
          <dd>
            {found.deadline.value} {found.deadline.unit}
            <div className="small muted">{found.deadline.detail}</div>
          </dd>
        </>
      )}
      <dt>{REPORTS.fingerprint}</dt>
      <dd>
        <Fingerprint text={found.sha256} />
      </dd>
      {found.renderingSha256 !== null && (
        <>
          <dt>{REPORTS.pageFingerprint}</dt>
          <dd>
            <Fingerprint text={found.renderingSha256} />
          </dd>
        </>
      )}
    </dl>
  );
}

function Tracks({ found }: { found: EditionVerification }) {
  return (
    <Table caption={chartWords.tableName(REPORTS.verifyFigures)}>
      <thead>
        <tr>
          <th scope="col">{paperWords.track}</th>
          <th scope="col">{paperWords.deadline}</th>
          <th scope="col" className="n">
            {paperWords.planned}
          </th>
          <th scope="col" className="n">
            {paperWords.claimedShort}
          </th>
          <th scope="col" className="n">
            {paperWords.verifiedShort}
          </th>
        </tr>
      </thead>
      <tbody>
        {found.tracks.map((track) => (
          <tr key={track.key}>
            <th scope="row">{track.label}</th>
            <td>{track.deadlineOn === null ? '—' : formatDate(track.deadlineOn)}</td>
            <td className="n">{percent(track.planned)}</td>
            <td className="n">{percent(track.claimed)}</td>
            <td className="n">{percent(track.verified)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

export default async function VerifyCode({ params }: PageProps<'/verify/[code]'>) {
  const code = plainSegment((await params).code);
  const ctx = await getAnonymousContext();
  const { found, waitSeconds } = answerTo(ctx, code);
  return (
    <VerifyPage notice={getNotice(ctx)} code={found === null ? code.slice(0, 20) : undefined}>
      {waitSeconds !== null ? (
        <EmptyState tone="no" level={2} title={REPORTS.verifyWait}>
          {REPORTS.verifyWaitText(waitSeconds)}
        </EmptyState>
      ) : found === null ? (
        <EmptyState tone="no" level={2} title={REPORTS.verifyMissing}>
          {REPORTS.verifyMissingText}
        </EmptyState>
      ) : (
        <>
          <EmptyState tone="ok" level={2} title={REPORTS.verifyFound}>
            {REPORTS.verifyFoundText(found.number, found.office, found.programmeTitle)}
          </EmptyState>
          {found.supersededBy !== null && <Note tone="warn">{REPORTS.verifyReplaced(found.supersededBy)}</Note>}
          {found.supersedes !== null && <Note>{REPORTS.verifyCorrects(found.supersedes)}</Note>}
          <Facts found={found} />
          <Section
            id="figures"
            title={REPORTS.verifyFigures}
            aside={<span className="small muted">{REPORTS.verifyAsOf(formatDate(found.asOf))}</span>}
            take={`${found.verdict.lead} ${found.verdict.sentence}`}
          >
            <Tracks found={found} />
          </Section>
          <p className="muted">{REPORTS.verifyCompare}</p>
        </>
      )}
    </VerifyPage>
  );
}
