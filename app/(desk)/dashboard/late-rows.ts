import type { LateRow } from '@/components/dashboard/late-section';
import { bodyHref } from '@/components/dashboard/links';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { DASHBOARD } from '@/lib/messages/dashboard';
import { BLOCK_CAUSE_LABELS } from '@/lib/messages/vocabulary';
import type { Dashboard } from '@/lib/services/dashboard';
import type { LatePair } from '@/lib/services/lateness';

/** The one thing to do next about a late body: break its silence, lift what blocks it, have it mend what was returned. */
function nextAction({ body, milestones }: LatePair, silentDays: ReadonlyMap<number, number>): string {
  const silent = silentDays.get(body.id);
  if (silent !== undefined) return DASHBOARD.actionCall(silent);
  const blocked = milestones.find(({ cause }) => cause !== null);
  if (blocked?.cause) return DASHBOARD.actionUnblock(BLOCK_CAUSE_LABELS[blocked.cause]);
  if (milestones.some(({ state }) => state === 'returned')) return DASHBOARD.actionFixReturned;
  return DASHBOARD.actionFollowUp;
}

/** Late pairs as rows, each with its next action. */
export function lateRowsOf(
  late: readonly LatePair[],
  {
    silentDays,
    linkDay,
    trackTitle,
  }: {
    silentDays: ReadonlyMap<number, number>;
    linkDay: CivilDate | null;
    trackTitle: (track: LatePair['track']) => string;
  },
): LateRow[] {
  return late.map((pair) => ({
    key: `${pair.body.code}-${pair.track.code}`,
    name: pair.body.name,
    href: bodyHref(pair.body.code, linkDay),
    trackTitle: trackTitle(pair.track),
    daysLate: pair.daysLate,
    consequence: pair.consequence,
    action: nextAction(pair, silentDays),
    milestones: pair.milestones,
  }));
}

/** The late pairs of the deputy's page. */
export function lateRows(view: Dashboard): LateRow[] {
  return lateRowsOf(view.late, {
    silentDays: new Map(view.silent.map(({ body, days }) => [body.id, days])),
    linkDay: view.asOf === view.today ? null : view.asOf,
    trackTitle: (track) => view.tracks.find(({ code }) => code === track.code)?.shortTitle ?? track.title,
  });
}
