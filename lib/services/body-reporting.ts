import { listLiaisonNames } from '@/db/queries/users';
import { addDays, type CivilDate } from '@/lib/calendar/civil-date';
import { fridayOf, saturdayOf } from '@/lib/calendar/weeks';
import type { Body } from '@/lib/domain/reference';
import { calculateReportingRate } from '@/lib/domain/reporting-rate';
import { isOpen } from '@/lib/domain/status';
import { authorise, type ServiceContext } from './service-context';
import type { Scope } from './scope';

/** What a body did in one week: nothing was expected, it reported in time, late, or not at all. */
export type ReportingWeek = 'not_expected' | 'on_time' | 'late' | 'missing';

export interface Punctuality {
  /** The last weeks that have ended, the earliest first. */
  readonly weeks: readonly { readonly startOn: CivilDate; readonly outcome: ReportingWeek }[];
  readonly expected: number;
  readonly reported: number;
  readonly onTime: number;
}

const WEEKS = 10;

function hadOpenMilestone(scope: Scope, bodyId: number, day: CivilDate): boolean {
  return scope.ledger
    .reference(day)
    .pairs.filter(({ body, track }) => body.id === bodyId && track.programmeId === scope.programme.id)
    .some(({ milestones }) =>
      milestones.some((milestone) =>
        isOpen({
          milestone,
          state: scope.ledger.state(bodyId, milestone.id, day),
          effectiveDueOn: milestone.baselineDueOn,
        }),
      ),
    );
}

/**
 * Whether a body reported in each of the last ten weeks that ended on or before the as-of day, by the rule of the reporting rate: it is
 * expected to where it had an open milestone on the Saturday.
 */
export function punctualityOf(scope: Scope, bodyId: number): Punctuality {
  return scope.ledger.view(scope.asOf, `punctuality ${scope.programme.id} ${bodyId}`, () => {
    const { asOf, programme, ledger } = scope;
    const lastFriday = fridayOf(asOf) === asOf ? asOf : addDays(saturdayOf(asOf), -1);
    const weeks: { startOn: CivilDate; outcome: ReportingWeek }[] = [];
    for (let friday = lastFriday; weeks.length < WEEKS; friday = addDays(friday, -7)) {
      const startOn = saturdayOf(friday);
      if (startOn < programme.startOn) break;
      if (!hadOpenMilestone(scope, bodyId, startOn)) {
        weeks.unshift({ startOn, outcome: 'not_expected' });
        continue;
      }
      const reports = ledger.ownReports(startOn, friday).filter((report) => report.bodyId === bodyId);
      const { thresholds } = ledger.reference(startOn);
      const { reported, onTime } = calculateReportingRate(friday, new Set([bodyId]), reports, thresholds);
      weeks.unshift({ startOn, outcome: onTime > 0 ? 'on_time' : reported > 0 ? 'late' : 'missing' });
    }
    const count = (...outcomes: ReportingWeek[]) => weeks.filter(({ outcome }) => outcomes.includes(outcome)).length;
    return {
      weeks,
      expected: count('on_time', 'late', 'missing'),
      reported: count('on_time', 'late'),
      onTime: count('on_time'),
    };
  });
}

/**
 * Names of the liaisons who report for a body now, whatever day is looked at.
 * @throws AppError `not_found` for a body the reader may not see
 */
export function liaisonsOf(ctx: ServiceContext, body: Body): string[] {
  authorise(ctx, 'body.read', { body });
  const villageDistrict = body.category === 'village_administration' ? body.districtCode : null;
  return listLiaisonNames(ctx.db, body.id, villageDistrict);
}
