import { letterIdsOfDay, newestLetterDays } from '@/db/queries/letters';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { toJalali } from '@/lib/calendar/jalali';
import { lastWorkingDayOnOrBefore } from '@/lib/calendar/working-days';
import {
  defaultAnswerDay,
  LETTER_FORMAT,
  mergeTemplate,
  type LetterDocument,
  type LetterStep,
  type LetterTemplate,
} from '@/lib/domain/letters';
import type { Body, Track } from '@/lib/domain/reference';
import type { BodyCategory } from '@/lib/domain/vocabulary';
import { getEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { formatInteger } from '@/lib/format/numbers';
import { editionWords } from '@/lib/messages/edition-text';
import { letterFieldOf } from '@/lib/messages/letter-fields';
import { LETTER_PAPER, letterStanding, recipientOf, weekdayDate } from '@/lib/messages/letters';
import { comparePersian } from '@/lib/text/collation';
import { onPaper } from '@/lib/text/paper-text';
import { areaName } from './body-rows';
import { latePairsOf } from './lateness';
import { currentTemplate } from './letter-template';
import { resourceOf } from './milestone-subject';
import { officeWordsAsOf, type OfficeWords } from './office-words';
import { openScope, type Scope } from './scope';
import { authorise, mayDo, ownReach, type ServiceContext } from './service-context';
import { trackShortNames } from './track-names';

/** A late body with every late step of the programme, whatever track. */
export interface LateBody {
  readonly body: Body;
  readonly districtName: string;
  readonly steps: readonly LetterStep[];
  readonly tracks: readonly Track[];
  /** Days of its longest delay. */
  readonly longest: number;
  /** Every late step is blocked, and the governorate has to remove each blocker: nothing can be asked of the body. */
  readonly isOurs: boolean;
}

/** Late bodies of a scope, the longest delay first. */
export function lateBodiesOf(scope: Scope): LateBody[] {
  const names = trackShortNames(scope.reference);
  const byBody = new Map<number, { body: Body; steps: LetterStep[]; tracks: Track[]; ours: boolean[] }>();
  const pairs = [...latePairsOf(scope)].sort((a, b) => a.track.position - b.track.position);
  for (const { body, track, milestones } of pairs) {
    const known = byBody.get(body.id) ?? { body, steps: [], tracks: [], ours: [] };
    byBody.set(body.id, known);
    known.tracks.push(track);
    for (const late of milestones) {
      const milestone = scope.reference.milestones.find(
        ({ trackId, code }) => trackId === track.id && code === late.code,
      );
      known.ours.push(late.turn === 'governorate');
      known.steps.push({
        trackName: names.get(track.id) ?? track.title,
        code: late.code,
        position: late.position,
        title: milestone?.title ?? late.shortTitle,
        dueOn: late.effectiveDueOn,
        daysLate: late.daysLate,
        standing: letterStanding(late.state, late.cause, late.turn),
        evidence: milestone?.evidenceText ?? '',
      });
    }
  }
  return [...byBody.values()]
    .map(({ body, steps, tracks, ours }) => ({
      body,
      districtName: areaName(scope, body.districtCode),
      steps,
      tracks,
      longest: Math.max(...steps.map(({ daysLate }) => daysLate)),
      isOurs: ours.every(Boolean),
    }))
    .sort((a, b) => b.longest - a.longest || comparePersian(a.body.name, b.body.name));
}

export interface RecipientFilter {
  readonly programme?: string | null;
  readonly body?: string | null;
  readonly district?: string | null;
  readonly category?: BodyCategory | null;
  readonly track?: string | null;
  /** Least days of the longest delay. */
  readonly minDays?: number;
}

export interface Recipient extends LateBody {
  /** The day of the newest letter to it. */
  readonly lastLetterOn: CivilDate | null;
}

export interface Recipients {
  readonly scope: Scope;
  readonly rows: readonly Recipient[];
  /** Late bodies that pass the filter and get no letter, by reason. */
  readonly leftOut: { readonly coordination: number; readonly ours: number; readonly today: number };
  /** The one body that was asked for, and why it gets no letter. */
  readonly asked: {
    readonly body: Body;
    readonly obstacle: 'not_late' | 'coordination' | 'ours' | 'today' | null;
    readonly letterId: number | null;
  } | null;
  /** What the filter offers. */
  readonly districts: readonly { readonly code: string; readonly name: string }[];
  readonly defaultAnswerBy: CivilDate;
}

/** Whether the actor may send letters to any body at all. */
export function maySendLetters(ctx: ServiceContext): boolean {
  return mayDo(ctx, 'letter.send', ownReach(ctx));
}

/** @throws AppError `forbidden` for somebody who may send letters to no body */
export function authoriseLetters(ctx: ServiceContext): void {
  authorise(ctx, 'letter.send', ownReach(ctx));
}

const maySendTo = (ctx: ServiceContext, body: Body) => mayDo(ctx, 'letter.send', resourceOf(body));

/**
 * Late bodies to which this person may send a letter today. A body outside the governorate's supervision is never among them.
 *
 * @throws AppError `forbidden`, `no_programme`; `not_found` for a body that does not exist or is not this person's to write to
 */
export function listRecipients(ctx: ServiceContext, filter: RecipientFilter = {}): Recipients {
  authoriseLetters(ctx);
  const scope = openScope(ctx, { programme: filter.programme });
  const asked = filter.body ? scope.reference.bodies.find(({ code }) => code === filter.body) : undefined;
  if (filter.body && (asked === undefined || !maySendTo(ctx, asked))) {
    throw new AppError('not_found', { subject: 'body', code: filter.body });
  }
  const today = letterIdsOfDay(ctx.db, scope.programme.id, scope.today);
  const newest = newestLetterDays(ctx.db, scope.programme.id);
  const late = lateBodiesOf(scope).filter(
    ({ body, tracks, longest }) =>
      maySendTo(ctx, body) &&
      (asked === undefined || body.id === asked.id) &&
      (!filter.district || body.districtCode === filter.district) &&
      (!filter.category || body.category === filter.category) &&
      (!filter.track || tracks.some(({ code }) => code === filter.track)) &&
      longest >= (filter.minDays ?? 0),
  );
  const obstacleOf = ({ body, isOurs }: LateBody) =>
    body.coordinationOnly ? 'coordination' : isOurs ? 'ours' : today.has(body.id) ? 'today' : null;
  const count = (obstacle: string) => late.filter((row) => obstacleOf(row) === obstacle).length;
  const askedRow = late.find(({ body }) => body.id === asked?.id);
  return {
    scope,
    rows: late
      .filter((row) => obstacleOf(row) === null)
      .map((row) => ({ ...row, lastLetterOn: newest.get(row.body.id) ?? null })),
    leftOut: { coordination: count('coordination'), ours: count('ours'), today: count('today') },
    asked:
      asked === undefined
        ? null
        : {
            body: asked,
            obstacle: asked.coordinationOnly
              ? 'coordination'
              : askedRow === undefined
                ? 'not_late'
                : obstacleOf(askedRow),
            letterId: today.get(asked.id) ?? null,
          },
    districts: scope.reference.areas
      .filter(({ kind, code }) => kind === 'district' && mayDo(ctx, 'letter.send', { districtCode: code }))
      .map(({ code, name }) => ({ code, name })),
    defaultAnswerBy: defaultAnswerDay(scope.today, scope.reference.workCalendar),
  };
}

/** Whether the page of a body offers a letter: it is late today, and this person may write to it. */
export function mayBeWrittenTo(ctx: ServiceContext, body: Body, statuses: readonly string[]): boolean {
  return (
    !body.coordinationOnly &&
    maySendTo(ctx, body) &&
    statuses.some((status) => status === 'late' || status === 'missed')
  );
}

/** The nearest deadline of some tracks that has not passed, else the last one. */
function deadlineText(scope: Scope, tracks: readonly Track[]): string {
  const days = [...new Set(tracks.map(({ deadlineOn }) => deadlineOn))].sort();
  const day = days.find((each) => each >= scope.today) ?? days.at(-1) ?? scope.programme.endOn;
  return LETTER_PAPER.deadline(day, lastWorkingDayOnOrBefore(day, scope.reference.workCalendar));
}

/** What is the same in every letter of one sending. */
export interface LetterFrame {
  readonly template: LetterTemplate;
  readonly office: OfficeWords;
  readonly county: string;
}

export function letterFrame(ctx: ServiceContext, scope: Scope): LetterFrame {
  const county = areaName(scope, scope.programme.countyCode);
  return { template: currentTemplate(ctx).template, office: officeWordsAsOf(ctx, scope.today, county), county };
}

/** The letter to one late body, without a number as long as it is a draft. */
export function buildLetter(
  ctx: Pick<ServiceContext, 'clock'>,
  scope: Scope,
  frame: LetterFrame,
  late: LateBody,
  issue: { readonly answerBy: CivilDate; readonly number: number | null },
): LetterDocument {
  const { template, office, county } = frame;
  const { body, districtName, steps } = late;
  const recipient = recipientOf(body.name);
  const values = {
    body: body.name,
    bodyCode: body.code,
    recipient,
    district: districtName,
    county,
    programme: scope.programme.title,
    legalReference: scope.programme.legalReference,
    steps: formatInteger(steps.length),
    longest: formatInteger(late.longest),
    asOf: weekdayDate(scope.asOf),
    answerBy: weekdayDate(issue.answerBy),
    deadline: deadlineText(scope, late.tracks),
  };
  const merged = (text: string) => mergeTemplate(text, letterFieldOf, values);
  return onPaper<LetterDocument>({
    format: LETTER_FORMAT,
    kind: 'late',
    year: toJalali(scope.today).year,
    number: issue.number,
    asOf: scope.asOf,
    issuedOn: scope.today,
    answerBy: issue.answerBy,
    programme: { code: scope.programme.code, title: scope.programme.title },
    body: { code: body.code, name: body.name, districtCode: body.districtCode, districtName },
    office: office.name,
    letterhead: office.letterhead,
    signatory: office.signatory,
    recipient,
    subject: merged(template.subject),
    opening: merged(template.opening),
    steps,
    request: merged(template.request),
    copies: template.copies
      .split('\n')
      .map(merged)
      .filter((copy) => copy.trim() !== '' && !copy.startsWith(recipient)),
    sampleNote: getEnv().isSampleData || ctx.clock.isSimulated ? editionWords.sampleNote : null,
  });
}
