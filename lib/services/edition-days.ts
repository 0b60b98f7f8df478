import { lastEditionNumber, listEditionRows } from '@/db/queries/editions';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { mayDo, type ServiceContext } from './service-context';

/** The day an issued report is about. */
export interface EditionDay {
  readonly number: number;
  readonly asOf: CivilDate;
}

/** Days of the issued reports of a programme, newest first; a corrected week counts once, by its newest number. */
export function editionDays(ctx: ServiceContext, programmeId: number): EditionDay[] {
  if (!mayDo(ctx, 'report.read')) return [];
  const days = new Map<CivilDate, EditionDay>();
  for (const { number, weekEndOn } of listEditionRows(ctx.db, programmeId)) {
    if (!days.has(weekEndOn)) days.set(weekEndOn, { number, asOf: weekEndOn });
  }
  return [...days.values()].sort((a, b) => (a.asOf < b.asOf ? 1 : -1));
}

/** Number of the newest issued report, 0 before the first: tells whether the days above are still the same. */
export function newestEditionNumber(ctx: ServiceContext, programmeId: number): number {
  return lastEditionNumber(ctx.db, programmeId);
}
