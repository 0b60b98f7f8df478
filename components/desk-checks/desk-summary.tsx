import { Section } from '@/components/ui/section';
import { formatDayMonthYear } from '@/lib/format/dates';
import { DESKS } from '@/lib/messages/desk-checks';
import type { ShownCheck } from './check-view';
import { DeskLink, DeskOutcomeTag } from './desk-look';

export interface DeskSummaryProps {
  bodyCode: string;
  url: string | null;
  check: Pick<ShownCheck, 'recordedOn' | 'outcome' | 'findings'> | null;
}

/** The electronic desk on the page of its body. */
export function DeskSummary({ bodyCode, url, check }: DeskSummaryProps) {
  const found = check?.findings.filter(({ passage }) => passage !== null).length ?? 0;
  return (
    <Section
      id="desk"
      title={DESKS.oneDesk}
      more={{ href: `/inspections/desks/${encodeURIComponent(bodyCode)}`, label: DESKS.openDesk }}
    >
      <dl className="kv">
        <dt>{DESKS.shortAddress}</dt>
        <dd>{url === null ? <span className="faint">{DESKS.noAddress}</span> : <DeskLink url={url} />}</dd>
        <dt>{DESKS.lastCheck}</dt>
        <dd>
          {check === null ? (
            <span className="faint">{DESKS.notChecked}</span>
          ) : (
            <>
              {formatDayMonthYear(check.recordedOn)} <DeskOutcomeTag outcome={check.outcome} line />
            </>
          )}
        </dd>
        {check !== null && check.findings.length > 0 && (
          <>
            <dt>{DESKS.signs}</dt>
            <dd>{DESKS.signsFound(found, check.findings.length)}</dd>
          </>
        )}
      </dl>
    </Section>
  );
}
