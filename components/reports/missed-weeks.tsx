import { Section } from '@/components/ui/section';
import { EDITION_CHECK } from '@/lib/messages/edition-check';

/** Weeks shown at once; the others open on demand. */
const SHOWN = 6;

export interface MissedWeekLink {
  readonly href: string;
  readonly label: string;
}

function Weeks({ weeks }: { weeks: readonly MissedWeekLink[] }) {
  return (
    <ul className="list">
      {weeks.map(({ href, label }) => (
        <li key={href}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  );
}

/** Weeks of the programme that have ended without a report, newest first. */
export function MissedWeeks({ weeks }: { weeks: readonly MissedWeekLink[] }) {
  if (weeks.length === 0) return null;
  const rest = weeks.slice(SHOWN);
  return (
    <Section id="missed" title={EDITION_CHECK.missedTitle} take={EDITION_CHECK.missedTake(weeks.length)}>
      <Weeks weeks={weeks.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details className="data">
          <summary>{EDITION_CHECK.moreMissed(rest.length)}</summary>
          <Weeks weeks={rest} />
        </details>
      )}
    </Section>
  );
}
