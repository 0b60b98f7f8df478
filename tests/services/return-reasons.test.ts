import { describe, expect, it } from 'vitest';
import { auditLog, settingVersions } from '@/db/schema/index';
import { PRESET_RETURN_REASONS } from '@/lib/messages/return-reasons';
import { changeReturnReasons, getReturnReasons } from '@/lib/services/return-reasons';
import { createMilestoneWorld, refusalOf } from '../support/milestone-world';

const reason = (text: string, trackCode: string | null = null) =>
  ({ kind: 'add', reason: { text, trackCode } }) as const;

describe('the usual reasons of a return', () => {
  it('start with the presets, and nobody has changed them yet', () => {
    const list = getReturnReasons(createMilestoneWorld().as('deputy'));
    expect(list.reasons.map(({ text }) => text)).toEqual([...PRESET_RETURN_REASONS]);
    expect(list).toMatchObject({ version: null, changed: null, mayChange: true });
  });

  it('a change is a new version with an audit row that holds before and after', () => {
    const { db, as } = createMilestoneWorld();
    changeReturnReasons(as('deputy'), { seen: null, change: reason('امضا ندارد.', 'NT') });
    const { reasons, version } = getReturnReasons(as('deputy'));
    expect(reasons.at(-1)).toEqual({ text: 'امضا ندارد.', trackCode: 'NT' });
    changeReturnReasons(as('expert'), { seen: version, change: { kind: 'remove', index: 0 } });
    expect(db.select().from(settingVersions).all()).toHaveLength(2);
    expect(db.select().from(auditLog).all()).toMatchObject([
      { action: 'review.change_reasons', subjectType: 'setting', subjectKey: 'returnReasons', actorName: 'deputy' },
      { action: 'review.change_reasons', actorName: 'expert', details: { change: 'remove' } },
    ]);
  });

  it('the second of two people is told that the list has changed, and nothing is overwritten', () => {
    const { db, as } = createMilestoneWorld();
    changeReturnReasons(as('deputy'), { seen: null, change: reason('نخست.') });
    const late = () => changeReturnReasons(as('expert'), { seen: null, change: reason('دوم.') });
    expect(refusalOf(late)).toMatchObject({ code: 'conflict', details: { reason: 'reasons_changed' } });
    expect(db.select().from(auditLog).all()).toHaveLength(1);
  });

  it('what is there already, or for a track that does not exist, is refused', () => {
    const { as } = createMilestoneWorld();
    const attempt = (change: ReturnType<typeof reason>) => () =>
      changeReturnReasons(as('deputy'), { seen: null, change });
    expect(refusalOf(attempt(reason(` ${PRESET_RETURN_REASONS[0]} `)))).toMatchObject({
      code: 'invalid_input',
      details: { field: 'text', reason: 'already_there' },
    });
    expect(refusalOf(attempt(reason('تازه', 'XX')))).toMatchObject({ details: { field: 'track' } });
  });

  it('moving the first one up changes nothing and writes nothing', () => {
    const { db, as } = createMilestoneWorld();
    changeReturnReasons(as('deputy'), { seen: null, change: { kind: 'move', index: 0, by: -1 } });
    expect(db.select().from(settingVersions).all()).toEqual([]);
  });

  it.each([
    ['deputy', null, true],
    ['expert', null, true],
    ['expert', '220303', false],
    ['liaison', null, false],
    ['viewer', null, false],
    ['admin', null, false],
  ] as const)('a %s with district %s may change them: %s', (role, districtCode, may) => {
    const { db, as } = createMilestoneWorld();
    const change = () => changeReturnReasons(as(role, { districtCode }), { seen: null, change: reason('تازه') });
    if (may) expect(change()).toHaveLength(PRESET_RETURN_REASONS.length + 1);
    else expect(refusalOf(change).code).toBe('forbidden');
    expect(db.select().from(auditLog).all()).toHaveLength(may ? 1 : 0);
  });

  it('an expert of a district reads them; whoever reviews nothing does not', () => {
    const { as } = createMilestoneWorld();
    expect(getReturnReasons(as('expert', { districtCode: '220303' })).mayChange).toBe(false);
    for (const role of ['liaison', 'viewer', 'admin'] as const)
      expect(refusalOf(() => getReturnReasons(as(role))).code).toBe('forbidden');
  });
});
