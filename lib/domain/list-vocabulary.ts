import { isLateStatus } from './status';
import { EVENT_KINDS, MILESTONE_STATES, PAIR_STATUSES, type EventKind, type PairStatus } from './vocabulary';

/** The lists behind the numbers of the overview, by the name in their address. */
export const LIST_NAMES = [
  'pairs',
  'milestones',
  'waiting',
  'silent',
  'reporting',
  'moves',
  'regressions',
  'moved-dues',
  'events',
] as const;
export type ListName = (typeof LIST_NAMES)[number];

/** A status, those behind (late by a due date or by the deadline), or all that count, which leaves the exempt out. */
export const STATUS_CHOICES = [...PAIR_STATUSES, 'behind', 'counted'] as const;
export type StatusChoice = (typeof STATUS_CHOICES)[number];

export function isStatusOf(status: PairStatus, choice: StatusChoice): boolean {
  if (choice === 'behind') return isLateStatus(status);
  return choice === 'counted' ? status !== 'exempt' : status === choice;
}

/** What a list of milestones is narrowed to: a state, or something the figures count across states. */
export const MILESTONE_CHOICES = [
  ...MILESTONE_STATES,
  'counted',
  'unverified',
  'open',
  'late',
  'overdue',
  'recent',
  'due',
] as const;
export type MilestoneChoice = (typeof MILESTONE_CHOICES)[number];

export const DESK_CHOICES = ['real', 'waiting', 'other'] as const;
export type DeskChoice = (typeof DESK_CHOICES)[number];

export const WAITING_CHOICES = ['claim', 'own_step', 'request', 'extension', 'exemption', 'objection'] as const;
export type WaitingChoice = (typeof WAITING_CHOICES)[number];

/** Kinds of events that the overview counts together. */
export const EVENT_GROUPS = { verified: ['verify', 'certify'] } as const satisfies Record<string, readonly EventKind[]>;
export const EVENT_CHOICES = [...EVENT_KINDS, 'verified'] as const;
export type EventChoice = (typeof EVENT_CHOICES)[number];

/** What a list of a week's reports is narrowed to. `silent`: has not reported for longer than the threshold. */
export const REPORTING_CHOICES = ['reported', 'on_time', 'late', 'check_in', 'missing', 'silent'] as const;
export type ReportingChoice = (typeof REPORTING_CHOICES)[number];
