import { and, between, eq, sql } from 'drizzle-orm';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import type { Executor } from '../client';
import { indicatorReadings } from '../schema/indicators';

export type IndicatorReadingRow = typeof indicatorReadings.$inferSelect;

/** The reading that counts of each body, indicator and month on a day: the newest recorded on or before it. Months both included. */
export function listReadingsAsOf(
  db: Executor,
  day: CivilDate,
  { from, to, bodyId }: { readonly from: JalaliMonth; readonly to: JalaliMonth; readonly bodyId?: number },
): IndicatorReadingRow[] {
  const { month, id, indicatorCode } = indicatorReadings;
  return db
    .select()
    .from(indicatorReadings)
    .where(
      and(
        between(month, from, to),
        bodyId === undefined ? undefined : eq(indicatorReadings.bodyId, bodyId),
        sql`${id} = (select max(r.id) from indicator_readings r where r.month = ${month} and r.body_id = ${indicatorReadings.bodyId}
            and r.indicator_code = ${indicatorCode} and r.recorded_on <= ${day})`,
      ),
    )
    .orderBy(id)
    .all();
}

export function insertReading(db: Executor, row: Omit<typeof indicatorReadings.$inferInsert, 'id'>): void {
  db.insert(indicatorReadings).values(row).run();
}
