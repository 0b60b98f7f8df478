import { CountLink, LinkedCount } from '@/components/ui/count-link';
import { Section } from '@/components/ui/section';
import { Tag, type Tone } from '@/components/ui/tag';
import type { IconName } from '@/components/ui/icon-shapes';
import { DASHBOARD } from '@/lib/messages/dashboard';

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
        <LinkedCount href={list.allHref} count={list.total} of="pairs" strong />
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

export interface EventCount {
  readonly key: string;
  readonly tone: Tone;
  readonly icon: IconName;
  readonly label: string;
  readonly count: number;
  readonly href: string;
}

/** What became different since the day compared with. */
export function WeekSection({
  title,
  aside,
  take,
  events,
  newlyComplete,
  newlyLate,
  caughtUp,
  compare,
  steps,
}: {
  title: string;
  aside: string;
  take: string;
  events: readonly EventCount[];
  newlyComplete: ChangeList;
  newlyLate: ChangeList;
  caughtUp: ChangeList;
  /** The page that compares the two days in full. */
  compare: { readonly href: string; readonly label: string };
  /** Counts of single steps: those that went back, those whose due date was moved. */
  steps: readonly { readonly key: string; readonly text: string; readonly count: number; readonly href: string }[];
}) {
  return (
    <Section
      id="week"
      className="wk"
      title={title}
      aside={<span className="small faint">{aside}</span>}
      take={take}
      more={compare}
    >
      <div className="wk4">
        <div>
          <h3>{DASHBOARD.events}</h3>
          <dl className="evs">
            {events.map(({ key, tone, icon, label, count, href }) => (
              <div key={key}>
                <dt>
                  <Tag tone={tone} icon={icon} line>
                    {label}
                  </Tag>
                </dt>
                <dd>
                  <LinkedCount href={href} count={count} of="rows" />
                </dd>
              </div>
            ))}
          </dl>
        </div>
        <Changes title={DASHBOARD.newlyComplete} tone="complete" icon="complete" list={newlyComplete} />
        <Changes title={DASHBOARD.newlyLate} tone="late" icon="late" list={newlyLate} />
        <Changes title={DASHBOARD.caughtUp} tone="ontrack" icon="on_track" list={caughtUp} />
      </div>
      <ul className="turns small">
        {steps.map(({ key, text, count, href }) => (
          <li key={key}>
            {count === 0 ? (
              text
            ) : (
              <CountLink href={href} count={count} of="rows">
                {text}
              </CountLink>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
