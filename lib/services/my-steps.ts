import {
  findEvent,
  findNewestBodyEvent,
  listMilestoneHistory,
  listUnanswered,
  type EventRow,
} from '@/db/queries/events';
import { listUserRows } from '@/db/queries/users';
import { addDays, daysBetween, type CivilDate } from '@/lib/calendar/civil-date';
import { fridayOf, saturdayOf } from '@/lib/calendar/weeks';
import type { MilestoneOnDay } from '@/lib/domain/figures';
import type { Body, Milestone, Reference, Thresholds, Track } from '@/lib/domain/reference';
import { searchItems, searchText } from '@/lib/domain/name-search';
import { daysLate, isOpen } from '@/lib/domain/status';
import { possibleEvents, TRANSITIONS } from '@/lib/domain/transitions';
import type { MilestoneState } from '@/lib/domain/milestone-state';
import type { MilestoneEventKind, RequestKind } from '@/lib/domain/vocabulary';
import { AppError } from '@/lib/errors';
import { comparePersian } from '@/lib/text/collation';
import { getLedger } from './ledger';
import { loadMilestone, resourceOf, type MilestoneKey } from './milestone-subject';
import { receiptNumber } from './receipts';
import { authorise, mayDo, type ServiceContext } from './service-context';
import { trackShortNames } from './track-names';

/** Where a step stands on the liaison's page. The first three are what comes next. */
export type StepGroup = 'returned' | 'late' | 'soon' | 'later' | 'waiting' | 'governorate' | 'done' | 'exempt';

/** One milestone of an own body, as the liaison meets it. */
export interface MyStep {
  readonly group: StepGroup;
  readonly bodyCode: string;
  readonly programmeCode: string;
  readonly track: Track;
  /** Short name of the track; with the position it names the step: «شبکه ۳». */
  readonly trackName: string;
  readonly milestone: Milestone;
  readonly state: MilestoneState;
  /** Effective due. */
  readonly dueOn: CivilDate;
  /** Days to the due date, negative once it has passed. */
  readonly daysLeft: number;
  readonly daysLate: number;
  /** «مهلت داخلی»: the effective due lies after the directive's own deadline. */
  readonly isInternalDue: boolean;
  /** What the liaison may record now. */
  readonly possible: readonly MilestoneEventKind[];
  /** Requests that wait for the deputy. */
  readonly waitingRequests: readonly RequestKind[];
  readonly hasWaitingObjection: boolean;
}

export interface MyBody {
  readonly code: string;
  readonly name: string;
  readonly districtName: string;
  readonly ruralDistrictName: string | null;
  /** Steps returned, late or due soon. */
  readonly nextCount: number;
  readonly returnedCount: number;
  readonly lateCount: number;
}

/** The day and hour until which this week's report counts as on time. */
export interface ReportingCutoff {
  readonly day: CivilDate;
  readonly time: string;
  readonly weekFrom: CivilDate;
  readonly weekTo: CivilDate;
}

export interface MySteps {
  /** Own bodies: those with something to do first, then by name. */
  readonly bodies: readonly MyBody[];
  readonly selected: MyBody | null;
  /** Steps of the selected body: returned, then late (longest first), due soon, and the rest by due date. */
  readonly steps: readonly MyStep[];
  readonly cutoff: ReportingCutoff;
  /** The check-in of the selected body recorded today. */
  readonly checkInToday: { readonly eventId: number; readonly receiptNumber: string } | null;
  /** Newest own report or check-in of the selected body. */
  readonly lastReportOn: CivilDate | null;
  readonly contacts: readonly Contact[];
}

/** Whom to call. */
export interface Contact {
  readonly name: string;
  readonly role: 'expert' | 'deputy';
  readonly phone: string;
}

const RANK: Record<StepGroup, number> = {
  returned: 0,
  late: 1,
  soon: 2,
  later: 3,
  waiting: 4,
  governorate: 5,
  done: 6,
  exempt: 7,
};

/** Which events of a state are the liaison's. */
export function liaisonEvents(state: MilestoneState, milestone: Pick<Milestone, 'actor'>): MilestoneEventKind[] {
  return possibleEvents(state, milestone.actor).filter((kind) => TRANSITIONS[kind].by.includes('liaison'));
}

/** Where one milestone stands for the liaison. */
export function groupOf(item: MilestoneOnDay, today: CivilDate, thresholds: Thresholds): StepGroup {
  const { state, milestone, effectiveDueOn } = item;
  if (state.state === 'verified') return 'done';
  if (state.state === 'exempt') return 'exempt';
  if (milestone.actor === 'governorate') return 'governorate';
  if (state.state === 'claimed') return 'waiting';
  if (state.state === 'returned') return 'returned';
  if (isOpen(item) && effectiveDueOn < today) return 'late';
  if (state.state === 'blocked') return 'soon';
  return daysBetween(today, effectiveDueOn) <= thresholds.atRiskDueWithinDays ? 'soon' : 'later';
}

type Waiting = ReadonlyMap<number, readonly EventRow[]>;

function toStep(
  item: MilestoneOnDay,
  body: Body,
  track: Track,
  reference: Reference,
  trackName: string,
  today: CivilDate,
  waiting: Waiting,
): MyStep {
  const { milestone, state, effectiveDueOn } = item;
  const matters = waiting.get(milestone.id) ?? [];
  return {
    group: groupOf(item, today, reference.thresholds),
    bodyCode: body.code,
    programmeCode: reference.programmes.find(({ id }) => id === track.programmeId)?.code ?? '',
    track,
    trackName,
    milestone,
    state,
    dueOn: effectiveDueOn,
    daysLeft: daysBetween(today, effectiveDueOn),
    daysLate: daysLate(item, today),
    isInternalDue: effectiveDueOn > track.deadlineOn,
    possible: liaisonEvents(state, milestone),
    waitingRequests: matters.flatMap(({ requestKind }) => requestKind ?? []),
    hasWaitingObjection: matters.some(({ kind }) => kind === 'objection'),
  };
}

function byUrgency(a: MyStep, b: MyStep): number {
  return RANK[a.group] - RANK[b.group] || (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0);
}

function waitingByMilestone(ctx: ServiceContext, bodyId: number): Waiting {
  const map = new Map<number, EventRow[]>();
  for (const event of listUnanswered(ctx.db, ['request', 'objection'])) {
    if (event.bodyId !== bodyId || event.milestoneId === null) continue;
    map.set(event.milestoneId, [...(map.get(event.milestoneId) ?? []), event]);
  }
  return map;
}

/** Reviewers with a telephone: experts of the body's district, else experts of the whole county, else the deputy. */
export function contactsFor(ctx: ServiceContext, districtCode: string): Contact[] {
  const people = listUserRows(ctx.db).filter(({ disabledAt, phone }) => disabledAt === null && phone);
  const pick = (keep: (row: (typeof people)[number]) => boolean) =>
    people.filter(keep).map(({ name, role, phone }) => ({ name, role: role as Contact['role'], phone: phone ?? '' }));
  const near = pick((row) => row.role === 'expert' && row.districtCode === districtCode);
  if (near.length > 0) return near;
  const county = pick((row) => row.role === 'expert' && row.districtCode === null);
  return county.length > 0 ? county : pick((row) => row.role === 'deputy');
}

/**
 * The liaison's page: own bodies, and the steps of one of them.
 *
 * @param bodyCode the body to show; default: the first one with something to do
 * @throws AppError `forbidden`; `not_found` for a body that is not the liaison's
 */
export function listMySteps(
  ctx: ServiceContext,
  { bodyCode = null }: { readonly bodyCode?: string | null } = {},
): MySteps {
  authorise(ctx, 'my.read');
  const today = ctx.clock.today();
  const ledger = getLedger(ctx.db);
  const { reference, figures } = ledger.snapshot(today);
  const areaName = (code: string | null) => reference.areas.find((area) => area.code === code)?.name ?? null;
  const itemsOf = new Map<number, { item: MilestoneOnDay; track: Track }[]>();
  for (const { pair, milestones } of figures) {
    if (!ctx.actor.bodyIds.has(pair.body.id)) continue;
    const items = itemsOf.get(pair.body.id) ?? [];
    for (const item of milestones) items.push({ item, track: pair.track });
    itemsOf.set(pair.body.id, items);
  }
  const own = reference.bodies.filter(({ id }) => ctx.actor.bodyIds.has(id));
  const bodies = own
    .map((body): MyBody => {
      const groups = (itemsOf.get(body.id) ?? []).map(({ item }) => groupOf(item, today, reference.thresholds));
      const count = (...wanted: StepGroup[]) => groups.filter((group) => wanted.includes(group)).length;
      return {
        code: body.code,
        name: body.name,
        districtName: areaName(body.districtCode) ?? '',
        ruralDistrictName: areaName(body.ruralDistrictCode),
        nextCount: count('returned', 'late', 'soon'),
        returnedCount: count('returned'),
        lateCount: count('late'),
      };
    })
    .sort(
      (a, b) =>
        Math.sign(b.returnedCount) - Math.sign(a.returnedCount) ||
        Math.sign(b.lateCount) - Math.sign(a.lateCount) ||
        Math.sign(b.nextCount) - Math.sign(a.nextCount) ||
        comparePersian(a.name, b.name),
    );
  const selected = bodyCode === null ? (bodies[0] ?? null) : (bodies.find(({ code }) => code === bodyCode) ?? null);
  if (bodyCode !== null && selected === null) throw new AppError('not_found', { bodyCode });
  const body = own.find(({ code }) => code === selected?.code);
  const names = trackShortNames(reference);
  const waiting: Waiting = body ? waitingByMilestone(ctx, body.id) : new Map();
  const steps = body
    ? (itemsOf.get(body.id) ?? [])
        .map(({ item, track }) =>
          toStep(item, body, track, reference, names.get(track.id) ?? track.title, today, waiting),
        )
        .sort(byUrgency)
    : [];
  const checkIn = body ? findNewestBodyEvent(ctx.db, body.id, 'check_in', today) : null;
  const { reportingCutoffWeekday, reportingCutoffTime } = reference.thresholds;
  return {
    bodies,
    selected,
    steps,
    cutoff: {
      day: addDays(saturdayOf(today), reportingCutoffWeekday),
      time: reportingCutoffTime,
      weekFrom: saturdayOf(today),
      weekTo: fridayOf(today),
    },
    checkInToday: checkIn ? { eventId: checkIn.id, receiptNumber: receiptNumber(checkIn) } : null,
    lastReportOn: body ? ledger.lastOwnReportOn(body.id, today) : null,
    contacts: body ? contactsFor(ctx, body.districtCode) : [],
  };
}

/** Own bodies that a name, place or code may mean, however it is spelt; the likeliest first. */
export function findMyBodies(bodies: readonly MyBody[], text: string): readonly MyBody[] {
  return searchItems(text, bodies, ({ name, ruralDistrictName, code }) => searchText([name, ruralDistrictName, code]));
}

export interface MyStepPage {
  readonly step: MyStep;
  readonly body: { readonly code: string; readonly name: string };
  readonly lastEventId: number | null;
  /** Who returned or reopened it, while it is returned. */
  readonly returnedBy: string | null;
  readonly contacts: readonly Contact[];
  /** Own claims and requests about this step with their receipts, newest first. */
  readonly receipts: readonly { readonly eventId: number; readonly number: string; readonly event: EventRow }[];
  readonly returnGraceWorkingDays: number;
}

/**
 * One step of an own body for its form, read fresh.
 *
 * @throws AppError `forbidden`; `not_found` for what is not the liaison's
 */
export function getMyStep(ctx: ServiceContext, key: MilestoneKey): MyStepPage {
  authorise(ctx, 'my.read');
  const subject = loadMilestone(ctx, ctx.db, key);
  const { body, milestone, track, state, dueOn, reference } = subject;
  if (!mayDo(ctx, 'milestone.start', resourceOf(body))) throw new AppError('not_found', { bodyCode: key.bodyCode });
  const item = { milestone, state, effectiveDueOn: dueOn };
  const today = ctx.clock.today();
  const trackName = trackShortNames(getLedger(ctx.db).reference(today)).get(track.id) ?? track.title;
  const step = toStep(item, body, track, reference, trackName, today, waitingByMilestone(ctx, body.id));
  return {
    step,
    body: { code: body.code, name: body.name },
    lastEventId: state.lastEventId,
    returnedBy: state.returned ? (findEvent(ctx.db, state.returned.eventId)?.actorName ?? null) : null,
    contacts: contactsFor(ctx, body.districtCode),
    receipts: listMilestoneHistory(ctx.db, body.id, milestone.id)
      .filter(({ side }) => side === 'body')
      .slice(0, 8)
      .map((event) => ({ eventId: event.id, number: receiptNumber(event), event })),
    returnGraceWorkingDays: reference.thresholds.returnGraceWorkingDays,
  };
}

/** Official holidays as known today, for calendars. */
export function getHolidays(ctx: ServiceContext): CivilDate[] {
  return [...getLedger(ctx.db).reference(ctx.clock.today()).workCalendar.holidays];
}
