import { bodyHref } from '@/components/dashboard/links';
import type { RecoveryRow } from '@/components/dashboard/recovery-note';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Recovery } from '@/lib/domain/recovery';

/** The bodies that would bring the forecast in time, with whose turn their overdue steps are. */
export function recoveryRows({ bodies }: Recovery, linkDay: CivilDate | null): RecoveryRow[] {
  return bodies.map(({ body, gain, milestones }) => {
    const ofReview = milestones.filter(({ state }) => state.state === 'claimed').length;
    const ofOwnSteps = milestones.filter(({ milestone }) => milestone.actor === 'governorate').length;
    return {
      code: body.code,
      name: body.name,
      href: bodyHref(body.code, linkDay),
      gain,
      ofReview,
      ofOwnSteps,
      ofBody: milestones.length - ofReview - ofOwnSteps,
    };
  });
}
