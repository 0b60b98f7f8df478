import { FilterSelect } from '@/components/ui/filter-select';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/button';
import { Segmented } from '@/components/ui/segmented';
import { addDays, type CivilDate } from '@/lib/calendar/civil-date';
import { BODY_CATEGORIES } from '@/lib/domain/vocabulary';
import { formatDayMonth, formatJalaliInput, formatLongDate } from '@/lib/format/dates';
import { DASHBOARD } from '@/lib/messages/dashboard';
import { dayNear } from '@/lib/messages/verdict';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';
import { addressDay, progressHref, type ProgressAddress } from './links';

export interface ScopeBarProps {
  path: string;
  asOf: CivilDate;
  today: CivilDate;
  startOn: CivilDate;
  /** Day compared with; left out where a page compares nothing. */
  since?: CivilDate;
  /** Issued reports, newest first: days to jump to. */
  editions?: readonly { readonly number: number; readonly asOf: CivilDate }[];
  deadlines: readonly CivilDate[];
  tracks: readonly { readonly code: string; readonly title: string }[];
  districts: readonly { readonly code: string; readonly name: string }[];
  programmes: readonly { readonly code: string; readonly title: string }[];
  programme: string;
  /** What the address says now. */
  address: ProgressAddress;
  /** The deadline in force, the default one included. */
  deadlineOn: CivilDate | null;
}

function StepLink({
  href,
  label,
  icon,
  twice,
}: {
  href: string | null;
  label: string;
  icon: 'earlier' | 'later';
  twice?: boolean;
}) {
  const drawing = (
    <>
      <Icon name={icon} />
      {twice && <Icon name={icon} />}
    </>
  );
  return href === null ? (
    <span className="btn icon" role="link" aria-disabled="true" aria-label={label} title={label}>
      {drawing}
    </span>
  ) : (
    <a className="btn icon" href={href} aria-label={label} title={label}>
      {drawing}
    </a>
  );
}

/** What the address says already, kept through a form. */
function Kept({ address, names }: { address: ProgressAddress; names: readonly (keyof ProgressAddress)[] }) {
  return names.map((name) => {
    const value = address[name];
    if (!value) return null;
    const isDay = name === 'asOf' || name === 'since' || (name === 'deadline' && value !== 'all');
    return <input key={name} type="hidden" name={name} value={isDay ? addressDay(value as CivilDate) : value} />;
  });
}

/** The days of the issued reports, each a jump. */
function EditionDays({
  editions = [],
  asOf,
  hrefOf,
}: Pick<ScopeBarProps, 'editions' | 'asOf'> & { hrefOf: (day: CivilDate) => string | null }) {
  const days = editions.flatMap((edition) => {
    const href = hrefOf(edition.asOf);
    return href === null ? [] : [{ ...edition, href }];
  });
  if (days.length === 0) return null;
  return (
    <div className="scope-days">
      <span className="lab">{DASHBOARD.reportDays}</span>
      <ul>
        {days.map(({ number, asOf: day, href }) => (
          <li key={number}>
            <a href={href} aria-current={day === asOf ? 'date' : undefined}>
              {DASHBOARD.reportDay(number, dayNear(day, asOf))}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The earlier day of the page's comparison: usual ones as links, any other typed. */
function CompareWith({ asOf, startOn, since, editions = [], address }: ScopeBarProps & { since: CivilDate }) {
  const lastReport = editions.find((edition) => edition.asOf < asOf);
  const usual = [
    { label: DASHBOARD.weekBefore, day: addDays(asOf, -7) },
    { label: DASHBOARD.monthBefore, day: addDays(asOf, -30) },
    ...(lastReport ? [{ label: DASHBOARD.lastReportBefore(lastReport.number), day: lastReport.asOf }] : []),
    { label: DASHBOARD.programmeStart, day: startOn },
  ].filter(({ day }) => day >= startOn && day < asOf);
  return (
    <details className="scope-date scope-compare">
      <summary className="btn">
        {DASHBOARD.compareWith} <b>{dayNear(since, asOf)}</b>
      </summary>
      <form method="get" action="/dashboard/compare" className="scope-form">
        <Kept address={address} names={['asOf', 'deadline', 'programme', 'track', 'category', 'district']} />
        <label className="scope-choice">
          <span>{DASHBOARD.compareWith}</span>
          <input className="input" name="since" defaultValue={formatJalaliInput(since)} autoComplete="off" />
        </label>
        <button className="btn primary" type="submit">
          {DASHBOARD.compareDays}
        </button>
        <div className="scope-days">
          <ul>
            {usual.map(({ label, day }) => (
              <li key={label}>
                <a href={progressHref('/dashboard/compare', { ...address, since: day })}>
                  {label}: {dayNear(day, asOf)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </form>
    </details>
  );
}

/** The as-of day and the filters of a page, all of them links and one form, so that every state has an address. */
export function ScopeBar(props: ScopeBarProps) {
  const { path, asOf, today, startOn, deadlines, address, deadlineOn } = props;
  const hrefOf = (day: CivilDate) =>
    day > today || day < startOn
      ? null
      : progressHref(path, { ...address, asOf: day === today ? null : day, since: null });
  const step = (days: number, words: (day: string) => string) => {
    const day = addDays(asOf, days);
    const href = hrefOf(day);
    const reason = day > today ? DASHBOARD.notYet : DASHBOARD.beforeStart;
    return { href, label: href === null ? `${words(formatDayMonth(day))}، ${reason}` : words(formatDayMonth(day)) };
  };
  return (
    <section className="scope" aria-label={DASHBOARD.scopeLabel}>
      <div className="wrap scope-in">
        <div className="asof" role="group" aria-label={DASHBOARD.asOf}>
          <span className="lab">{DASHBOARD.asOf}</span>
          <div className="stepper">
            <StepLink icon="earlier" twice {...step(-7, DASHBOARD.weekBack)} />
            <StepLink icon="earlier" {...step(-1, DASHBOARD.dayBack)} />
            <details className="scope-date">
              <summary className="btn date">
                <Icon name="calendar" />
                <b>{formatLongDate(asOf)}</b>
              </summary>
              <form method="get" action={path} className="scope-form">
                <Kept address={address} names={['deadline', 'programme', 'track', 'category', 'district']} />
                <label className="scope-choice">
                  <span>{DASHBOARD.asOf}</span>
                  <input className="input" name="asOf" defaultValue={formatJalaliInput(asOf)} autoComplete="off" />
                </label>
                <button className="btn primary" type="submit">
                  {DASHBOARD.apply}
                </button>
                <EditionDays {...props} hrefOf={hrefOf} />
              </form>
            </details>
            <StepLink icon="later" {...step(1, DASHBOARD.dayOn)} />
            <StepLink icon="later" twice {...step(7, DASHBOARD.weekOn)} />
          </div>
        </div>
        {props.since !== undefined && <CompareWith {...props} since={props.since} />}
        {deadlines.length > 1 && (
          <Segmented
            label={DASHBOARD.deadline}
            visibleLabel={DASHBOARD.deadline}
            items={[
              ...deadlines.map((day) => ({
                key: day,
                href: progressHref(path, { ...address, deadline: day, track: null }),
                label: dayNear(day, asOf),
                isCurrent: deadlineOn === day,
              })),
              {
                key: 'all',
                href: progressHref(path, { ...address, deadline: 'all', track: null }),
                label: DASHBOARD.allDeadlines,
                isCurrent: deadlineOn === null && !address.track,
              },
            ]}
          />
        )}
        {props.tracks.length > 0 && (
          <details className="scope-more">
            <summary className="btn">
              <Icon name="filter" />
              {DASHBOARD.filters}
            </summary>
            <form method="get" action={path} className="scope-form">
              <Kept address={address} names={['asOf', 'since', 'deadline']} />
              {props.programmes.length > 1 && (
                <label className="scope-choice">
                  <span>{DASHBOARD.programme}</span>
                  <select className="input" name="programme" defaultValue={props.programme}>
                    {props.programmes.map(({ code, title }) => (
                      <option key={code} value={code}>
                        {title}
                      </option>
                    ))}
                  </select>
                </label>
              )}
              <FilterSelect
                className="scope-choice"
                name="track"
                label={DASHBOARD.track}
                value={address.track}
                options={props.tracks.map(({ code, title }) => [code, title])}
              />
              <FilterSelect
                className="scope-choice"
                name="category"
                label={DASHBOARD.category}
                value={address.category}
                options={BODY_CATEGORIES.map((category) => [category, BODY_CATEGORY_LABELS[category]])}
              />
              <FilterSelect
                className="scope-choice"
                name="district"
                label={DASHBOARD.district}
                value={address.district}
                options={props.districts.map(({ code, name }) => [code, name])}
              />
              <button className="btn primary" type="submit">
                {DASHBOARD.apply}
              </button>
            </form>
          </details>
        )}
        {asOf !== today && (
          <p className="scope-past small">
            {DASHBOARD.pastDay(formatDayMonth(asOf))}{' '}
            <LinkButton size="sm" variant="quiet" href={progressHref(path, { ...address, asOf: null, since: null })}>
              {DASHBOARD.backToToday}
            </LinkButton>
          </p>
        )}
      </div>
    </section>
  );
}
