import type { EventKind } from './vocabulary';

/** What a message of the inbox is about, as its filter offers it. */
export const MESSAGE_KINDS = [
  'returned',
  'reopened',
  'overdue',
  'due',
  'answered',
  'verified',
  'undone',
  'decided',
  'letter',
  'guidance',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** What of the governorate's doing concerns a body, and as what. */
const KIND_OF_EVENT: Partial<Record<EventKind, MessageKind>> = {
  return: 'returned',
  reopen: 'reopened',
  verify: 'verified',
  certify: 'verified',
  undo: 'undone',
  exempt: 'decided',
  lift_exemption: 'decided',
  extend: 'decided',
  unblock: 'decided',
  objection_answer: 'answered',
  request_answer: 'answered',
  letter_sent: 'letter',
};

export const MESSAGE_EVENTS = Object.keys(KIND_OF_EVENT) as EventKind[];

export function messageKindOf(kind: EventKind): MessageKind | null {
  return KIND_OF_EVENT[kind] ?? null;
}

/** How far back the inbox looks. Older news stands in the history of the body; so the work does not grow with its age. */
export const INBOX_DAYS = 90;
