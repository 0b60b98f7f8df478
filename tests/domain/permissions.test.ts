import { describe, expect, test } from 'vitest';
import { type Action, ACTIONS, can, type PermissionActor, type Resource } from '@/lib/domain/permissions';
import { ROLES, type Role } from '@/lib/domain/vocabulary';

const OWN = { id: 1, districtCode: 'D1' };
const OTHER = { id: 2, districtCode: 'D2' };

const actor = (role: Role, overrides: Partial<PermissionActor> = {}): PermissionActor => ({
  role,
  isDelegate: false,
  bodyIds: new Set(),
  districtCode: null,
  ...overrides,
});

/** Who asks, about which body. */
const CASES = {
  deputy: [actor('deputy'), { body: OTHER }],
  expert: [actor('expert'), { body: OTHER }],
  expertOwnDistrict: [actor('expert', { districtCode: 'D1' }), { body: OWN }],
  expertOtherDistrict: [actor('expert', { districtCode: 'D1' }), { body: OTHER }],
  liaisonOwnBody: [actor('liaison', { bodyIds: new Set([1]) }), { body: OWN }],
  liaisonOtherBody: [actor('liaison', { bodyIds: new Set([1]) }), { body: OTHER }],
  viewer: [actor('viewer'), { body: OTHER }],
  admin: [actor('admin'), { body: OTHER }],
} as const satisfies Record<string, readonly [PermissionActor, Resource]>;
const COLUMNS = Object.keys(CASES) as (keyof typeof CASES)[];

/** One sign a column, in the order above: + may, − may not. */
const MATRIX: Record<Action, string> = {
  //                          deputy expert own other own other viewer admin
  'progress.read': '          +      +      +   +     −   −     +      +',
  'body.read': '              +      +      +   +     +   −     +      +',
  'body.list': '              +      +      +   +     +   +     +      +',
  'evidence.read': '          +      +      +   −     +   −     +      −',
  'evidence.upload': '        +      +      +   −     +   −     −      −',
  'example.mark': '           +      −      −   −     −   −     −      −',
  'example.read': '           +      +      +   +     +   +     −      −',
  'milestone.start': '        −      −      −   −     +   −     −      −',
  'milestone.claim': '        −      −      −   −     +   −     −      −',
  'milestone.claim_on_behalf': '− +     +   −     −   −     −      −',
  'milestone.withdraw': '     −      −      −   −     +   −     −      −',
  'milestone.block': '        −      −      −   −     +   −     −      −',
  'milestone.unblock': '      +      +      +   −     +   −     −      −',
  'milestone.verify': '       +      +      +   −     −   −     −      −',
  'milestone.certify': '      +      +      +   −     −   −     −      −',
  'milestone.return': '       +      +      +   −     −   −     −      −',
  'milestone.undo': '         +      +      +   −     −   −     −      −',
  'milestone.reopen': '       +      −      −   −     −   −     −      −',
  'milestone.exempt': '       +      −      −   −     −   −     −      −',
  'milestone.lift_exemption': '+     −      −   −     −   −     −      −',
  'milestone.extend': '       +      −      −   −     −   −     −      −',
  'body.check_in': '          −      −      −   −     +   −     −      −',
  'body.object': '            −      −      −   −     +   −     −      −',
  'body.request': '           −      −      −   −     +   −     −      −',
  'indicator.read': '         +      +      +   +     −   −     +      +',
  'indicator.record': '       −      +      +   −     +   −     −      −',
  'survey.read': '            +      +      +   +     +   −     +      +',
  'survey.record': '          −      +      +   −     +   −     −      −',
  'inspection.read': '        +      +      +   +     +   −     +      +',
  'inspection.record': '      +      +      +   −     −   −     −      −',
  'desk_check.read': '        +      +      +   +     +   −     +      +',
  'desk_check.run': '         +      +      +   −     −   −     −      −',
  'objection.answer': '       +      +      +   −     −   −     −      −',
  'request.answer': '         +      −      −   −     −   −     −      −',
  'letter.record': '          +      +      +   −     −   −     −      −',
  'letter.send': '            +      +      +   −     −   −     −      −',
  'letter.read': '            +      +      +   +     +   −     +      −',
  'letter.change_template': ' +      +      −   −     −   −     −      −',
  'district.print': '         +      +      +   −     −   −     +      +',
  'review.read': '            +      +      +   +     −   −     −      −',
  'review.manage_reasons': '  +      +      −   −     −   −     −      −',
  'meeting.read': '           +      +      +   +     −   −     +      +',
  'decision.record': '        +      +      −   −     −   −     −      −',
  'decision.conclude': '      +      +      −   −     −   −     −      −',
  'report.read': '            +      +      +   +     −   −     +      +',
  'report.read_summary': '    +      +      +   +     +   +     +      +',
  'report.issue': '           +      +      −   −     −   −     −      −',
  'report.write_remarks': '   +      −      −   −     −   −     −      −',
  'my.read': '                −      −      −   −     +   +     −      −',
  'my.mark_read': '           −      −      −   −     +   +     −      −',
  'my.set_contact': '         −      −      −   −     +   +     −      −',
  'user.manage': '            −      −      −   −     −   −     −      +',
  'reference.manage': '       −      −      −   −     −   −     −      +',
  'import.run': '             −      −      −   −     −   −     −      +',
  'history.import': '         −      −      −   −     −   −     −      +',
  'audit.read': '             −      −      −   −     −   −     −      +',
  'backup.manage': '          −      −      −   −     −   −     −      +',
  'token.manage': '           −      −      −   −     −   −     −      +',
  'settings.manage': '        −      −      −   −     −   −     −      +',
};

function expected(action: Action, column: keyof typeof CASES): boolean {
  return MATRIX[action].replace(/\s+/g, '').charAt(COLUMNS.indexOf(column)) === '+';
}

describe('every action of every role', () => {
  test('the matrix names every action once and every role', () => {
    expect(Object.keys(MATRIX).sort()).toEqual([...ACTIONS].sort());
    for (const action of ACTIONS) expect(MATRIX[action].replace(/\s+/g, ''), action).toMatch(/^[+−]{8}$/);
    expect(new Set(COLUMNS.map((column) => CASES[column][0].role))).toEqual(new Set(ROLES));
  });

  test.each(ACTIONS.flatMap((action) => COLUMNS.map((column) => ({ action, column, may: expected(action, column) }))))(
    '$column, $action: $may',
    ({ action, column, may }) => {
      const [who, resource] = CASES[column];
      expect(can(who, action, resource)).toBe(may);
    },
  );
});

describe('a delegate', () => {
  const delegate = actor('expert', { isDelegate: true, districtCode: 'D1' });

  test('may do everything that the deputy may, in the whole county', () => {
    for (const action of ACTIONS) {
      const may = expected(action, 'deputy') || expected(action, 'expertOtherDistrict');
      expect(can(delegate, action, { body: OTHER }), action).toBe(may);
    }
  });

  test('keeps the own rights besides', () => {
    expect(can(delegate, 'milestone.claim_on_behalf', { body: OWN })).toBe(true);
    expect(can(delegate, 'milestone.claim_on_behalf', { body: OTHER })).toBe(false);
  });

  test('who is an admin gains no power over progress but by delegation', () => {
    expect(can(actor('admin'), 'milestone.verify', { body: OWN })).toBe(false);
    expect(can(actor('admin', { isDelegate: true }), 'milestone.verify', { body: OWN })).toBe(true);
  });
});

describe('limits of a right', () => {
  test('what is confidential reaches reviewers and its own body only', () => {
    const secret = { body: OWN, confidential: true };
    expect(can(actor('deputy'), 'evidence.read', secret)).toBe(true);
    expect(can(actor('expert'), 'evidence.read', secret)).toBe(true);
    expect(can(actor('expert', { districtCode: 'D2' }), 'evidence.read', secret)).toBe(false);
    expect(can(actor('liaison', { bodyIds: new Set([1]) }), 'evidence.read', secret)).toBe(true);
    expect(can(actor('liaison', { bodyIds: new Set([2]) }), 'evidence.read', secret)).toBe(false);
    expect(can(actor('viewer'), 'evidence.read', secret)).toBe(false);
    expect(can(actor('viewer'), 'evidence.read', { body: OWN })).toBe(true);
    expect(can(actor('admin'), 'evidence.read', secret)).toBe(false);
  });

  test("the governorate's own claims are verified by the deputy only", () => {
    const own = { body: OWN, isGovernorateOwn: true };
    expect(can(actor('deputy'), 'milestone.verify', own)).toBe(true);
    expect(can(actor('expert'), 'milestone.verify', own)).toBe(false);
    expect(can(actor('expert', { isDelegate: true }), 'milestone.verify', own)).toBe(true);
  });

  test('a liaison may report for several bodies, and for no body unless it is named', () => {
    const liaison = actor('liaison', { bodyIds: new Set([1, 2]) });
    expect(can(liaison, 'milestone.claim', { body: OWN })).toBe(true);
    expect(can(liaison, 'milestone.claim', { body: OTHER })).toBe(true);
    expect(can(liaison, 'milestone.claim', { body: { id: 3, districtCode: 'D1' } })).toBe(false);
    expect(can(liaison, 'milestone.claim')).toBe(false);
    expect(can(actor('liaison'), 'milestone.claim', { body: OWN })).toBe(false);
  });

  test('a reviewer limited to a district decides nothing that concerns no body', () => {
    expect(can(actor('expert', { districtCode: 'D1' }), 'letter.record')).toBe(false);
    expect(can(actor('expert'), 'letter.record')).toBe(true);
  });

  test('a district may be named without a body, and only the own one is a limited expert’s', () => {
    const bakhshdar = actor('expert', { districtCode: 'D1' });
    expect(can(bakhshdar, 'letter.send', { districtCode: 'D1' })).toBe(true);
    expect(can(bakhshdar, 'district.print', { districtCode: 'D2' })).toBe(false);
    expect(can(bakhshdar, 'district.print')).toBe(false);
    expect(can(actor('expert'), 'district.print', { districtCode: 'D2' })).toBe(true);
  });

  test('an action that nobody listed is refused to everybody', () => {
    for (const role of ROLES) {
      expect(can(actor(role, { isDelegate: true }), 'milestone.unheard_of' as Action, { body: OWN })).toBe(false);
      expect(can(actor(role, { isDelegate: true }), 'constructor' as Action, { body: OWN })).toBe(false);
    }
  });
});
