import { CountLink, LinkedCount } from '@/components/ui/count-link';
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
    readonly objections: number;
  };
  targetDays: number;
  oldest: readonly WaitingRow[];
  /** Waiting claims by age: the governorate's own delay. */
  ages: readonly { readonly minDays: number; readonly maxDays: number | null; readonly count: number }[];
  hrefs: { readonly claims: string; readonly ownSteps: string; readonly requests: string; readonly objections: string };
  ageHref: (minDays: number, maxDays: number | null) => string;
  /** Where the reviewer begins; null for somebody who may not decide. */
  reviewHref: string | null;
}

function Count({ href, count, word, note }: { href: string; count: number; word: string; note: string }) {
  return (
    <li>
      <CountLink href={href} count={count} of="rows">
        <b>{formatInteger(count)}</b>
        <span>{word}</span>
        <small>{note}</small>
      </CountLink>
    </li>
  );
}

/** Waiting claims by age as bars of text, so that they run from the right. */
function Ages({ ages, ageHref }: Pick<WaitingSectionProps, 'ages' | 'ageHref'>) {
  const greatest = Math.max(1, ...ages.map(({ count }) => count));
  return (
    <div>
      <h3 className="sub-h">{DASHBOARD.agesTitle}</h3>
      <table className="table ages">
        <caption className="vh">{DASHBOARD.agesTitle}</caption>
        <tbody>
          {ages.map(({ minDays, maxDays, count }) => (
            <tr key={minDays}>
              <th scope="row">{DASHBOARD.ageRange(minDays, maxDays)}</th>
              <td className="bb">
                <div>
                  <span className="bar w" style={{ inlineSize: `${(count / greatest) * 100}%` }} />
                  <LinkedCount href={ageHref(minDays, maxDays)} count={count} of="rows" strong />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What waits for the governorate: its own age, never the body's fault. */
export function WaitingSection(props: WaitingSectionProps) {
  const { isReviewer, counts, targetDays, oldest, hrefs, reviewHref } = props;
  const requests = counts.extensions + counts.exemptions;
  return (
    <Section id="waiting" title={DASHBOARD.waitingSection(isReviewer)} take={DASHBOARD.waitingTake}>
      <ul className="queue">
        <Count
          href={hrefs.claims}
          count={counts.claims}
          word={DASHBOARD.claims}
          note={DASHBOARD.overTarget(counts.overTarget, targetDays)}
        />
        <Count href={hrefs.ownSteps} count={counts.ownSteps} word={DASHBOARD.ownSteps} note={DASHBOARD.ownStepsNote} />
        <Count
          href={hrefs.requests}
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
          {counts.objections > 0 && (
            <p className="small">
              <CountLink href={hrefs.objections} count={counts.objections} of="rows">
                {DASHBOARD.objections(counts.objections)}
              </CountLink>
            </p>
          )}
          {counts.claims > 0 && <Ages {...props} />}
          {reviewHref !== null && (
            <LinkButton variant="primary" className="full" href={reviewHref}>
              {DASHBOARD.startReview}
            </LinkButton>
          )}
        </>
      )}
    </Section>
  );
}
