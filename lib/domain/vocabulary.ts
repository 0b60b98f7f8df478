/**
 * The words of the domain, each as one closed list. Database CHECKs, input schemas, the permission table and the screens all derive
 * from these lists, so a word is added here and nowhere else. Persian labels live in `lib/messages`.
 */

export const BODY_CATEGORIES = [
  'governorate',
  'district_office',
  'municipality',
  'executive_agency',
  'enterprise',
  'village_administration',
  'association',
  'other_institution',
] as const;
export type BodyCategory = (typeof BODY_CATEGORIES)[number];

export const AREA_KINDS = ['county', 'district', 'rural_district', 'city', 'locality'] as const;
export type AreaKind = (typeof AREA_KINDS)[number];

/** Who carries a milestone out. No body is ever late for a milestone of the governorate. */
export const MILESTONE_ACTORS = ['body', 'governorate'] as const;
export type MilestoneActor = (typeof MILESTONE_ACTORS)[number];

/** Where a requirement comes from: a published text, or a proposal of the office. */
export const BASES = ['source', 'inference'] as const;
export type Basis = (typeof BASES)[number];

export const EVIDENCE_KINDS = ['letter', 'url', 'photo', 'file'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const MILESTONE_STATES = [
  'not_started',
  'in_progress',
  'claimed',
  'verified',
  'returned',
  'blocked',
  'exempt',
] as const;
export type MilestoneStateName = (typeof MILESTONE_STATES)[number];

/** Events that may move a milestone of a body from one state to another. */
export const MILESTONE_EVENTS = [
  'start',
  'claim',
  'withdraw',
  'verify',
  'certify',
  'return',
  'block',
  'unblock',
  'reopen',
  'undo',
  'exempt',
  'lift_exemption',
  'extend',
] as const;
export type MilestoneEventKind = (typeof MILESTONE_EVENTS)[number];

/** Events about a body rather than about the state of a milestone. */
export const BODY_EVENTS = [
  'check_in',
  'objection',
  'objection_answer',
  'request',
  'request_answer',
  'letter_sent',
  'paper_received',
  'contact_changed',
] as const;
export type BodyEventKind = (typeof BODY_EVENTS)[number];

export const EVENT_KINDS = [...MILESTONE_EVENTS, ...BODY_EVENTS] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const BLOCK_CAUSES = [
  'no_telecom_coverage',
  'no_budget',
  'no_equipment',
  'no_staff',
  'no_premises',
  'waiting_parent_agency',
  'waiting_governorate',
  'technical_failure',
  'legal',
  'other',
] as const;
export type BlockCause = (typeof BLOCK_CAUSES)[number];

/** Whose turn it is while a milestone is blocked; `unknown` comes from imports only. */
export const TURNS = ['body', 'governorate', 'parent_agency', 'telecom', 'province', 'unknown'] as const;
export type Turn = (typeof TURNS)[number];

export const REQUEST_KINDS = ['extension', 'exemption'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** Letters that the office sends to bodies. */
export const LETTER_KINDS = ['late'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** Papers to which the secretariat gives a number after they are signed. */
export const REGISTERED_PAPERS = ['edition', 'letter'] as const;
export type RegisteredPaper = (typeof REGISTERED_PAPERS)[number];

export const ANSWER_OUTCOMES = ['accepted', 'refused'] as const;
export type AnswerOutcome = (typeof ANSWER_OUTCOMES)[number];

/** What became of a decision of a meeting; `reopened` takes an outcome back that was recorded by mistake. */
export const DECISION_OUTCOMES = ['kept', 'broken', 'dropped', 'reopened'] as const;
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];

export const ROLES = ['deputy', 'expert', 'liaison', 'viewer', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who an event comes from: the body itself breaks its silence only with its own. */
export const EVENT_SIDES = ['body', 'governorate'] as const;
export type EventSide = (typeof EVENT_SIDES)[number];

/** عادی or محرمانه: what is confidential reaches reviewers and its own body only. */
export const CLASSIFICATIONS = ['ordinary', 'confidential'] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

/** Status of a body in a track, in the order in which a body's worst track is chosen. */
export const PAIR_STATUSES = [
  'missed',
  'late',
  'at_risk',
  'awaiting_review',
  'on_track',
  'complete',
  'exempt',
] as const;
export type PairStatus = (typeof PAIR_STATUSES)[number];

export const INDICATOR_DIRECTIONS = ['higher_is_better', 'lower_is_better'] as const;
export type IndicatorDirection = (typeof INDICATOR_DIRECTIONS)[number];

/** How an item of the checklist was found at a desk, best first; `not_applicable` leaves it out of the sum. */
export const INSPECTION_GRADES = ['excellent', 'good', 'fair', 'poor', 'not_applicable'] as const;
export type InspectionGrade = (typeof INSPECTION_GRADES)[number];

/** What the deputy decided on a milestone that a failed visit contradicts. */
export const INSPECTION_ANSWERS = ['reopened', 'kept'] as const;
export type InspectionAnswer = (typeof INSPECTION_ANSWERS)[number];

/** Why an electronic desk was looked at. */
export const DESK_CHECK_TRIGGERS = ['on_demand', 'weekly'] as const;
export type DeskCheckTrigger = (typeof DESK_CHECK_TRIGGERS)[number];

/** What came of asking for the page of an electronic desk; everything but `answered` says why there is nothing to read. */
export const DESK_CHECK_OUTCOMES = [
  'answered',
  'host_not_listed',
  'address_not_allowed',
  'redirected_away',
  'not_found_by_name',
  'refused_connection',
  'certificate_invalid',
  'timed_out',
  'too_large',
  'http_error',
  'not_a_page',
] as const;
export type DeskCheckOutcome = (typeof DESK_CHECK_OUTCOMES)[number];

/** How a client's answers reached the survey. */
export const SURVEY_CHANNELS = ['paper', 'tablet', 'qr'] as const;
export type SurveyChannel = (typeof SURVEY_CHANNELS)[number];

/** Outcomes that items of the survey count towards besides satisfaction, which is that of all items. */
export const SURVEY_FEEDS = ['ease', 'transparency', 'integrity', 'go_between'] as const;
export type SurveyFeed = (typeof SURVEY_FEEDS)[number];
