import { EVENT_KINDS, type EventKind } from './vocabulary';

/** Kinds of a history by what a reader looks for. */
export const HISTORY_GROUPS = ['work', 'decisions', 'blockers', 'dues', 'messages'] as const;
export type HistoryGroup = (typeof HISTORY_GROUPS)[number];

const GROUP_OF: Record<EventKind, HistoryGroup> = {
  start: 'work',
  claim: 'work',
  withdraw: 'work',
  verify: 'decisions',
  certify: 'decisions',
  return: 'decisions',
  reopen: 'decisions',
  undo: 'decisions',
  block: 'blockers',
  unblock: 'blockers',
  exempt: 'dues',
  lift_exemption: 'dues',
  extend: 'dues',
  request: 'dues',
  request_answer: 'dues',
  check_in: 'messages',
  objection: 'messages',
  objection_answer: 'messages',
  letter_sent: 'messages',
  paper_received: 'messages',
  contact_changed: 'messages',
};

export function kindsOfGroup(group: HistoryGroup): EventKind[] {
  return EVENT_KINDS.filter((kind) => GROUP_OF[kind] === group);
}
