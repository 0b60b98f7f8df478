import type { Executor } from '@/db/client';
import { listDeskSignsAsOf } from '@/db/queries/desk-signs';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { DeskSign } from '@/lib/domain/desk-checks';

/** The signs that are looked for on a day. */
export function deskSignsOn(db: Executor, day: CivilDate): DeskSign[] {
  return listDeskSignsAsOf(db, day)
    .filter(({ isRetired }) => !isRetired)
    .map(({ code, milestoneCode, title, phrases }) => ({
      code,
      milestoneCode,
      title,
      phrases: phrases.split('|').filter((phrase) => phrase.trim() !== ''),
    }));
}
