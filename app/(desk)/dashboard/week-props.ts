import { bodyHref, progressHref, type ProgressAddress } from '@/components/dashboard/links';
import type { ChangeList, EventCount } from '@/components/dashboard/week-section';
import { listHref } from '@/components/lists/list-href';
import type { MoveKind } from '@/lib/domain/comparison';
import { addDays } from '@/lib/calendar/civil-date';
import { formatDayMonth } from '@/lib/format/dates';
import { DASHBOARD } from '@/lib/messages/dashboard';
import { MILESTONE_STATE_LABELS } from '@/lib/messages/vocabulary';
import type { Dashboard } from '@/lib/services/dashboard';

const CHANGES_SHOWN = 3;

/** What became different since the day compared with. `list` is what lists behind the numbers are about, with that day. */
export function weekProps(view: Dashboard, list: ProgressAddress) {
  const { changes, asOf, movedDues } = view;
  const linkDay = asOf === view.today ? null : asOf;
  const changed = (kind: MoveKind, all: Dashboard['changes']['newlyLate']): ChangeList => ({
    total: all.length,
    allHref: listHref('moves', { ...list, move: kind }),
    rows: all.slice(0, CHANGES_SHOWN).map(({ body, track }) => ({
      key: `${body.code}-${track.code}`,
      name: body.name,
      href: bodyHref(body.code, linkDay),
      trackTitle: view.tracks.find(({ code }) => code === track.code)?.shortTitle ?? track.title,
    })),
  });
  const { eventCounts } = changes;
  const verified = eventCounts.verify + eventCounts.certify;
  const event = (key: string, tone: EventCount['tone'], icon: EventCount['icon'], label: string, count: number) => ({
    key,
    tone,
    icon,
    label,
    count,
    href: listHref('events', { ...list, event: key }),
  });
  return {
    title: DASHBOARD.weekTitle(view.since === addDays(asOf, -7)),
    aside: DASHBOARD.weekAside(formatDayMonth(view.since), formatDayMonth(asOf)),
    take: DASHBOARD.weekTake(
      changes.verifiedBefore,
      changes.verifiedNow,
      changes.newlyLate.length,
      changes.caughtUp.length,
    ),
    compare: { href: progressHref('/dashboard/compare', list), label: DASHBOARD.compareDays },
    events: [
      event('claim', 'awaiting', 'awaiting', MILESTONE_STATE_LABELS.claimed, eventCounts.claim),
      event('verified', 'complete', 'complete', MILESTONE_STATE_LABELS.verified, verified),
      event('return', 'late', 'returned', MILESTONE_STATE_LABELS.returned, eventCounts.return),
      event('block', 'blocked', 'blocked', MILESTONE_STATE_LABELS.blocked, eventCounts.block),
      event('check_in', 'exempt', 'bar', DASHBOARD.checkIn, eventCounts.check_in),
    ],
    newlyComplete: changed('newly_complete', changes.newlyComplete),
    newlyLate: changed('newly_late', changes.newlyLate),
    caughtUp: changed('caught_up', changes.caughtUp),
    steps: [
      {
        key: 'regressions',
        text: DASHBOARD.regressions(view.regressions),
        count: view.regressions,
        href: listHref('regressions', list),
      },
      {
        key: 'moved-dues',
        text: DASHBOARD.movedDues(movedDues.milestones, movedDues.times, movedDues.pastDeadline),
        count: movedDues.milestones,
        href: listHref('moved-dues', { ...list, since: null }),
      },
    ],
  };
}
