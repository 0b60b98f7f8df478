import type { BodyCategory, Role } from './vocabulary';

/**
 * Everything somebody can try. One table, deny by default: an action that is not listed for a role is refused.
 * Reads are actions too.
 */
export const ACTIONS = [
  'progress.read',
  'body.read',
  'body.list',
  'evidence.read',
  'evidence.upload',
  'example.mark',
  'example.read',
  'milestone.start',
  'milestone.claim',
  'milestone.claim_on_behalf',
  'milestone.withdraw',
  'milestone.block',
  'milestone.unblock',
  'milestone.verify',
  'milestone.certify',
  'milestone.return',
  'milestone.undo',
  'milestone.reopen',
  'milestone.exempt',
  'milestone.lift_exemption',
  'milestone.extend',
  'body.check_in',
  'body.object',
  'body.request',
  'indicator.read',
  'indicator.record',
  'survey.read',
  'survey.record',
  'inspection.read',
  'inspection.record',
  'desk_check.read',
  'desk_check.run',
  'objection.answer',
  'request.answer',
  'letter.record',
  'letter.send',
  'letter.read',
  'letter.change_template',
  'district.print',
  'review.read',
  'review.manage_reasons',
  'meeting.read',
  'decision.record',
  'decision.conclude',
  'report.read',
  'report.read_summary',
  'report.issue',
  'report.write_remarks',
  'my.read',
  'my.mark_read',
  'my.set_contact',
  'user.manage',
  'reference.manage',
  'import.run',
  'history.import',
  'audit.read',
  'backup.manage',
  'token.manage',
  'settings.manage',
] as const;
export type Action = (typeof ACTIONS)[number];

export interface PermissionActor {
  readonly role: Role;
  /** Acts for the deputy today. */
  readonly isDelegate: boolean;
  /** Bodies a liaison reports for. */
  readonly bodyIds: ReadonlySet<number>;
  /** A reviewer's own district, or null for the whole county. */
  readonly districtCode: string | null;
}

/** What the action is done to. Leave `body` out for what concerns no single body. */
export interface Resource {
  readonly body?: { readonly id: number; readonly districtCode: string; readonly category?: BodyCategory };
  /** Of what concerns a district as a whole. */
  readonly districtCode?: string;
  readonly confidential?: boolean;
  /** The governorate is the claimant: only the deputy may verify its own claims. */
  readonly isGovernorateOwn?: boolean;
}

type Rule = (actor: PermissionActor, resource: Resource) => boolean;

const always: Rule = () => true;
const ownBody: Rule = (actor, { body }) => body !== undefined && actor.bodyIds.has(body.id);
const inDistrict: Rule = (actor, { body, districtCode = body?.districtCode }) =>
  actor.districtCode === null || actor.districtCode === districtCode;
const wholeCounty: Rule = (actor) => actor.districtCode === null;
const notConfidential: Rule = (_, { confidential }) => confidential !== true;
const notGovernorateOwn: Rule = (_, { isGovernorateOwn }) => isGovernorateOwn !== true;
const both =
  (a: Rule, b: Rule): Rule =>
  (actor, resource) =>
    a(actor, resource) && b(actor, resource);

const DEPUTY: Partial<Record<Action, Rule>> = {
  'progress.read': always,
  'indicator.read': always,
  'survey.read': always,
  'inspection.read': always,
  'inspection.record': always,
  'desk_check.read': always,
  'desk_check.run': always,
  'body.read': always,
  'body.list': always,
  'evidence.read': always,
  // A certification rests on the inspection or test attached to it.
  'evidence.upload': always,
  'example.mark': always,
  'example.read': always,
  'milestone.unblock': always,
  'milestone.verify': always,
  'milestone.certify': always,
  'milestone.return': always,
  'milestone.undo': always,
  'milestone.reopen': always,
  'milestone.exempt': always,
  'milestone.lift_exemption': always,
  'milestone.extend': always,
  'objection.answer': always,
  'request.answer': always,
  'letter.record': always,
  'letter.send': always,
  'letter.read': always,
  'letter.change_template': always,
  'district.print': always,
  'review.read': always,
  'review.manage_reasons': always,
  'meeting.read': always,
  'decision.record': always,
  'decision.conclude': always,
  'report.read': always,
  'report.read_summary': always,
  'report.issue': always,
  // the deputy's own words: nobody prepares them
  'report.write_remarks': always,
};

const EXPERT: Partial<Record<Action, Rule>> = {
  'progress.read': always,
  'indicator.read': always,
  'indicator.record': inDistrict,
  'survey.read': always,
  'survey.record': inDistrict,
  'inspection.read': always,
  'inspection.record': inDistrict,
  'desk_check.read': always,
  'desk_check.run': inDistrict,
  'body.read': always,
  'body.list': always,
  'evidence.read': inDistrict,
  'evidence.upload': inDistrict,
  'example.read': always,
  'milestone.claim_on_behalf': inDistrict,
  'milestone.unblock': inDistrict,
  'milestone.verify': both(inDistrict, notGovernorateOwn),
  'milestone.certify': inDistrict,
  'milestone.return': both(inDistrict, notGovernorateOwn),
  'milestone.undo': inDistrict,
  'objection.answer': inDistrict,
  'letter.record': inDistrict,
  'letter.send': inDistrict,
  'letter.read': always,
  'letter.change_template': wholeCounty,
  'district.print': inDistrict,
  'review.read': always,
  'review.manage_reasons': wholeCounty,
  'meeting.read': always,
  'decision.record': wholeCounty,
  'decision.conclude': wholeCounty,
  'report.read': always,
  'report.read_summary': always,
  'report.issue': wholeCounty,
};

const LIAISON: Partial<Record<Action, Rule>> = {
  'my.read': always,
  'my.mark_read': always,
  'my.set_contact': always,
  'body.list': always,
  'body.read': ownBody,
  'evidence.read': ownBody,
  'evidence.upload': ownBody,
  // Of any body, and only while the deputy shows it; the service looks whether it is of a step of an own body.
  'example.read': always,
  'milestone.start': ownBody,
  'milestone.claim': ownBody,
  'milestone.withdraw': ownBody,
  'milestone.block': ownBody,
  'milestone.unblock': ownBody,
  'body.check_in': ownBody,
  'body.object': ownBody,
  'indicator.record': ownBody,
  'survey.read': ownBody,
  'survey.record': ownBody,
  'inspection.read': ownBody,
  'desk_check.read': ownBody,
  'body.request': ownBody,
  'letter.read': ownBody,
  'report.read_summary': always,
};

const VIEWER: Partial<Record<Action, Rule>> = {
  'progress.read': always,
  'indicator.read': always,
  'survey.read': always,
  'inspection.read': always,
  'desk_check.read': always,
  'body.read': always,
  'body.list': always,
  'evidence.read': notConfidential,
  'letter.read': always,
  'district.print': always,
  'meeting.read': always,
  'report.read': always,
  'report.read_summary': always,
};

const ADMIN: Partial<Record<Action, Rule>> = {
  'progress.read': always,
  'indicator.read': always,
  'survey.read': always,
  'inspection.read': always,
  'desk_check.read': always,
  'body.read': always,
  'body.list': always,
  'district.print': always,
  'meeting.read': always,
  'report.read': always,
  'report.read_summary': always,
  'user.manage': always,
  'reference.manage': always,
  'import.run': always,
  'history.import': always,
  'audit.read': always,
  'backup.manage': always,
  'token.manage': always,
  'settings.manage': always,
};

const TABLE: Record<Role, Partial<Record<Action, Rule>>> = {
  deputy: DEPUTY,
  expert: EXPERT,
  liaison: LIAISON,
  viewer: VIEWER,
  admin: ADMIN,
};

/**
 * Whether an actor may do something to a resource. A delegate has the deputy's rights besides the own ones until the delegation ends.
 * Rules about the state of a milestone, or about who claimed it, stand in `transitions.ts`.
 */
export function can(actor: PermissionActor, action: Action, resource: Resource = {}): boolean {
  const own = TABLE[actor.role][action];
  if (own?.(actor, resource) === true) return true;
  return actor.isDelegate && DEPUTY[action]?.(actor, resource) === true;
}
