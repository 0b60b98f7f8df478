import { Section } from '@/components/ui/section';
import { Tag, type Tone } from '@/components/ui/tag';
import type { IconName } from '@/components/ui/icon-shapes';
import { formatInteger } from '@/lib/format/numbers';
import { DASHBOARD } from '@/lib/messages/dashboard';
import { MILESTONE_STATE_LABELS } from '@/lib/messages/vocabulary';

export interface ChangeRow {
  readonly key: string;
  readonly name: string;
  readonly href: string;
  readonly trackTitle: string;
}

export interface ChangeList {
  readonly rows: readonly ChangeRow[];
  readonly total: number;
  readonly allHref: string;
}

function Changes({ title, tone, icon, list }: { title: string; tone: Tone; icon: IconName; list: ChangeList }) {
  return (
    <div>
      <h3>
        <Tag tone={tone} icon={icon} line>
          {title}
        </Tag>{' '}
        <b>{formatInteger(list.total)}</b>
      </h3>
      <ul className="list">
        {list.rows.length === 0 && <li className="muted">{DASHBOARD.none}</li>}
        {list.rows.map((row) => (
          <li key={row.key}>
            <a href={row.href}>{row.name}</a> <span className="faint">· {row.trackTitle}</span>
          </li>
        ))}
        {list.total > list.rows.length && (
          <li>
            <a className="more-link" href={list.allHref}>
              {DASHBOARD.andMore(list.total - list.rows.length)}
            </a>
          </li>
        )}
      </ul>
    </div>
  );
}

/** What became different since the day compared with. */
export function WeekSection({
  title,
  aside,
  take,
  counts,
  newlyComplete,
  newlyLate,
  caughtUp,
}: {
  title: string;
  aside: string;
  take: string;
  counts: {
    readonly claims: number;
    readonly verified: number;
    readonly returned: number;
    readonly blocked: number;
    readonly checkIns: number;
  };
  newlyComplete: ChangeList;
  newlyLate: ChangeList;
  caughtUp: ChangeList;
}) {
  const events: readonly (readonly [Tone, IconName, string, number])[] = [
    ['awaiting', 'awaiting', MILESTONE_STATE_LABELS.claimed, counts.claims],
    ['complete', 'complete', MILESTONE_STATE_LABELS.verified, counts.verified],
    ['late', 'returned', MILESTONE_STATE_LABELS.returned, counts.returned],
    ['blocked', 'blocked', MILESTONE_STATE_LABELS.blocked, counts.blocked],
    ['exempt', 'bar', DASHBOARD.checkIn, counts.checkIns],
  ];
  return (
    <Section id="week" className="wk" title={title} aside={<span className="small faint">{aside}</span>} take={take}>
      <div className="wk4">
        <div>
          <h3>{DASHBOARD.events}</h3>
          <dl className="evs">
            {events.map(([tone, icon, label, count]) => (
              <div key={label}>
                <dt>
                  <Tag tone={tone} icon={icon} line>
                    {label}
                  </Tag>
                </dt>
                <dd>{formatInteger(count)}</dd>
              </div>
            ))}
          </dl>
        </div>
        <Changes title={DASHBOARD.newlyComplete} tone="complete" icon="complete" list={newlyComplete} />
        <Changes title={DASHBOARD.newlyLate} tone="late" icon="late" list={newlyLate} />
        <Changes title={DASHBOARD.caughtUp} tone="ontrack" icon="on_track" list={caughtUp} />
      </div>
    </Section>
  );
}
