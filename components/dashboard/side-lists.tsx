import { Section } from '@/components/ui/section';
import { formatInteger } from '@/lib/format/numbers';
import { DASHBOARD } from '@/lib/messages/dashboard';

export interface BlockerRow {
  readonly cause: string;
  readonly label: string;
  readonly bodies: number;
  readonly turn: string;
  readonly isGovernoratesTurn: boolean;
}

/** Blockers by cause, with the turn most of them wait for. */
export function BlockersSection({ rows, bodies }: { rows: readonly BlockerRow[]; bodies: number }) {
  const greatest = rows[0]?.bodies ?? 1;
  return (
    <Section
      id="blockers"
      title={DASHBOARD.blockersTitle}
      take={rows.length === 0 ? DASHBOARD.noBlockers : DASHBOARD.blockersTake(rows.length, bodies)}
    >
      {rows.length > 0 && (
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
                    <b>{formatInteger(row.bodies)}</b>
                  </div>
                </td>
                <td className={row.isGovernoratesTurn ? 't-awaiting' : undefined}>{row.turn}</td>
              </tr>
            ))}
          </tbody>
        </table>
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
      more={total > rows.length ? { href: allHref, label: DASHBOARD.silentAll(total) } : undefined}
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
