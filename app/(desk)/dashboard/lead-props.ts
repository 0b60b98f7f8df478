import { progressHref, type ProgressAddress } from '@/components/dashboard/links';
import { changeFigure, type LeadProps } from '@/components/dashboard/lead';
import { listHref } from '@/components/lists/list-href';
import { addDays } from '@/lib/calendar/civil-date';
import { formatDayMonth } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { DASHBOARD } from '@/lib/messages/dashboard';
import { dayNear, verdictSentence } from '@/lib/messages/verdict';
import type { Dashboard } from '@/lib/services/dashboard';

/** The verdict and the three answers beside it. `list` is what lists behind the numbers are about. */
export function leadProps(
  view: Dashboard,
  isReviewer: boolean,
  address: ProgressAddress,
  list: ProgressAddress,
): LeadProps {
  const { total, late, waiting, changes, asOf, cause } = view;
  const requests = waiting.requests.length;
  const waits = waiting.claims.length + waiting.ownSteps.length + requests + waiting.objections.length;
  const ownStepsOf = (code: string) => waiting.ownSteps.filter(({ track }) => track?.code === code).length;
  const subjects = view.lines.map(({ track, figures, verdict }) => ({
    name: track.title,
    figures,
    verdict,
    ownStepsDue: ownStepsOf(track.code),
  }));
  const lateBodies = new Set(late.map(({ body }) => body.id)).size;
  const isWeek = view.since === addDays(asOf, -7);
  return {
    eyebrow: DASHBOARD.eyebrow(
      total.deadline === null ? null : dayNear(total.deadline, asOf),
      view.lines.map(({ shortTitle }) => shortTitle),
      total.bodies,
    ),
    verdict: verdictSentence(subjects, asOf),
    total,
    unverifiedHref: listHref('milestones', { ...list, state: 'unverified' }),
    facts: [
      {
        figure: formatInteger(cause?.pairs ?? 0),
        title: DASHBOARD.causeTitle,
        href: cause === null ? '#late' : listHref('pairs', { ...list, status: 'behind', top: cause.pairs }),
        link: cause === null ? DASHBOARD.noCause : DASHBOARD.causeLink(cause.share),
        text: cause === null ? DASHBOARD.noCauseText : DASHBOARD.causeText(late.length, lateBodies),
        counts: cause === null ? undefined : { count: cause.pairs, of: 'pairs' },
      },
      {
        figure: formatInteger(waits),
        title: DASHBOARD.waitingTitle(isReviewer),
        href: listHref('waiting', list),
        link: DASHBOARD.waitingLink(
          waiting.claims.length,
          waiting.ownSteps.length,
          requests,
          waiting.objections.length,
        ),
        text: DASHBOARD.waitingText(waiting.overTarget, view.reviewTargetDays, waiting.claims[0]?.days ?? null),
        counts: { count: waits, of: 'rows' },
      },
      {
        figure: changeFigure(changes.verifiedBefore, changes.verifiedNow),
        isSigned: true,
        title: DASHBOARD.changeTitle(isWeek ? 'هفتهٔ پیش' : formatDayMonth(view.since)),
        href: progressHref('/dashboard/compare', { ...list, since: address.since }),
        link: DASHBOARD.changeLink(changes.verifiedBefore, changes.verifiedNow),
        text: DASHBOARD.changeText(changes.newlyLate.length, changes.caughtUp.length),
      },
    ],
    countdown: view.countdown,
    countdownDays: view.countdownDays,
    otherCountdowns: view.otherCountdowns,
    asOf,
    today: view.today,
  };
}
