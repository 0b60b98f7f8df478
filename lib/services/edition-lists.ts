import { countMilestoneEvents } from '@/db/queries/editions';
import { addDays, type CivilDate } from '@/lib/calendar/civil-date';
import {
  STEP_MARKS,
  type EditionAttachmentGroup,
  type EditionBlockerRow,
  type EditionDecisionRow,
  type EditionDocument,
  type EditionLateRow,
  type EditionSilentRow,
  type EditionTask,
  type EditionWeekRow,
  type StepMark,
} from '@/lib/domain/edition';
import type { MilestoneOnDay, PairFigures } from '@/lib/domain/figures';
import { isRealDesk } from '@/lib/domain/pair-figures';
import type { Body } from '@/lib/domain/reference';
import { isOpen } from '@/lib/domain/status';
import type { EventKind, MilestoneStateName } from '@/lib/domain/vocabulary';
import { comparePersian } from '@/lib/text/collation';
import { editionWords } from '@/lib/messages/edition-text';
import { BLOCK_CAUSE_LABELS, BODY_CATEGORY_LABELS, TURN_LABELS } from '@/lib/messages/vocabulary';
import type { EditionScopes } from './edition-figures';
import { blockersOf, latePairsOf, type LateMilestone, type LatePair } from './lateness';
import { groupsOf } from './progress';
import type { Scope } from './scope';
import { reportingRateOf, silenceOf, silentBodiesOf } from './silence';
import { waitingOf } from './waiting';
import { weekChangesOf } from './week-changes';

/** Names of at most this many bodies are written out in a sentence. */
const NAMES_IN_SENTENCE = 12;
const STEPS_IN_SENTENCE = 6;
/** Silence after which a visit, and after which a letter, is the next step. */
const VISIT_AFTER_DAYS = 40;
const LETTER_AFTER_DAYS = 28;

export const districtName = (scope: Scope, code: string) =>
  scope.reference.areas.find((area) => area.code === code)?.name ?? code;

/** Ids of the bodies that are late in any track. */
export const lateBodyIds = (scope: Scope) => new Set(latePairsOf(scope).map(({ body }) => body.id));

function causeOf(milestone: LateMilestone, isSilent: boolean): string {
  if (milestone.cause !== null) return BLOCK_CAUSE_LABELS[milestone.cause];
  const words: Partial<Record<MilestoneStateName, string>> = {
    in_progress: editionWords.inProgress,
    returned: editionWords.returned,
  };
  return words[milestone.state] ?? (isSilent ? editionWords.notStartedSilent : editionWords.notStarted);
}

const turnOf = (milestone: LateMilestone) =>
  milestone.cause === null && milestone.turn === 'body' ? editionWords.liaison : TURN_LABELS[milestone.turn];

/** Late bodies with all their tracks together, by the sum of their consequences. */
export function lateList(scopes: EditionScopes): EditionDocument['late'] {
  const { now, before } = scopes;
  const byBody = new Map<number, LatePair[]>();
  for (const pair of latePairsOf(now)) byBody.set(pair.body.id, [...(byBody.get(pair.body.id) ?? []), pair]);
  const silent = new Set(silentBodiesOf(now).map(({ body }) => body.id));
  const wereLate = before === null ? null : lateBodyIds(before);
  const tracksOf = new Map<number, Set<number>>();
  for (const { pair } of now.figures) {
    tracksOf.set(pair.body.id, (tracksOf.get(pair.body.id) ?? new Set()).add(pair.track.id));
  }
  const turns = new Map<string, number>();
  const rows: EditionLateRow[] = [...byBody.values()]
    .map((pairs) => ({ pairs, consequence: pairs.reduce((sum, pair) => sum + pair.consequence, 0) }))
    .sort((a, b) => b.consequence - a.consequence)
    .flatMap(({ pairs, consequence }) => {
      const body = pairs[0]?.body;
      const oldest = pairs.flatMap((pair) => pair.milestones).sort((a, b) => b.daysLate - a.daysLate)[0];
      if (body === undefined || oldest === undefined) return [];
      const turn = turnOf(oldest);
      turns.set(turn, (turns.get(turn) ?? 0) + 1);
      return {
        bodyCode: body.code,
        bodyName: body.name,
        district: districtName(now, body.districtCode),
        perTrack: now.tracks.map((track) =>
          tracksOf.get(body.id)?.has(track.id) === true
            ? (pairs.find((pair) => pair.track.id === track.id)?.milestones.length ?? 0)
            : null,
        ),
        total: pairs.reduce((sum, pair) => sum + pair.milestones.length, 0),
        consequence,
        oldestMilestone: oldest.shortTitle,
        daysLate: oldest.daysLate,
        cause: causeOf(oldest, silent.has(body.id)),
        turn,
        isNew: wereLate !== null && !wereLate.has(body.id),
      };
    });
  const shares = [...turns].map(([turn, bodies]) => ({ turn, bodies })).sort((a, b) => b.bodies - a.bodies);
  return { sentence: editionWords.lateSentence(rows.length, shares), rows };
}

function nextStepFor(body: Body, days: number): string {
  if (body.coordinationOnly) return editionWords.silentCoordination;
  if (days >= VISIT_AFTER_DAYS) return editionWords.silentVisit;
  if (days >= LETTER_AFTER_DAYS) return editionWords.silentLetter;
  return body.category === 'village_administration' ? editionWords.silentVillage : editionWords.silentCall;
}

export function silentList(scopes: EditionScopes): EditionDocument['silent'] {
  const { now, before } = scopes;
  const late = lateBodyIds(now);
  const wereSilent = before === null ? null : new Set(silentBodiesOf(before).map(({ body }) => body.id));
  const rows: EditionSilentRow[] = silentBodiesOf(now).map(({ body, days, lastReportOn }) => ({
    bodyCode: body.code,
    bodyName: body.name,
    category: BODY_CATEGORY_LABELS[body.category],
    district: districtName(now, body.districtCode),
    lastReportOn,
    days,
    isLate: late.has(body.id),
    isNew: wereSilent !== null && !wereSilent.has(body.id),
    nextStep: nextStepFor(body, days),
  }));
  const { reported, expected, onTime } = reportingRateOf(now);
  const days = now.reference.thresholds.silentAfterDays;
  const sentence =
    rows.length === 0
      ? editionWords.nobodySilent(days, reported, expected, onTime)
      : editionWords.silentSentence(
          rows.length,
          days,
          rows.filter(({ isLate }) => isLate).length,
          reported,
          expected,
          onTime,
        );
  return { sentence, rows };
}

/** What was recorded in the week, by track; and the steps and bodies worth naming. */
export function weekTable(scopes: EditionScopes, weekStartOn: CivilDate): EditionDocument['week'] {
  const { ctx, now } = scopes;
  const counts = countMilestoneEvents(ctx.db, now.programme.id, weekStartOn, now.asOf);
  const changes = weekChangesOf(now, addDays(weekStartOn, -1));
  const claims = waitingOf(now).claims;
  const sumOf = (trackCode: string | null, ...kinds: EventKind[]) =>
    counts
      .filter((row) => (trackCode === null || row.trackCode === trackCode) && kinds.includes(row.kind))
      .reduce((sum, row) => sum + row.count, 0);
  const row = (label: string, code: string | null): EditionWeekRow => ({
    label,
    isTotal: code === null,
    claims: sumOf(code, 'claim'),
    verifications: sumOf(code, 'verify', 'certify'),
    returns: sumOf(code, 'return', 'reopen'),
    blocks: sumOf(code, 'block'),
    extensions: sumOf(code, 'extend'),
    completedBodies: changes.newlyComplete.filter(({ track }) => code === null || track.code === code).length,
    awaitingReview: claims.filter(({ track }) => code === null || track?.code === code).length,
  });
  const titles = new Map(now.reference.milestones.map(({ id, title }) => [id, title]));
  const verified = new Map<number, number>();
  for (const each of counts) {
    if (each.kind !== 'verify' && each.kind !== 'certify') continue;
    verified.set(each.milestoneId, (verified.get(each.milestoneId) ?? 0) + each.count);
  }
  const top = [...verified].sort((a, b) => b[1] - a[1]).slice(0, STEPS_IN_SENTENCE);
  const notes: EditionTask[] = [];
  if (top.length > 0) {
    const items = top.map(([id, count]) => editionWords.topVerifiedItem(titles.get(id) ?? '', count));
    notes.push({ who: editionWords.topVerified, what: `${items.join('؛ ')}.` });
  }
  for (const track of now.tracks) {
    const names = changes.newlyComplete
      .filter((change) => change.track.code === track.code)
      .map(({ body }) => body.name);
    if (names.length === 0) continue;
    const shown = names.slice(0, NAMES_IN_SENTENCE);
    if (names.length > shown.length) shown.push(editionWords.andOthers(names.length - shown.length));
    notes.push({ who: editionWords.completedBodies(track.title, names.length), what: `${shown.join('؛ ')}.` });
  }
  return { rows: [...now.tracks.map(({ title, code }) => row(title, code)), row(editionWords.sum, null)], notes };
}

export function blockerTable(scopes: EditionScopes): EditionDocument['blockers'] {
  const groups = blockersOf(scopes.now);
  const rows: EditionBlockerRow[] = groups
    .map(({ cause, bodies, turn, milestones }) => ({
      cause: BLOCK_CAUSE_LABELS[cause],
      milestones: milestones.length,
      bodies,
      oldestDays: milestones.reduce((oldest, { days }) => Math.max(oldest, days), 0),
      turn: TURN_LABELS[turn],
    }))
    .sort((a, b) => b.milestones - a.milestones);
  const all = rows.reduce((sum, row) => sum + row.milestones, 0);
  const bodies = new Set(groups.flatMap(({ milestones }) => milestones.map(({ body }) => body.id))).size;
  const first = rows[0];
  return {
    sentence: editionWords.blockersSentence(
      all,
      bodies,
      first?.cause ?? '',
      all === 0 ? 0 : (first?.milestones ?? 0) / all,
    ),
    rows,
  };
}

export function decisionTable(scopes: EditionScopes): EditionDocument['decisions'] {
  const waiting = waitingOf(scopes.now);
  const target = scopes.now.reference.thresholds.reviewTargetDays;
  const oldest = (items: readonly { days: number }[]) => items[0]?.days ?? null;
  const over = waiting.claims.filter(({ days }) => days > target);
  const extensions = waiting.requests.filter(({ kind }) => kind === 'extension');
  const exemptions = waiting.requests.filter(({ kind }) => kind === 'exemption');
  const all: EditionDecisionRow[] = [
    {
      matter: editionWords.decisionClaims,
      count: waiting.claims.length,
      oldestDays: oldest(waiting.claims),
      who: editionWords.withReviewers,
    },
    {
      matter: editionWords.decisionOver(target),
      count: over.length,
      oldestDays: oldest(over),
      who: editionWords.withReviewers,
    },
    {
      matter: editionWords.decisionOwn,
      count: waiting.ownSteps.length,
      oldestDays: oldest(waiting.ownSteps),
      who: editionWords.withExperts,
    },
    {
      matter: editionWords.decisionExtension,
      count: extensions.length,
      oldestDays: oldest(extensions),
      who: editionWords.withDeputy,
    },
    {
      matter: editionWords.decisionExemption,
      count: exemptions.length,
      oldestDays: oldest(exemptions),
      who: editionWords.withDeputy,
    },
    {
      matter: editionWords.decisionObjection,
      count: waiting.objections.length,
      oldestDays: oldest(waiting.objections),
      who: editionWords.withReviewers,
    },
  ];
  const rows = all.filter(({ count }) => count > 0);
  return { sentence: editionWords.decisionsSentence(rows.length), rows };
}

function markOf(item: MilestoneOnDay | undefined, asOf: CivilDate): StepMark {
  if (item === undefined) return STEP_MARKS.none;
  const { state } = item.state;
  if (state === 'exempt') return STEP_MARKS.exempt;
  if (state === 'verified') return STEP_MARKS.verified;
  if (state === 'claimed') return STEP_MARKS.claimed;
  const isOverdue = item.effectiveDueOn < asOf;
  if (!isOpen(item)) return isOverdue ? STEP_MARKS.governorate : STEP_MARKS.notDue;
  if (state === 'blocked') return isOverdue ? STEP_MARKS.lateBlocked : STEP_MARKS.blocked;
  return isOverdue ? STEP_MARKS.late : STEP_MARKS.notDue;
}

/** Milestones of each track in their order, whether or not a body has them. */
export function milestoneColumns(scope: Scope): Map<number, readonly number[]> {
  return new Map(
    scope.tracks.map((track) => [
      track.id,
      scope.reference.milestones
        .filter(({ trackId }) => trackId === track.id)
        .sort((a, b) => a.position - b.position)
        .map(({ id }) => id),
    ]),
  );
}

/** Every body with every step, by kind of body and, inside, by name. */
export function attachment(scopes: EditionScopes): EditionDocument['attachment'] {
  const { now } = scopes;
  const columns = milestoneColumns(now);
  const byBody = new Map<number, { body: Body; pairs: PairFigures[] }>();
  for (const figures of now.figures) {
    const known = byBody.get(figures.pair.body.id) ?? { body: figures.pair.body, pairs: [] };
    byBody.set(figures.pair.body.id, known);
    known.pairs.push(figures);
  }
  const groups: EditionAttachmentGroup[] = groupsOf(now, 'category').map((group) => ({
    category: group.key as Body['category'],
    label: group.label,
    summary: editionWords.groupSummary(group.bodies, group.verified, group.claimed, group.planned),
    bodies: [...byBody.values()]
      .filter(({ body }) => body.category === group.key)
      .sort((a, b) => comparePersian(a.body.name, b.body.name))
      .map(({ body, pairs }) => ({
        code: body.code,
        name: body.name,
        district: districtName(now, body.districtCode),
        daysSilent: silenceOf(now, body.id)?.days ?? null,
        tracks: now.tracks.map((track) => {
          const own = pairs.find(({ pair }) => pair.track.id === track.id);
          if (own === undefined) return null;
          const items = new Map(own.milestones.map((item) => [item.milestone.id, item]));
          const marks = (columns.get(track.id) ?? []).map((id) => markOf(items.get(id), now.asOf)).join('');
          return { status: own.status, verified: own.verifiedRatio, marks };
        }),
      })),
  }));
  return { sentence: editionWords.attachmentSentence(byBody.size, now.asOf), groups };
}

/** Bodies whose desk is real on a day. Null when no body has the milestones that make it so. */
export function realDesks(scope: Scope | null): number | null {
  if (scope === null) return null;
  const desks = scope.figures.flatMap((figures) => {
    const isReal = figures.isExempt ? null : isRealDesk(figures, scope.reference.thresholds.realDeskMilestones);
    return isReal === null ? [] : [isReal];
  });
  return desks.length === 0 ? null : desks.filter(Boolean).length;
}
