import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { formatInteger } from '@/lib/format/numbers';
import { DASHBOARD } from '@/lib/messages/dashboard';

export interface WaitingRow {
  readonly key: string;
  readonly days: number;
  readonly name: string;
  readonly href: string;
  readonly what: string;
}

export interface WaitingSectionProps {
  isReviewer: boolean;
  counts: {
    readonly claims: number;
    readonly overTarget: number;
    readonly ownSteps: number;
    readonly extensions: number;
    readonly exemptions: number;
  };
  targetDays: number;
  oldest: readonly WaitingRow[];
  /** Addresses of the lists; null for somebody who may not decide. */
  hrefs: { readonly claims: string; readonly ownSteps: string; readonly requests: string } | null;
}

function Count({ href, count, word, note }: { href: string | null; count: number; word: string; note: string }) {
  const inside = (
    <>
      <b>{formatInteger(count)}</b>
      <span>{word}</span>
      <small>{note}</small>
    </>
  );
  return <li>{href === null ? <div className="queue-cell">{inside}</div> : <a href={href}>{inside}</a>}</li>;
}

/** What waits for the governorate: its own age, never the body's fault. */
export function WaitingSection({ isReviewer, counts, targetDays, oldest, hrefs }: WaitingSectionProps) {
  const requests = counts.extensions + counts.exemptions;
  return (
    <Section id="waiting" title={DASHBOARD.waitingSection(isReviewer)} take={DASHBOARD.waitingTake}>
      <ul className="queue">
        <Count
          href={hrefs?.claims ?? null}
          count={counts.claims}
          word={DASHBOARD.claims}
          note={DASHBOARD.overTarget(counts.overTarget, targetDays)}
        />
        <Count
          href={hrefs?.ownSteps ?? null}
          count={counts.ownSteps}
          word={DASHBOARD.ownSteps}
          note={DASHBOARD.ownStepsNote}
        />
        <Count
          href={hrefs?.requests ?? null}
          count={requests}
          word={DASHBOARD.requests}
          note={DASHBOARD.requestsNote(counts.extensions, counts.exemptions)}
        />
      </ul>
      {oldest.length === 0 ? (
        <EmptyState tone="ok" title={DASHBOARD.nothingWaiting} />
      ) : (
        <>
          <h3 className="sub-h">{DASHBOARD.oldest}</h3>
          <ul className="list">
            {oldest.map((row) => (
              <li key={row.key} className="dec">
                <span className="days">
                  <b>{formatInteger(row.days)}</b> {DASHBOARD.daysUnit}
                </span>
                <span>
                  <a href={row.href}>{row.name}</a>
                  <small>{row.what}</small>
                </span>
              </li>
            ))}
          </ul>
          {hrefs !== null && (
            <LinkButton variant="primary" className="full" href={hrefs.claims}>
              {DASHBOARD.startReview}
            </LinkButton>
          )}
        </>
      )}
    </Section>
  );
}
