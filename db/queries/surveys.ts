import { and, asc, between, count, eq, inArray, lte, sql } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import type { Executor } from '../client';
import type { SurveyChannel } from '@/lib/domain/vocabulary';
import { surveyItemVersions, surveyLinkVersions, surveyResponses } from '../schema/surveys';

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

export type NewSurveyResponse = Omit<typeof surveyResponses.$inferInsert, 'id'>;

/** Records what a client answered. A key that is there already is refused as every rewriting is: look first. */
export function insertSurveyResponse(db: Executor, row: NewSurveyResponse): void {
  db.insert(surveyResponses).values(row).run();
}

export function hasSurveyResponse(db: Executor, key: string): boolean {
  const found = db.select({ id: surveyResponses.id }).from(surveyResponses).where(eq(surveyResponses.key, key)).get();
  return found !== undefined;
}

/** How many responses of a body and a channel were recorded on a day. */
export function countResponsesOf(
  db: Executor,
  { bodyId, channel, day }: { readonly bodyId: number; readonly channel: SurveyChannel; readonly day: CivilDate },
): number {
  const { bodyId: body, channel: by, recordedOn } = surveyResponses;
  const row = db
    .select({ count: count() })
    .from(surveyResponses)
    .where(and(eq(body, bodyId), eq(by, channel), eq(recordedOn, day)))
    .get();
  return row?.count ?? 0;
}

/** Which responses are asked about: a month, of some bodies or of all, as known on a day. */
export interface SurveyMonthQuery {
  readonly day: CivilDate;
  readonly month: JalaliMonth;
  /** Left out: all. */
  readonly bodyIds?: readonly number[] | undefined;
}

const responsesOf = ({ day, month, bodyIds }: SurveyMonthQuery) =>
  and(
    eq(surveyResponses.month, month),
    lte(surveyResponses.recordedOn, day),
    bodyIds === undefined ? undefined : inArray(surveyResponses.bodyId, [...bodyIds]),
  );

/** How often each answer was given to each item. */
export function countAnswers(
  db: Executor,
  query: SurveyMonthQuery,
): { readonly code: string; readonly answer: number; readonly count: number }[] {
  return db
    .select({
      code: sql<string>`each.key`,
      answer: sql<number>`each.value`,
      count: count(),
    })
    .from(surveyResponses)
    .innerJoin(sql`json_each(${surveyResponses.answers}) as each`, sql`true`)
    .where(responsesOf(query))
    .groupBy(sql`each.key`, sql`each.value`)
    .all();
}

/** Answers of the responses that say the same word throughout. */
export function listUniformAnswers(db: Executor, query: SurveyMonthQuery): Readonly<Record<string, number>>[] {
  return db
    .select({ answers: surveyResponses.answers })
    .from(surveyResponses)
    .where(
      and(
        responsesOf(query),
        sql`(select count(distinct each.value) from json_each(${surveyResponses.answers}) as each) = 1`,
      ),
    )
    .all()
    .map(({ answers }) => answers);
}

/** How many responses came by each channel. */
export function countChannels(
  db: Executor,
  query: SurveyMonthQuery,
): { readonly channel: SurveyChannel; readonly count: number }[] {
  return db
    .select({ channel: surveyResponses.channel, count: count() })
    .from(surveyResponses)
    .where(responsesOf(query))
    .groupBy(surveyResponses.channel)
    .all();
}

export type SurveyLinkRow = typeof surveyLinkVersions.$inferSelect;

/** The newest word on the way by which clients of a body answer themselves; undefined where none was ever made. */
export function findSurveyLink(db: Executor, bodyId: number): SurveyLinkRow | undefined {
  return db
    .select()
    .from(surveyLinkVersions)
    .where(sql`${surveyLinkVersions.id} = (select max(v.id) from survey_link_versions v where v.body_id = ${bodyId})`)
    .get();
}

/** The body whose newest link has this token; undefined for a closed, renewed or unknown one. */
export function findBodyIdBySurveyToken(db: Executor, token: string): number | undefined {
  return db
    .select({ bodyId: surveyLinkVersions.bodyId })
    .from(surveyLinkVersions)
    .where(
      and(
        eq(surveyLinkVersions.token, token),
        sql`${surveyLinkVersions.id} = (select max(v.id) from survey_link_versions v where v.body_id = ${surveyLinkVersions.bodyId})`,
      ),
    )
    .get()?.bodyId;
}

export function insertSurveyLink(db: Executor, version: Omit<typeof surveyLinkVersions.$inferInsert, 'id'>): void {
  db.insert(surveyLinkVersions).values(version).run();
}
