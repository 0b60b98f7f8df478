import { and, asc, between, eq, lte, sql } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import type { Executor } from '../client';
import { surveyItemVersions, surveyResponses } from '../schema/surveys';

export type SurveyItemRow = typeof surveyItemVersions.$inferSelect;
export type NewSurveyItem = Omit<typeof surveyItemVersions.$inferInsert, 'id'>;

/** The newest version of each item of the survey recorded on or before a day, in its order; withdrawn ones are among them. */
export function listSurveyItemsAsOf(db: Executor, day: CivilDate): SurveyItemRow[] {
  return db
    .select()
    .from(surveyItemVersions)
    .where(
      sql`${surveyItemVersions.id} = (select max(v.id) from survey_item_versions v where v.code = ${surveyItemVersions.code} and v.recorded_on <= ${day})`,
    )
    .orderBy(asc(surveyItemVersions.position), asc(surveyItemVersions.id))
    .all();
}

export function insertSurveyItem(db: Executor, version: NewSurveyItem): void {
  db.insert(surveyItemVersions).values(version).run();
}

/** A figure of the survey over the responses in which it could be worked out: sum and number, so that means can be pooled. */
export interface SurveySum {
  readonly sum: number;
  readonly count: number;
}

/** What the clients of one body answered in one month. */
export interface SurveyMonthRow {
  readonly bodyId: number;
  readonly month: JalaliMonth;
  readonly responses: number;
  /** 0 to 100 each */
  readonly satisfaction: SurveySum;
  readonly ease: SurveySum;
  readonly transparency: SurveySum;
  readonly integrity: SurveySum;
  /** how many needed a go-between, of those who said */
  readonly goBetween: SurveySum;
}

/** Sums of the survey by body and month, of the responses recorded on or before a day. Months both included. */
export function listSurveyMonthsAsOf(
  db: Executor,
  day: CivilDate,
  { from, to, bodyId }: { readonly from: JalaliMonth; readonly to: JalaliMonth; readonly bodyId?: number },
): SurveyMonthRow[] {
  const table = surveyResponses;
  const sumOf = (column: AnySQLiteColumn) => ({
    sum: sql<number>`total(${column})`,
    count: sql<number>`count(${column})`,
  });
  return db
    .select({
      bodyId: table.bodyId,
      month: table.month,
      responses: sql<number>`count(*)`,
      satisfaction: sumOf(table.satisfaction),
      ease: sumOf(table.ease),
      transparency: sumOf(table.transparency),
      integrity: sumOf(table.integrity),
      goBetween: sumOf(table.neededGoBetween),
    })
    .from(table)
    .where(
      and(
        between(table.month, from, to),
        lte(table.recordedOn, day),
        bodyId === undefined ? undefined : eq(table.bodyId, bodyId),
      ),
    )
    .groupBy(table.month, table.bodyId)
    .orderBy(asc(table.month), asc(table.bodyId))
    .all();
}
