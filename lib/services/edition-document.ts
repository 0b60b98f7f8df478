import { findEditionBefore } from '@/db/queries/editions';
import { addDays, type CivilDate } from '@/lib/calendar/civil-date';
import { toJalali } from '@/lib/calendar/jalali';
import { fridayOf, saturdayOf } from '@/lib/calendar/weeks';
import {
  EDITION_FORMAT,
  issueDelay,
  leaveOutSections,
  type EditionDocument,
  type EditionHeader,
  type EditionTask,
  type ReportSection,
} from '@/lib/domain/edition';
import { getEnv } from '@/lib/env';
import { formatInteger } from '@/lib/format/numbers';
import { editionWords } from '@/lib/messages/edition-text';
import { DELEGATE_LABEL, ROLE_LABELS, TURN_LABELS } from '@/lib/messages/vocabulary';
import { onPaper } from '@/lib/text/paper-text';
import { shortTitles } from '@/lib/text/short-titles';
import {
  districtTrackRows,
  groupRows,
  narrowed,
  reportCurve,
  reportDeadline,
  statusRows,
  trackRows,
  type EditionScopes,
} from './edition-figures';
import {
  attachment,
  blockerTable,
  decisionTable,
  lateBodyIds,
  lateList,
  milestoneColumns,
  realDesks,
  silentList,
  weekTable,
} from './edition-lists';
import { deadlineFacts, letterOf, verdictOf, type EditionParts } from './edition-letter';
import { outcomesOf } from './edition-outcomes';
import { promisesOf } from './edition-promises';
import { blockersOf, latePairsOf } from './lateness';
import { officeWordsAsOf, type OfficeWords } from './office-words';
import { groupsOf } from './progress';
import { openScope } from './scope';
import { getSettings } from './settings';
import { authorise, type ServiceContext } from './service-context';
import { reportingRateOf, silentBodiesOf } from './silence';
import { waitingOf } from './waiting';
import { weekChangesOf } from './week-changes';

export interface EditionInput {
  /** Friday of the reported week. */
  readonly weekEndOn: CivilDate;
  /** Programme code; default: the one running today. */
  readonly programme?: string | null;
  /** The deputy's own paragraphs. */
  readonly remarks?: readonly string[];
  /** What only an issued edition has; a draft has none. */
  readonly issued?: { readonly number: number; readonly verificationCode: string; readonly supersedes: number | null };
  /** Origin of the site, for the square code; default: the office's setting. */
  readonly origin?: string | null;
}

function keyFigures(parts: EditionParts): EditionDocument['keyFigures'] {
  const { now, before, facts } = parts;
  const { thresholds } = now.reference;
  const late = lateBodyIds(now);
  const wereLate = before === null ? null : lateBodyIds(before);
  const waiting = waitingOf(now);
  const silent = silentBodiesOf(now);
  const { reported, expected, onTime } = reportingRateOf(now);
  const [total] = groupsOf(now, 'total');
  return [
    ...(facts === null
      ? []
      : [
          {
            label: editionWords.keyDeadline(facts.deadline, now.asOf),
            value: formatInteger(Math.abs(facts.daysLeft)),
            unit: facts.daysLeft >= 0 ? editionWords.daysLeft : editionWords.daysPassed,
            detail: editionWords.keyDeadlineDetail(facts),
          },
        ]),
    {
      label: editionWords.keyLate,
      value: formatInteger(late.size),
      unit: editionWords.keyLateUnit(total?.bodies ?? 0),
      detail:
        wereLate === null
          ? editionWords.firstCount
          : editionWords.keyLateDetail(
              wereLate.size,
              [...wereLate].filter((id) => !late.has(id)).length,
              [...late].filter((id) => !wereLate.has(id)).length,
            ),
    },
    {
      label: editionWords.keyWaiting,
      value: formatInteger(waiting.claims.length),
      unit: editionWords.keyWaitingUnit,
      detail: editionWords.keyWaitingDetail(
        waiting.overTarget,
        thresholds.reviewTargetDays,
        waiting.claims[0]?.days ?? null,
        before === null ? null : waitingOf(before).claims.length,
      ),
    },
    {
      label: editionWords.keySilent(thresholds.silentAfterDays),
      value: formatInteger(silent.length),
      unit: editionWords.keySilentUnit,
      detail: editionWords.keySilentDetail(
        before === null ? null : silentBodiesOf(before).length,
        reported,
        expected,
        onTime,
      ),
    },
  ];
}

function changesOf(parts: EditionParts, week: EditionDocument['week'], weekStartOn: CivilDate): string[] {
  const { now, before } = parts;
  const changes = weekChangesOf(now, before?.asOf ?? addDays(weekStartOn, -1));
  const total = week.rows.find(({ isTotal }) => isTotal);
  const real = realDesks(now);
  return [
    ...(total === undefined ? [] : [editionWords.changeCounts(total.verifications, total.claims, total.returns)]),
    ...(before === null ? [] : [editionWords.changeLate(changes.newlyLate.length, changes.caughtUp.length)]),
    ...(before !== null && changes.newlyComplete.length > 0
      ? [editionWords.changeComplete(changes.newlyComplete.length)]
      : []),
    ...(real === null ? [] : [editionWords.changeReal(realDesks(before), real)]),
    ...(total !== undefined && total.extensions > 0 ? [editionWords.changeExtended(total.extensions)] : []),
  ];
}

function tasksOf({ now }: EditionParts): EditionTask[] {
  const waiting = waitingOf(now);
  const late = latePairsOf(now);
  const office = editionWords.taskOfficeWhat(waiting.claims.length, waiting.ownSteps.length);
  const ofBodies = late.flatMap((pair) =>
    pair.milestones.filter(({ turn }) => turn === 'body').map(() => pair.body.id),
  );
  const blocked = new Map<string, number>();
  for (const { milestones } of blockersOf(now)) {
    for (const { turn } of milestones) {
      if (turn !== 'body' && turn !== 'unknown')
        blocked.set(TURN_LABELS[turn], (blocked.get(TURN_LABELS[turn]) ?? 0) + 1);
    }
  }
  const governorateBlocks = blocked.get(editionWords.taskOffice) ?? 0;
  blocked.delete(editionWords.taskOffice);
  const officeParts = [
    ...(office === '' ? [] : [office]),
    ...(governorateBlocks === 0 ? [] : [editionWords.taskBlocked(governorateBlocks)]),
  ];
  const silent = silentBodiesOf(now).length;
  return [
    ...(officeParts.length === 0 ? [] : [{ who: editionWords.taskOffice, what: `${officeParts.join('؛ ')}.` }]),
    ...(ofBodies.length === 0
      ? []
      : [
          {
            who: editionWords.taskBodies,
            what: `${editionWords.taskBodiesWhat(ofBodies.length, new Set(ofBodies).size)}.`,
          },
        ]),
    ...(blocked.size === 0
      ? []
      : [
          {
            who: editionWords.taskOthers,
            what: `${[...blocked].map(([who, steps]) => editionWords.taskOthersWhat(who, steps)).join('؛ ')}.`,
          },
        ]),
    ...(silent === 0 ? [] : [{ who: editionWords.taskSilent, what: `${editionWords.taskSilentWhat(silent)}.` }]),
  ];
}

function headerOf(
  ctx: ServiceContext,
  input: EditionInput,
  scopes: EditionScopes,
  office: OfficeWords,
  county: string,
): EditionHeader {
  const { now, before } = scopes;
  const issued = input.issued ?? null;
  const origin = (input.origin ?? office.webAddress)?.replace(/\/+$/, '') ?? null;
  const weekStartOn = saturdayOf(input.weekEndOn);
  const previous = findEditionBefore(ctx.db, now.programme.id, weekStartOn);
  return {
    office: office.name,
    letterhead: office.letterhead,
    county,
    programmeCode: now.programme.code,
    programmeTitle: now.programme.title,
    legalReference: now.programme.legalReference,
    number: issued?.number ?? null,
    year: toJalali(input.weekEndOn).year,
    weekStartOn,
    weekEndOn: input.weekEndOn,
    asOf: now.asOf,
    issuedOn: ctx.clock.today(),
    isDraft: issued === null,
    verificationCode: issued?.verificationCode ?? null,
    verificationText:
      issued === null
        ? null
        : origin === null
          ? issued.verificationCode
          : `${origin}/verify/${issued.verificationCode}`,
    sampleNote: getEnv().isSampleData || ctx.clock.isSimulated ? editionWords.sampleNote : null,
    issuerName: ctx.isSystem ? editionWords.system : ctx.actor.name,
    issuerTitle: ctx.isSystem ? '' : ctx.actor.isDelegate ? DELEGATE_LABEL : ROLE_LABELS[ctx.actor.role],
    comparedWith: before === null ? null : { number: previous?.number ?? null, asOf: before.asOf },
    supersedes: issued?.supersedes ?? null,
    motto: office.motto,
    delayDays: issueDelay({ weekEndOn: input.weekEndOn, issuedOn: ctx.clock.today() }),
  };
}

/**
 * The report of one week without the parts that the office leaves out; see `buildWholeDocument`.
 * @throws AppError as `buildWholeDocument`
 */
export function buildEditionDocument(ctx: ServiceContext, input: EditionInput): EditionDocument {
  const { sectionsLeftOut } = getSettings(ctx);
  return leaveOutSections(buildWholeDocument(ctx, input, sectionsLeftOut), sectionsLeftOut);
}

/**
 * The report of one week with all its parts, as of its Friday; of a week that has not ended, as of today. Changes are counted from the last
 * edition about an earlier week, or from the Friday before. Words of the office are those of today: whoever signs today signs a late report
 * too.
 *
 * @param leftOut parts that its letter does not speak of
 * @throws AppError `forbidden`; `as_of_out_of_range` for a week before the programme or after today; `no_programme`
 */
export function buildWholeDocument(
  ctx: ServiceContext,
  input: EditionInput,
  leftOut: readonly ReportSection[] = [],
): EditionDocument {
  authorise(ctx, 'report.issue');
  const today = ctx.clock.today();
  const weekEndOn = fridayOf(input.weekEndOn);
  const weekStartOn = saturdayOf(weekEndOn);
  const asOf = weekEndOn <= today ? weekEndOn : weekStartOn > today ? weekEndOn : today;
  const now = openScope(ctx, { asOf, programme: input.programme });
  const previous = findEditionBefore(ctx.db, now.programme.id, weekStartOn);
  const comparedOn = previous?.weekEndOn ?? addDays(weekStartOn, -1);
  const before =
    comparedOn < now.programme.startOn ? null : openScope(ctx, { asOf: comparedOn, programme: now.programme.code });
  const scopes: EditionScopes = { ctx, now, before };
  const county =
    now.reference.areas.find(({ code }) => code === now.programme.countyCode)?.name ?? now.programme.countyCode;
  const office = officeWordsAsOf(ctx, today, county);
  const deadline = reportDeadline(now);
  const deadlineScopes = deadline === null ? scopes : narrowed(scopes, { deadlineOn: deadline });
  const parts: EditionParts = {
    ...scopes,
    office,
    county,
    leftOut,
    deadlineScopes,
    facts: deadlineFacts(deadlineScopes, deadline),
  };
  const header = headerOf(ctx, { ...input, weekEndOn }, scopes, office, county);
  const week = weekTable(scopes, weekStartOn);
  const columns = milestoneColumns(now);
  const short = shortTitles(now.tracks.map(({ title }) => title));
  const [totals] = groupRows(scopes, 'total');
  if (totals === undefined) throw new Error('A scope always has a total.');
  return onPaper<EditionDocument>({
    format: EDITION_FORMAT,
    header,
    letter: letterOf(parts, header),
    verdict: verdictOf(parts),
    keyFigures: keyFigures(parts),
    tracks: now.tracks.map((track, index) => ({
      code: track.code,
      title: track.title,
      shortTitle: short[index] ?? track.title,
      milestones: columns.get(track.id)?.length ?? 0,
    })),
    trackRows: trackRows(scopes),
    curve: reportCurve(scopes),
    changes: changesOf(parts, week, weekStartOn),
    tasks: tasksOf(parts),
    byCategory: groupRows(scopes, 'category'),
    byDistrict: groupRows(scopes, 'district'),
    totals,
    districtTracks: districtTrackRows(scopes),
    statusRows: statusRows(scopes),
    late: lateList(scopes),
    silent: silentList(scopes),
    week,
    blockers: blockerTable(scopes),
    decisions: decisionTable(scopes),
    ...promisesOf(scopes),
    ...outcomesOf(scopes),
    remarks: input.remarks ?? [],
    rules: editionWords.rules(asOf, groupsOf(now, 'total')[0]?.bodyTracks ?? 0, header.delayDays ?? null),
    attachment: attachment(scopes),
    droppedSuffix: editionWords.county(county),
  });
}
