import { CountLink } from '@/components/ui/count-link';
import { Section } from '@/components/ui/section';
import { formatInteger } from '@/lib/format/numbers';
import { DASHBOARD } from '@/lib/messages/dashboard';

export interface BlockerRow {
  readonly cause: string;
  readonly label: string;
  readonly bodies: number;
  readonly turn: string;
  readonly isGovernoratesTurn: boolean;
  readonly href: string;
}

export interface TurnRow {
  readonly turn: string;
  readonly label: string;
  readonly bodies: number;
  readonly milestones: number;
  readonly href: string;
  /** The body itself has to act: nobody else can be called. */
  readonly isBodys: boolean;
}

/** Blockers by cause and by whose turn it is, with what one call could free. */
export function BlockersSection({
  rows,
  turns,
  bodies,
  milestones,
  allHref,
}: {
  rows: readonly BlockerRow[];
  turns: readonly TurnRow[];
  bodies: number;
  milestones: number;
  allHref: string;
}) {
  const greatest = rows[0]?.bodies ?? 1;
  const call = turns.find(({ isBodys }) => !isBodys);
  return (
    <Section
      id="blockers"
      title={DASHBOARD.blockersTitle}
      take={
        rows.length === 0
          ? DASHBOARD.noBlockers
          : `${DASHBOARD.blockersTake(rows.length, bodies)} ${call ? DASHBOARD.oneCall(call.label, call.bodies) : ''}`
      }
      more={
        rows.length === 0
          ? undefined
          : { href: allHref, label: DASHBOARD.blockersAll(milestones), count: milestones, of: 'rows' }
      }
    >
      {rows.length > 0 && (
        <>
          <table className="table bl-t">
            <thead>
              <tr>
                <th scope="col">{DASHBOARD.cause}</th>
                <th scope="col">{DASHBOARD.bodies}</th>
                <th scope="col">{DASHBOARD.turn}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.cause}>
                  <th scope="row">{row.label}</th>
                  <td className="bb">
                    <div>
                      <span className="bar k" style={{ inlineSize: `${(row.bodies / greatest) * 100}%` }} />
                      <CountLink href={row.href} count={row.bodies} of="bodies">
                        <b>{formatInteger(row.bodies)}</b>
                      </CountLink>
                    </div>
                  </td>
                  <td className={row.isGovernoratesTurn ? 't-awaiting' : undefined}>{row.turn}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <ul className="turns small" aria-label={DASHBOARD.byTurn}>
            {turns.map((row) => (
              <li key={row.turn}>
                {DASHBOARD.turnOf(row.label)}{' '}
                <CountLink href={row.href} count={row.bodies} of="bodies">
                  {DASHBOARD.bodiesCount(row.bodies)}
                </CountLink>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

export interface SilentRow {
  readonly code: string;
  readonly name: string;
  readonly href: string;
  readonly days: number;
  readonly lastReport: string;
}

/** Bodies that said nothing, not even «بدون تغییر». */
export function SilentSection({
  rows,
  total,
  threshold,
  allHref,
}: {
  rows: readonly SilentRow[];
  total: number;
  threshold: number;
  allHref: string;
}) {
  return (
    <Section
      id="silent"
      title={DASHBOARD.silentTitle}
      take={DASHBOARD.silentTake(total, threshold)}
      more={total > 0 ? { href: allHref, label: DASHBOARD.silentAll(total), count: total, of: 'bodies' } : undefined}
    >
      <ul className="list">
        {rows.map((row) => (
          <li key={row.code} className="dec">
            <span className="days">
              <b>{formatInteger(row.days)}</b> {DASHBOARD.daysUnit}
            </span>
            <span className="one">
              <a href={row.href}>{row.name}</a>
              <small>{row.lastReport}</small>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
