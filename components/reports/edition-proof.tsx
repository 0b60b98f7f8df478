import { Section } from '@/components/ui/section';
import { formatDate } from '@/lib/format/dates';
import { registryNumberText, REPORTS } from '@/lib/messages/reports';
import type { EditionTableRow } from './edition-table';

/** What proves an edition: its code, its two fingerprints, and the secretariat's number. */
export function EditionProof({
  edition,
}: {
  edition: Pick<EditionTableRow, 'verificationCode' | 'registration'> & {
    readonly sha256: string;
    readonly renderingSha256: string | null;
  };
}) {
  const { verificationCode, registration, sha256, renderingSha256 } = edition;
  return (
    <Section id="verification" title={REPORTS.verification}>
      <dl className="kv">
        <dt>{REPORTS.code}</dt>
        <dd>
          <a href={`/verify/${verificationCode}`}>
            <bdi dir="ltr">{verificationCode}</bdi>
          </a>
        </dd>
        <dt>{REPORTS.registration}</dt>
        <dd>
          {registration === null ? (
            <span className="muted">{REPORTS.registrationNone}</span>
          ) : (
            <>
              <bdi>{registryNumberText(registration.registryNumber)}</bdi>؛ {formatDate(registration.registeredOn)}
            </>
          )}
        </dd>
        <dt>{REPORTS.fingerprint}</dt>
        <dd>
          <Fingerprint text={sha256} />
        </dd>
        <dt>{REPORTS.pageFingerprint}</dt>
        <dd>
          {renderingSha256 === null ? (
            <span className="muted">{REPORTS.noPage}</span>
          ) : (
            <Fingerprint text={renderingSha256} />
          )}
        </dd>
      </dl>
    </Section>
  );
}

export function Fingerprint({ text }: { text: string }) {
  return (
    <bdi dir="ltr" className="small break-all">
      {text}
    </bdi>
  );
}
