import { findEdition, findEditionOfWeek, listEditionRows } from '@/db/queries/editions';
import { addDays, maxDate, minDate, type CivilDate } from '@/lib/calendar/civil-date';
import { fridayOf, lastFridayBefore, saturdayOf } from '@/lib/calendar/weeks';
import { issueDelay, type EditionDocument } from '@/lib/domain/edition';
import {
  judgeEdition,
  NEEDED_OFFICE_WORDS,
  type CheckItem,
  type EditionFacts,
  type WeekSpan,
} from '@/lib/domain/edition-check';
import { checkTotals } from '@/lib/domain/edition-totals';
import { buildWholeDocument } from './edition-document';
import { lateBodyIds } from './edition-lists';
import { programmeOf } from './edition-programme';
import { paragraphsOf, remarksHistory, type Remark } from './edition-remarks';
import { reportingWeekOf } from './reporting-week';
import { openScope, type Scope } from './scope';
import { authorise, mayDo, type ServiceContext } from './service-context';
import { getSettings } from './settings';
import { silentBodiesOf } from './silence';
import { waitingOf } from './waiting';

/** What somebody should know before a week's report is printed. */
export interface EditionCheck extends WeekSpan {
  readonly programme: { readonly code: string; readonly title: string };
  /** The day up to which it is counted; of a week that has not ended, today. */
  readonly asOf: CivilDate;
  readonly facts: EditionFacts;
  readonly items: readonly CheckItem[];
  readonly reviewTargetDays: number;
  readonly silentAfterDays: number;
  /** Every week of the programme that has ended and has no edition, newest first. */
  readonly missedWeeks: readonly WeekSpan[];
  /** What the deputy wrote for the report of this week, newest first; the first counts. */
  readonly remarks: readonly Remark[];
  readonly mayWriteRemarks: boolean;
  /** Whether the reader may set the words of the office. */
  readonly maySetWords: boolean;
  /** Days that name the weeks before and after; null where there is none. */
  readonly weekBefore: CivilDate | null;
  readonly weekAfter: CivilDate | null;
}

/** Weeks that have ended since the first track of a programme began and have no edition, newest first. */
function missedWeeksOf(ctx: ServiceContext, scope: Scope, programmeStartOn: CivilDate): WeekSpan[] {
  const issued = new Set(listEditionRows(ctx.db, scope.programme.id).map(({ weekStartOn }) => weekStartOn));
  const [first, ...others] = scope.tracks.map(({ startOn }) => startOn);
  if (first === undefined) return [];
  const firstFriday = fridayOf(maxDate(programmeStartOn, others.reduce(minDate, first)));
  const missed: WeekSpan[] = [];
  for (let weekEndOn = lastFridayBefore(scope.today); weekEndOn >= firstFriday; weekEndOn = addDays(weekEndOn, -7)) {
    const weekStartOn = saturdayOf(weekEndOn);
    if (!issued.has(weekStartOn)) missed.push({ weekStartOn, weekEndOn });
  }
  return missed;
}

/** The edition that the change columns are counted from. */
function comparedEdition(ctx: ServiceContext, scope: Scope, document: EditionDocument): EditionDocument | null {
  const number = document.header.comparedWith?.number ?? null;
  const stored = number === null ? null : findEdition(ctx.db, scope.programme.id, number);
  return stored === null ? null : (JSON.parse(stored.document) as EditionDocument);
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
  const { total: reports } = reportingWeekOf(ctx.db, scope);
  const { reviewTargetDays, silentAfterDays } = scope.reference.thresholds;
  const missedWeeks = missedWeeksOf(ctx, openScope(ctx, { programme: programme.code }), programme.startOn);
  const remarks = remarksHistory(ctx.db, programme.id, weekStartOn);
  const document = buildWholeDocument(ctx, { weekEndOn, programme: programme.code });
  const { office } = getSettings(ctx);
  const before = addDays(weekStartOn, -1);
  const after = addDays(weekEndOn, 1);
  const facts: EditionFacts = {
    isFinished,
    delayDays: issueDelay({ weekEndOn, issuedOn: today }),
    existingNumber: findEditionOfWeek(ctx.db, programme.id, weekStartOn)?.number ?? null,
    missedBefore: missedWeeks.filter((week) => week.weekStartOn < weekStartOn),
    totalsProblems: checkTotals(document, comparedEdition(ctx, scope, document)),
    unsetWords: NEEDED_OFFICE_WORDS.filter((word) => office[word] === undefined),
    hasRemarks: paragraphsOf(remarks[0] ?? null).length > 0,
    claims: waiting.claims.length,
    claimsOverTarget: waiting.overTarget,
    notReported: reports.missing,
    expected: reports.expected,
    silentBodies: silentBodiesOf(scope).length,
    lateBodies: lateBodyIds(scope).size,
  };
  return {
    programme: { code: programme.code, title: programme.title },
    weekStartOn,
    weekEndOn,
    asOf,
    facts,
    items: judgeEdition(facts),
    reviewTargetDays,
    silentAfterDays,
    missedWeeks,
    remarks,
    mayWriteRemarks: mayDo(ctx, 'report.write_remarks'),
    maySetWords: mayDo(ctx, 'settings.manage'),
    weekBefore: before >= programme.startOn ? before : null,
    weekAfter: after <= today ? after : null,
  };
}
