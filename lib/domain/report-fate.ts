import type { CivilDate } from '@/lib/calendar/civil-date';
import type { EventKind } from './vocabulary';

/** What became of something that was sent. `recorded`: nobody has to answer it. */
export const REPORT_FATES = [
  'waiting',
  'verified',
  'returned',
  'withdrawn',
  'exempt',
  'accepted',
  'refused',
  'recorded',
] as const;
export type ReportFateName = (typeof REPORT_FATES)[number];

export interface ReportFate {
  readonly fate: ReportFateName;
  readonly on: CivilDate | null;
  /** Why it was returned, or what was answered. */
  readonly reason: string | null;
}

interface LaterEvent {
  readonly kind: EventKind;
  readonly recordedOn: CivilDate;
  readonly note: string | null;
}

const WAITING: ReportFate = { fate: 'waiting', on: null, reason: null };

const DECIDES: Partial<Record<EventKind, ReportFateName>> = {
  verify: 'verified',
  return: 'returned',
  reopen: 'returned',
  withdraw: 'withdrawn',
  exempt: 'exempt',
};

/**
 * What became of a claim, from the events of its step that followed it, in the order of recording: the last decision on it before the
 * next claim. A decision taken back, and an exemption lifted, leave what was before.
 */
export function fateOfClaim(later: readonly LaterEvent[]): ReportFate {
  const fates: ReportFate[] = [WAITING];
  for (const { kind, recordedOn, note } of later) {
    if (kind === 'claim') break;
    const fate = DECIDES[kind];
    if (fate !== undefined) fates.push({ fate, on: recordedOn, reason: note });
    else if ((kind === 'undo' || kind === 'lift_exemption') && fates.length > 1) fates.pop();
  }
  return fates.at(-1) ?? WAITING;
}

/** What became of a request or objection, from its answer. */
export function fateOfRequest(
  answer: { readonly outcome: string | null; readonly recordedOn: CivilDate; readonly note: string | null } | null,
): ReportFate {
  if (answer === null) return WAITING;
  return {
    fate: answer.outcome === 'accepted' ? 'accepted' : 'refused',
    on: answer.recordedOn,
    reason: answer.note,
  };
}

export const RECORDED: ReportFate = { fate: 'recorded', on: null, reason: null };
