import type { Db } from '@/db/client';
import { listNews } from '@/db/queries/inbox';
import { addDays, type CivilDate } from '@/lib/calendar/civil-date';
import { isWorkingDay, lastWorkingDayOnOrBefore } from '@/lib/calendar/working-days';
import { INBOX_DAYS, MESSAGE_EVENTS, messageKindOf, type MessageKind } from '@/lib/domain/inbox';
import type { Body, Milestone, Pair, Reference } from '@/lib/domain/reference';
import { openStepOf, remindersDue, type OpenStep, type Reminder } from '@/lib/domain/reminders';
import { effectiveDueOn } from '@/lib/domain/transitions';
import type { AnswerOutcome, EventKind, RequestKind } from '@/lib/domain/vocabulary';
import { getLedger, type Ledger } from './ledger';
import { trackShortNames } from './track-names';

export interface MessageBody {
  readonly code: string;
  readonly name: string;
}

export interface MessageStep {
  readonly code: string;
  readonly programmeCode: string;
  readonly shortTitle: string;
  readonly title: string;
  readonly trackName: string;
  readonly position: number;
}

/** One piece of news for somebody who reports for some bodies. It is read from the history, so it can neither get lost nor be deleted. */
export interface Message {
  /** The same whenever it is asked for. */
  readonly key: string;
  readonly kind: MessageKind;
  /** The day on which it came. */
  readonly on: CivilDate;
  /** The event, where one is told of. */
  readonly event: {
    readonly id: number;
    readonly kind: EventKind;
    readonly requestKind: RequestKind | null;
    readonly outcome: AnswerOutcome | null;
    readonly actorName: string;
  } | null;
  readonly note: string | null;
  readonly dueOn: CivilDate | null;
  /** Of a reminder: days to the due date, negative past it; and the last day on which something can still be done in time. */
  readonly threshold: number | null;
  readonly lastWorkingDayOn: CivilDate | null;
  /** Own bodies it is about; several for a reminder of one step. */
  readonly bodies: readonly MessageBody[];
  readonly milestone: MessageStep | null;
  /** A reminder that a later one, or what was done since, has overtaken: nobody needs to read it any more. */
  readonly isOvertaken: boolean;
}

interface Own {
  readonly ledger: Ledger;
  readonly today: CivilDate;
  readonly from: CivilDate;
  readonly reference: Reference;
  readonly bodies: ReadonlyMap<number, Body>;
  /** For keeping results: whose bodies. */
  readonly name: string;
}

function stepsById(reference: Reference): (milestoneId: number) => MessageStep | null {
  const names = trackShortNames(reference);
  return (milestoneId) => {
    const milestone = reference.milestones.find(({ id }) => id === milestoneId);
    const track = reference.tracks.find(({ id }) => id === milestone?.trackId);
    if (!milestone || !track) return null;
    return {
      code: milestone.code,
      programmeCode: reference.programmes.find(({ id }) => id === track.programmeId)?.code ?? '',
      shortTitle: milestone.shortTitle,
      title: milestone.title,
      trackName: names.get(track.id) ?? track.title,
      position: milestone.position,
    };
  };
}

const shown = ({ code, name }: Body): MessageBody => ({ code, name });

function newsOf(db: Db, { from, reference, bodies }: Own): Message[] {
  const stepOf = stepsById(reference);
  return listNews(db, [...bodies.keys()], MESSAGE_EVENTS, from).flatMap((event): Message[] => {
    const body = bodies.get(event.bodyId);
    const kind = messageKindOf(event.kind);
    if (body === undefined || kind === null) return [];
    const { id, requestKind, outcome, actorName } = event;
    return [
      {
        key: `e:${id}`,
        kind,
        on: event.recordedOn,
        event: { id, kind: event.kind, requestKind, outcome, actorName },
        note: event.note,
        dueOn: event.dueOn,
        threshold: null,
        lastWorkingDayOn: null,
        bodies: [shown(body)],
        milestone: event.milestoneId === null ? null : stepOf(event.milestoneId),
        isOvertaken: false,
      },
    ];
  });
}

/** The open steps of some bodies as the evening of a day left them. */
function openSteps(ledger: Ledger, pairs: readonly Pair[], evening: CivilDate): OpenStep[] {
  return pairs.flatMap(({ body, milestones }) =>
    milestones.flatMap((milestone) => {
      const state = ledger.state(body.id, milestone.id, evening);
      const due = effectiveDueOn(state, milestone.baselineDueOn);
      return openStepOf(body.id, { milestone, state, effectiveDueOn: due }) ?? [];
    }),
  );
}

/** Nothing recorded today changes them, so they are kept with yesterday. */
function remindersOf({ ledger, today, from, bodies, name }: Own): Reminder[] {
  return ledger.view(addDays(today, -1), `inbox reminders ${today} ${name}`, () => {
    const known = new Map<Reference, readonly Pair[]>();
    const pairsOn = (day: CivilDate) => {
      const reference = ledger.reference(day);
      const pairs = known.get(reference) ?? reference.pairs.filter(({ body }) => bodies.has(body.id));
      known.set(reference, pairs);
      return pairs;
    };
    return remindersDue(
      { from, asOf: today },
      (day) => !isWorkingDay(day, ledger.reference(day).workCalendar),
      (day) => openSteps(ledger, pairsOn(day), addDays(day, -1)),
    );
  });
}

const stepKey = ({ bodyId, milestoneId, dueOn }: OpenStep) => `${bodyId}:${milestoneId}:${dueOn}`;

/** Reminders of one step with one due date are one message, for however many bodies. */
function reminderMessages(own: Own): Message[] {
  const { ledger, today, reference, bodies } = own;
  const stepOf = stepsById(reference);
  const ownPairs = reference.pairs.filter(({ body }) => bodies.has(body.id));
  const stillOpen = new Set(openSteps(ledger, ownPairs, today).map(stepKey));
  const newest = new Map<string, number>();
  const groups = new Map<string, Reminder[]>();
  for (const reminder of remindersOf(own)) {
    const key = `d:${reminder.milestoneId}:${reminder.dueOn}:${reminder.threshold}`;
    const group = groups.get(key);
    // a holiday that was recorded too late may bring the same one twice: the first counts
    if (group && group[0]?.on !== reminder.on) continue;
    newest.set(stepKey(reminder), reminder.threshold);
    if (group) group.push(reminder);
    else groups.set(key, [reminder]);
  }
  return [...groups].flatMap(([key, group]): Message[] => {
    const first = group[0] as Reminder;
    const milestone = stepOf(first.milestoneId);
    if (milestone === null) return [];
    const concerns = (reminder: Reminder) =>
      stillOpen.has(stepKey(reminder)) && newest.get(stepKey(reminder)) === reminder.threshold;
    const { workCalendar } = reference;
    return [
      {
        key,
        kind: first.threshold > 0 ? 'due' : 'overdue',
        on: first.on,
        event: null,
        note: null,
        dueOn: first.dueOn,
        threshold: first.threshold,
        lastWorkingDayOn: first.threshold > 0 ? lastWorkingDayOnOrBefore(first.dueOn, workCalendar) : null,
        bodies: group.flatMap(({ bodyId }) => bodies.get(bodyId) ?? []).map(shown),
        milestone,
        isOvertaken: !group.some(concerns),
      },
    ];
  });
}

function guidanceMessages({ ledger, today, from, reference, bodies }: Own): Message[] {
  const stepOf = stepsById(reference);
  return ledger.guidanceChanges(from, today).flatMap(({ milestoneId, on }): Message[] => {
    const concerned = reference.pairs
      .filter(({ body, milestones }) => bodies.has(body.id) && milestones.some(({ id }) => id === milestoneId))
      .map(({ body }) => body);
    const milestone = stepOf(milestoneId);
    if (concerned.length === 0 || milestone === null) return [];
    const words = reference.milestones.find(({ id }) => id === milestoneId) as Milestone;
    return [
      {
        key: `g:${milestoneId}:${on}`,
        kind: 'guidance',
        on,
        event: null,
        note: [words.guidance, words.evidenceText].filter(Boolean).join(' '),
        dueOn: null,
        threshold: null,
        lastWorkingDayOn: null,
        bodies: concerned.map(shown),
        milestone,
        isOvertaken: false,
      },
    ];
  });
}

/** The first day the inbox still shows. */
export function inboxFrom(today: CivilDate): CivilDate {
  return addDays(today, -INBOX_DAYS);
}

/** All news of the last ninety days about some bodies, newest first; kept until something new is recorded. The caller has authorised. */
export function messagesAbout(db: Db, bodyIds: ReadonlySet<number>, today: CivilDate): readonly Message[] {
  if (bodyIds.size === 0) return [];
  const ledger = getLedger(db);
  const name = [...bodyIds].sort((a, b) => a - b).join(',');
  return ledger.view(today, `inbox ${name}`, () => {
    const reference = ledger.reference(today);
    const bodies = new Map(reference.bodies.filter(({ id }) => bodyIds.has(id)).map((body) => [body.id, body]));
    const own: Own = { ledger, today, from: inboxFrom(today), reference, bodies, name };
    return [...newsOf(db, own), ...guidanceMessages(own), ...reminderMessages(own)].sort((a, b) =>
      a.on < b.on ? 1 : a.on > b.on ? -1 : (b.event?.id ?? 0) - (a.event?.id ?? 0),
    );
  });
}
