import { CountLink } from '@/components/ui/count-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { Section } from '@/components/ui/section';
import type { MilestoneStateName } from '@/lib/domain/vocabulary';
import { formatDecimal, formatInteger } from '@/lib/format/numbers';
import { DASHBOARD } from '@/lib/messages/dashboard';

export interface LateRow {
  readonly key: string;
  readonly name: string;
  readonly href: string;
  readonly trackTitle: string;
  readonly daysLate: number;
  readonly consequence: number;
  readonly action: string;
  readonly milestones: readonly {
    readonly code: string;
    readonly position: number;
    readonly shortTitle: string;
    readonly state: MilestoneStateName;
  }[];
}

function LateMark({ milestone }: { milestone: LateRow['milestones'][number] }) {
  const icon = milestone.state === 'blocked' ? 'blocked' : milestone.state === 'returned' ? 'returned' : null;
  return (
    <span className={milestone.state === 'blocked' ? 'g blk' : 'g'} title={milestone.shortTitle}>
      {icon && <Icon name={icon} />}
      {formatInteger(milestone.position)}
    </span>
  );
}

/** Late bodies by consequence: how much work has waited for how long, and what to do next. */
export function LateSection({
  rows,
  total,
  bodies,
  everywhere,
  allHref,
  everywhereHref,
}: {
  rows: readonly LateRow[];
  total: number;
  bodies: number;
  /** In every track and deadline. */
  everywhere: number;
  allHref: string;
  everywhereHref: string;
}) {
  const greatest = rows[0]?.consequence ?? 1;
  const more =
    total > 0 ? { href: allHref, label: DASHBOARD.lateAll(total), count: total, of: 'pairs' as const } : undefined;
  const take = (
    <>
      {total === 0 ? DASHBOARD.noLate : DASHBOARD.lateTake(bodies)}{' '}
      {everywhere > total && (
        <CountLink href={everywhereHref} count={everywhere} of="pairs">
          {DASHBOARD.lateEverywhere(everywhere)}
        </CountLink>
      )}
    </>
  );
  return (
    <Section id="late" title={DASHBOARD.lateTitle} take={take} more={more}>
      {rows.length === 0 ? (
        <EmptyState tone="ok" title={DASHBOARD.noLate} />
      ) : (
        <div className="scroll">
          <table className="table late-t">
            <thead>
              <tr>
                <th scope="col">{DASHBOARD.body}</th>
                <th scope="col">{DASHBOARD.track}</th>
                <th scope="col">{DASHBOARD.lateMilestones}</th>
                <th scope="col" className="n">
                  <abbr title={DASHBOARD.delayTitle}>{DASHBOARD.delay}</abbr>
                </th>
                <th scope="col" className="cq">
                  {DASHBOARD.consequence}
                </th>
                <th scope="col">{DASHBOARD.nextAction}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  <th scope="row">
                    <a href={row.href}>{row.name}</a>
                  </th>
                  <td>{row.trackTitle}</td>
                  <td className="gs">
                    {row.milestones.map((milestone) => (
                      <LateMark key={milestone.code} milestone={milestone} />
                    ))}
                  </td>
                  <td className="n">{DASHBOARD.days(row.daysLate)}</td>
                  <td className="cq">
                    <div>
                      <span className="bar l" style={{ inlineSize: `${(row.consequence / greatest) * 100}%` }} />
                      <b>{formatDecimal(row.consequence, 1)}</b>
                    </div>
                  </td>
                  <td className="small nowrap">{row.action}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
