import { findEditionOfWeek } from '@/db/queries/editions';
import { addDays, type CivilDate } from '@/lib/calendar/civil-date';
import { fridayOf, lastFridayBefore, saturdayOf } from '@/lib/calendar/weeks';
import { lateBodyIds } from './edition-lists';
import { programmeOf } from './editions';
import { openScope } from './scope';
import { authorise, type ServiceContext } from './service-context';
import { silentBodiesOf } from './silence';
import { waitingOf } from './waiting';

/** What somebody should know before a week's report is printed. */
export interface EditionCheck {
  readonly programme: { readonly code: string; readonly title: string };
  readonly weekStartOn: CivilDate;
  readonly weekEndOn: CivilDate;
  readonly asOf: CivilDate;
  /** An unfinished week can be looked at as a draft only. */
  readonly isFinished: boolean;
  /** Number of the edition that the week has already. */
  readonly existingNumber: number | null;
  /** Claims that wait for review on that day, and those of them that wait too long. */
  readonly claims: number;
  readonly claimsOverTarget: number;
  readonly reviewTargetDays: number;
  readonly silentBodies: number;
  readonly silentAfterDays: number;
  readonly lateBodies: number;
  /** Days that name the weeks before and after; null where there is none. */
  readonly weekBefore: CivilDate | null;
  readonly weekAfter: CivilDate | null;
}

/**
 * Looks at a week before its report is issued; default: the last week that has ended.
 * @throws AppError `forbidden`, `no_programme`, `as_of_out_of_range`, `invalid_input` when several programmes run and none is named
 */
export function checkBeforeIssue(
  ctx: ServiceContext,
  input: { readonly week?: CivilDate | null; readonly programme?: string | null } = {},
): EditionCheck {
  authorise(ctx, 'report.issue');
  const programme = programmeOf(ctx, input.programme);
  const today = ctx.clock.today();
  const weekEndOn = input.week ? fridayOf(input.week) : lastFridayBefore(today);
  const weekStartOn = saturdayOf(weekEndOn);
  const isFinished = weekEndOn < today;
  const asOf = isFinished || weekStartOn > today ? weekEndOn : today;
  const scope = openScope(ctx, { asOf, programme: programme.code });
  const waiting = waitingOf(scope);
  const { reviewTargetDays, silentAfterDays } = scope.reference.thresholds;
  const before = addDays(weekStartOn, -1);
  const after = addDays(weekEndOn, 1);
  return {
    programme: { code: programme.code, title: programme.title },
    weekStartOn,
    weekEndOn,
    asOf,
    isFinished,
    existingNumber: findEditionOfWeek(ctx.db, programme.id, weekStartOn)?.number ?? null,
    claims: waiting.claims.length,
    claimsOverTarget: waiting.overTarget,
    reviewTargetDays,
    silentBodies: silentBodiesOf(scope).length,
    silentAfterDays,
    lateBodies: lateBodyIds(scope).size,
    weekBefore: before >= programme.startOn ? before : null,
    weekAfter: after <= today ? after : null,
  };
}
