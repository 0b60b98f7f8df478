import path from 'node:path';
import { DATABASE_FILE, openDatabase, type Db } from '@/db/client';
import { addDays, type CivilDate } from '@/lib/calendar/civil-date';
import { getBodiesDocument, getBodyDocument } from '@/lib/services/body-documents';
import { getDashboard } from '@/lib/services/dashboard';
import { getHeatMap } from '@/lib/services/heat-map';
import { getBlockers, getLateBodies } from '@/lib/services/lateness';
import { getProgressDocument, GROUPINGS } from '@/lib/services/progress';
import { getSeries } from '@/lib/services/series';
import type { ServiceContext } from '@/lib/services/service-context';
import { getReportingRate, getSilentBodies } from '@/lib/services/silence';
import { getWaiting } from '@/lib/services/waiting';
import { getWeekChanges } from '@/lib/services/week-changes';
import { testContext } from './database';

/** Everything the services answer about one day, as text. */
export function answersAsOf(ctx: ServiceContext, asOf: CivilDate): string {
  const bodies = getBodiesDocument(ctx, { asOf });
  const { today: _, ...dashboard } = getDashboard(ctx, { asOf });
  return JSON.stringify({
    groups: GROUPINGS.map((groupBy) => getProgressDocument(ctx, { asOf, groupBy })),
    bodies,
    cards: bodies.bodies.map(({ code }) => getBodyDocument(ctx, code, { asOf })),
    dashboard,
    heat: getHeatMap(ctx, { asOf }),
    late: getLateBodies(ctx, { asOf }),
    blockers: getBlockers(ctx, { asOf }),
    waiting: getWaiting(ctx, { asOf }),
    silent: getSilentBodies(ctx, { asOf }),
    reporting: getReportingRate(ctx, { asOf }),
    changes: getWeekChanges(ctx, { asOf }),
    series: getSeries(ctx, { to: asOf, step: 'week' }),
  });
}

/** The answers about each of some days. */
export function answersOf(ctx: ServiceContext, days: readonly CivilDate[]): Record<string, string> {
  return Object.fromEntries(days.map((day) => [day, answersAsOf(ctx, day)]));
}

/** Every n-th day from one to another, the last one included. */
export function daysBetweenEvery(from: CivilDate, to: CivilDate, step: number): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = from; day < to; day = addDays(day, step)) days.push(day);
  return [...days, to];
}

/** The same data read by a program that has just started. */
export function restarted(dataDir: string, today: CivilDate): { readonly ctx: ServiceContext; readonly db: Db } {
  const db = openDatabase(path.join(dataDir, DATABASE_FILE));
  return { db, ctx: testContext({ role: 'system', db, dataDir, today }) };
}
