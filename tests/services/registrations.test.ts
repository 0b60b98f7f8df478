import { describe, expect, it } from 'vitest';
import { auditLog, editions, letters, programmes, registrations } from '@/db/schema/index';
import { ROLES, type Role } from '@/lib/domain/vocabulary';
import { describeErrorInline } from '@/lib/messages/errors';
import { fieldSentences } from '@/lib/messages/input-issues';
import { recordMilestoneEvent } from '@/lib/services/milestones';
import {
  registerPaper,
  registrationHistory,
  registrationsOf,
  type RegistrationInput,
} from '@/lib/services/registrations';
import { editionRegistrationSchema } from '@/lib/validation/registrations';
import {
  auditTrail,
  createMilestoneWorld,
  HD1,
  LETTER,
  refusalOf,
  TODAY,
  type MilestoneWorld,
} from '../support/milestone-world';

const NO_HASH = '0'.repeat(64);

/** An edition issued on the day the world stands on. */
function worldWithEdition() {
  const world = createMilestoneWorld();
  const programmeId = world.db.select().from(programmes).get()?.id ?? 0;
  world.db
    .insert(editions)
    .values({
      programmeId,
      number: 7,
      weekStartOn: '2018-12-01',
      weekEndOn: '2018-12-07',
      issuedOn: TODAY,
      issuedAt: '2018-12-08T06:00:00.000Z',
      issuedByName: 'معاون',
      verificationCode: 'ABCD-2345',
      document: '{}',
      sha256: NO_HASH,
    })
    .run();
  return { world, programmeId };
}

const INPUT: RegistrationInput = {
  paper: 'edition',
  paperId: 1,
  registryNumber: '۱۲/۳۴۵۶',
  registeredOn: '2018-12-09',
  expectedRegistrationId: null,
};

const register = (world: MilestoneWorld, input: Partial<RegistrationInput> = {}, role: Role = 'deputy') =>
  registerPaper(world.as(role, { today: '2018-12-10' }), { ...INPUT, ...input });

describe("the secretariat's number of an edition", () => {
  const MAY: readonly Role[] = ['deputy', 'expert'];

  it.each(MAY)('a %s records it, in any digits, with an audit row', (role) => {
    const { world } = worldWithEdition();
    expect(register(world, {}, role)).toEqual({ registrationId: 1, isNew: true });
    expect(registrationsOf(world.db, 'edition', [1]).get(1)).toMatchObject({
      registryNumber: '12/3456',
      registeredOn: '2018-12-09',
      recordedOn: '2018-12-10',
      recordedByName: `نام ${role}`,
    });
    expect(auditTrail(world.db)).toEqual([`registration.record 7 ${role}`]);
    expect(world.db.select().from(auditLog).get()?.details).toMatchObject({ registryNumber: '12/3456' });
  });

  it.each(ROLES.filter((role) => !MAY.includes(role)))('a %s may not', (role) => {
    const { world } = worldWithEdition();
    expect(refusalOf(() => register(world, {}, role)).code).toBe('forbidden');
    expect(refusalOf(() => register(world, { paperId: 99 }, role)).code).toBe('forbidden');
    expect(world.db.select().from(registrations).all()).toEqual([]);
    expect(auditTrail(world.db)).toEqual([]);
  });

  it('an expert of one district does not issue the report, so neither its number', () => {
    const { world } = worldWithEdition();
    const local = world.as('expert', { districtCode: '220303' });
    expect(refusalOf(() => registerPaper(local, INPUT)).code).toBe('forbidden');
  });

  it('a correction is a newer row; the old one stays', () => {
    const { world } = worldWithEdition();
    register(world);
    register(world, { registryNumber: '12/3457', expectedRegistrationId: 1 });
    expect(registrationHistory(world.as('expert'), 'edition', 1).map(({ registryNumber }) => registryNumber)).toEqual([
      '12/3457',
      '12/3456',
    ]);
    expect(registrationsOf(world.db, 'edition', [1, 2]).get(1)?.registryNumber).toBe('12/3457');
    expect(() => world.db.$client.prepare('delete from registrations').run()).toThrow();
    expect(() => world.db.$client.prepare("update registrations set registry_number = '1'").run()).toThrow();
  });

  it('the same form sent twice, also in other digits, leaves one row', () => {
    const { world } = worldWithEdition();
    register(world);
    expect(register(world, { registryNumber: ' 12/3456 ' })).toEqual({ registrationId: 1, isNew: false });
    expect(world.db.select().from(registrations).all()).toHaveLength(1);
    expect(auditTrail(world.db)).toHaveLength(1);
  });

  it('the second of two people with different numbers is told what the first wrote', () => {
    const { world } = worldWithEdition();
    register(world, {}, 'expert');
    const refusal = refusalOf(() => register(world, { registryNumber: '99' }));
    expect(refusal.code).toBe('conflict');
    const sentence = describeErrorInline({ code: 'conflict', details: refusal.details });
    expect(sentence).toContain('نام expert');
    expect(sentence).toContain('«۱۲/۳۴۵۶»');
  });

  it.each([
    [{ registeredOn: '2018-12-07' }, 'registeredOn', 'پیش از روز صدور'],
    [{ registeredOn: '2018-12-11' }, 'registeredOn', 'پس از امروز'],
    [{ registeredOn: null }, 'registeredOn', 'تاریخ ثبت را بنویسید'],
    [{ registryNumber: '  ' }, 'registryNumber', 'شمارهٔ دبیرخانه را بنویسید'],
    [{ registryNumber: '9'.repeat(61) }, 'registryNumber', '۶۰'],
  ] as const)('%j is refused with a sentence', (input, field, words) => {
    const { world } = worldWithEdition();
    const { code, details } = refusalOf(() => register(world, input));
    expect(code).toBe('invalid_input');
    expect(fieldSentences(details)[field]).toContain(words);
    expect(world.db.select().from(registrations).all()).toEqual([]);
  });

  it('the day of issue and today are both good days', () => {
    const { world } = worldWithEdition();
    register(world, { registeredOn: TODAY });
    register(world, { registeredOn: '2018-12-10', expectedRegistrationId: 1 });
    expect(world.db.select().from(registrations).all()).toHaveLength(2);
  });

  it('an edition that is not there is not found', () => {
    const { world } = worldWithEdition();
    expect(refusalOf(() => register(world, { paperId: 2 })).code).toBe('not_found');
  });
});

describe("the secretariat's number of a letter", () => {
  /** A letter to the agency of district 220305. */
  function worldWithLetter() {
    const { world, programmeId } = worldWithEdition();
    const { eventId } = recordMilestoneEvent(world.as('liaison'), { ...HD1, kind: 'claim', evidence: [LETTER] });
    world.db
      .insert(letters)
      .values({
        kind: 'late',
        year: 1397,
        number: 3,
        bodyId: world.bodyIds['EA-001'],
        programmeId,
        eventId,
        asOf: TODAY,
        issuedOn: TODAY,
        issuedAt: '2018-12-08T06:00:00.000Z',
        issuedByName: 'کارشناس',
        document: '{}',
        sha256: NO_HASH,
      })
      .run();
    return world;
  }
  const LETTER_INPUT: RegistrationInput = { ...INPUT, paper: 'letter' };

  it('is kept apart from the edition with the same id', () => {
    const world = worldWithLetter();
    register(world, LETTER_INPUT);
    expect(registrationsOf(world.db, 'edition', [1]).size).toBe(0);
    expect(registrationsOf(world.db, 'letter', [1]).get(1)?.registryNumber).toBe('12/3456');
    expect(auditTrail(world.db).at(-1)).toBe('registration.record 1397/3 deputy');
  });

  it.each([
    ['deputy', {}, 'allowed'],
    ['expert', {}, 'allowed'],
    ['expert', { districtCode: '220305' }, 'allowed'],
    ['expert', { districtCode: '220303' }, 'forbidden'],
    ['liaison', {}, 'forbidden'],
    ['liaison', { bodies: ['VA-001'] }, 'not_found'],
    ['viewer', {}, 'forbidden'],
    ['admin', {}, 'forbidden'],
  ] as const)('%s %j: %s', (role, options, answer) => {
    const world = worldWithLetter();
    const attempt = () => registerPaper(world.as(role, { today: '2018-12-10', ...options }), LETTER_INPUT);
    if (answer === 'allowed') expect(attempt()).toMatchObject({ isNew: true });
    else expect(refusalOf(attempt).code).toBe(answer);
  });
});

describe('the form', () => {
  it('takes a Jalali day in any digits and names a wrong one', () => {
    const sent = { number: '7', paperId: '1', registryNumber: '۷', registeredOn: '۱۳۹۷/۹/۱۸', seen: '' };
    expect(editionRegistrationSchema.parse(sent)).toMatchObject({ registeredOn: '2018-12-09', seen: null });
    const wrong = editionRegistrationSchema.safeParse({ ...sent, registeredOn: '1397/13/1' });
    expect(wrong.error?.issues[0]?.path).toEqual(['registeredOn']);
  });
});
