import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { ROLES, type Role } from '@/lib/domain/vocabulary';
import { isAppError, type AppError } from '@/lib/errors';
import { getEdition, getWholeEdition, issueEdition, listEditions, verifyEditionByCode } from '@/lib/services/editions';
import { recordMilestoneEvent } from '@/lib/services/milestones';
import { changeSettings } from '@/lib/services/settings';
import {
  auditTrail,
  createMilestoneWorld,
  HD1,
  LETTER,
  refusalOf,
  type MilestoneWorld,
} from '../support/milestone-world';

const storedDocument = (world: MilestoneWorld, number: number) =>
  world.db.$client.prepare<[number], string>('select document from editions where number = ?').pluck().get(number);

const claim = (world: MilestoneWorld, today: CivilDate, body = HD1.bodyCode) =>
  recordMilestoneEvent(world.as('liaison', { today, bodies: ['EA-001', 'VA-001'] }), {
    ...HD1,
    bodyCode: body,
    kind: 'claim',
    evidence: [LETTER],
  });

describe('issuing the weekly report', () => {
  it('takes the last week that has ended, as of its Friday, and numbers it from one', () => {
    const world = createMilestoneWorld();
    const issued = issueEdition(world.as('deputy'));
    expect(issued).toMatchObject({ number: 1, weekStartOn: '2018-12-01', weekEndOn: '2018-12-07' });
    expect(issued.document.header).toMatchObject({ number: 1, year: 1397, asOf: '2018-12-07', issuedOn: '2018-12-08' });
    expect(issueEdition(world.as('deputy'), { week: '2018-11-28' }).number).toBe(2);
    expect(listEditions(world.as('viewer')).map(({ number }) => number)).toEqual([2, 1]);
  });

  it.each(['2018-11-24', '2018-11-27', '2018-11-30'] as const)('takes the week that holds %s', (week) => {
    const world = createMilestoneWorld();
    expect(issueEdition(world.as('deputy'), { week })).toMatchObject({
      weekStartOn: '2018-11-24',
      weekEndOn: '2018-11-30',
    });
  });

  it('a week that has not ended is refused, on its Friday too', () => {
    const world = createMilestoneWorld();
    expect(refusalOf(() => issueEdition(world.as('deputy'), { week: '2018-12-08' })).code).toBe('week_unfinished');
    const friday = world.as('deputy', { today: '2018-12-14' });
    expect(refusalOf(() => issueEdition(friday, { week: '2018-12-14' })).code).toBe('week_unfinished');
    expect(listEditions(world.as('deputy'))).toEqual([]);
  });

  it('a draft of an unfinished week is as of today and leaves nothing behind', () => {
    const world = createMilestoneWorld();
    const draft = issueEdition(world.as('deputy', { today: '2018-12-10' }), { week: '2018-12-10', draft: true });
    expect(draft).toMatchObject({ number: null, verificationCode: null, sha256: null, weekEndOn: '2018-12-14' });
    expect(draft.document.header).toMatchObject({ isDraft: true, number: null, asOf: '2018-12-10' });
    expect(listEditions(world.as('deputy'))).toEqual([]);
    expect(auditTrail(world.db)).toEqual([]);
  });

  it.each(['2018-07-20', '2018-12-15'] as const)(
    'a week before the programme or after today is refused: %s',
    (week) => {
      const world = createMilestoneWorld();
      expect(refusalOf(() => issueEdition(world.as('deputy'), { week })).code).toBe('as_of_out_of_range');
      expect(refusalOf(() => issueEdition(world.as('deputy'), { week, draft: true })).code).toBe('as_of_out_of_range');
    },
  );

  it('a second edition of a week is refused with the number of the first', () => {
    const world = createMilestoneWorld();
    issueEdition(world.as('deputy'));
    expect(refusalOf(() => issueEdition(world.as('expert')))).toMatchObject({
      code: 'edition_exists',
      details: { number: 1, weekStartOn: '2018-12-01' },
    });
  });

  it('a correction is a new edition that names the one it replaces; the old one stays and says so', () => {
    const world = createMilestoneWorld();
    const first = issueEdition(world.as('deputy'));
    const second = issueEdition(world.as('deputy'), { supersede: true });
    expect(second.number).toBe(2);
    expect(second.document.header.supersedes).toBe(1);
    expect(getEdition(world.as('viewer'), 1).document).toEqual(first.document);
    expect(verifyEditionByCode(world.as('viewer'), first.verificationCode ?? '')?.supersededBy).toBe(2);
    expect(verifyEditionByCode(world.as('viewer'), second.verificationCode ?? '')?.supersededBy).toBeNull();
  });

  it('writes one audit row with the number and the fingerprint', () => {
    const world = createMilestoneWorld();
    const issued = issueEdition(world.as('deputy'));
    expect(auditTrail(world.db)).toEqual(['report.issue 1 deputy']);
    const details = world.db.$client.prepare<[], string>('select details from audit_log').pluck().get();
    expect(JSON.parse(details ?? '')).toMatchObject({ sha256: issued.sha256, weekEndOn: '2018-12-07' });
  });
});

describe('an issued edition is frozen', () => {
  it('later events, settings and editions leave every byte of it as it was', () => {
    const world = createMilestoneWorld();
    const issued = issueEdition(world.as('deputy'), { remarks: ['سخن نخست.', '  '] });
    const before = storedDocument(world, 1);
    claim(world, '2018-12-08');
    changeSettings(world.as('admin', { today: '2018-12-09' }), { office: { name: 'نام دیگر' }, silentAfterDays: 3 });
    issueEdition(world.as('deputy', { today: '2018-12-16' }));
    expect(storedDocument(world, 1)).toBe(before);
    expect(
      createHash('sha256')
        .update(before ?? '')
        .digest('hex'),
    ).toBe(issued.sha256);
    expect(getEdition(world.as('viewer', { today: '2018-12-20' }), 1).document).toEqual(issued.document);
    expect(issued.document.remarks).toEqual(['سخن نخست.']);
  });

  it('the database refuses to change or remove it', () => {
    const world = createMilestoneWorld();
    issueEdition(world.as('deputy'));
    expect(() => world.db.$client.prepare("update editions set document = '{}'").run()).toThrow();
    expect(() => world.db.$client.prepare('delete from editions').run()).toThrow();
  });

  it('shows what was known on its Friday: what was recorded on Saturday is not in it', () => {
    const world = createMilestoneWorld();
    claim(world, '2018-12-08');
    const { document } = issueEdition(world.as('deputy'));
    // HD1 (weight 40 of 100) is due for the agency, the governorate and the village, and nobody had claimed it
    expect(document.totals).toMatchObject({ bodies: 3, claimed: 0, verified: 0, lateBodies: 3 });
    expect(document.late.rows.map((row) => [row.bodyCode, row.total, row.daysLate])).toEqual([
      ['EA-001', 1, 6],
      ['GV-001', 1, 6],
      ['VA-001', 1, 6],
    ]);
  });

  it('counts changes from the last edition about an earlier week', () => {
    const world = createMilestoneWorld();
    issueEdition(world.as('deputy', { today: '2018-12-01' }));
    claim(world, '2018-12-04');
    const { document } = issueEdition(world.as('deputy'));
    expect(document.header.comparedWith).toEqual({ number: 1, asOf: '2018-11-30' });
    const row = document.trackRows.find(({ key }) => key === 'HD');
    // one of three bodies claimed 40 of 100
    expect(row?.claimedChange).toBeCloseTo(0.4 / 3, 10);
    expect(row?.verifiedChange).toBe(0);
    expect(document.late.rows.map(({ bodyCode, isNew }) => [bodyCode, isNew])).toEqual([
      ['GV-001', true],
      ['VA-001', true],
    ]);
  });
});

describe('who may do what with reports', () => {
  const allowed: Readonly<Record<Role, { issue: boolean; whole: boolean }>> = {
    deputy: { issue: true, whole: true },
    expert: { issue: true, whole: true },
    viewer: { issue: false, whole: true },
    admin: { issue: false, whole: true },
    liaison: { issue: false, whole: false },
  };
  const outcome = (attempt: () => unknown): 'allowed' | AppError['code'] => {
    try {
      attempt();
      return 'allowed';
    } catch (error) {
      if (isAppError(error)) return error.code;
      throw error;
    }
  };

  it.each(ROLES)('%s', (role) => {
    const world = createMilestoneWorld();
    issueEdition(world.as('deputy'), { week: '2018-11-28' });
    const { issue, whole } = allowed[role];
    expect(outcome(() => issueEdition(world.as(role)))).toBe(issue ? 'allowed' : 'forbidden');
    expect(outcome(() => issueEdition(world.as(role), { week: '2018-11-21', draft: true }))).toBe(
      issue ? 'allowed' : 'forbidden',
    );
    expect(outcome(() => getWholeEdition(world.as(role), 1))).toBe(whole ? 'allowed' : 'forbidden');
    expect(outcome(() => getEdition(world.as(role), 1))).toBe('allowed');
    expect(outcome(() => listEditions(world.as(role)))).toBe('allowed');
  });

  it('an expert of one district does not issue the county’s report', () => {
    const world = createMilestoneWorld();
    expect(outcome(() => issueEdition(world.as('expert', { districtCode: '220303' })))).toBe('forbidden');
  });

  it('a liaison sees the summary and the own bodies, and nobody else’s', () => {
    const world = createMilestoneWorld();
    issueEdition(world.as('deputy'));
    const seen = getEdition(world.as('liaison'), 1);
    expect(seen.isSummary).toBe(true);
    expect(seen.document.trackRows.length).toBeGreaterThan(0);
    expect(seen.document.late.rows.map(({ bodyCode }) => bodyCode)).toEqual(['EA-001']);
    expect(seen.document.attachment.groups.flatMap(({ bodies }) => bodies.map(({ code }) => code))).toEqual(['EA-001']);
    expect(JSON.stringify(seen.document)).not.toContain('دهیاری گزیر');
  });

  it('a number that was never issued is not found', () => {
    const world = createMilestoneWorld();
    expect(refusalOf(() => getEdition(world.as('viewer'), 7)).code).toBe('not_found');
    expect(refusalOf(() => getEdition(world.as('viewer'), 1.5)).code).toBe('not_found');
  });
});

describe('the code on paper', () => {
  it('has eight letters and digits that nobody mistakes, and leads back however it is typed', () => {
    const world = createMilestoneWorld();
    const { verificationCode, sha256 } = issueEdition(world.as('deputy'));
    expect(verificationCode).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
    const typed = (verificationCode ?? '').toLowerCase().replace('-', ' ');
    expect(verifyEditionByCode(world.as('liaison'), typed)).toEqual({
      number: 1,
      programmeTitle: 'میز خدمت',
      office: 'فرمانداری شهرستان 2203',
      weekStartOn: '2018-12-01',
      weekEndOn: '2018-12-07',
      issuedOn: '2018-12-08',
      sha256,
      supersededBy: null,
    });
  });

  it.each(['', 'KM7F-3QRP', 'x', "' or 1=1 --"])('«%s» is the code of no edition', (code) => {
    const world = createMilestoneWorld();
    issueEdition(world.as('deputy'));
    expect(verifyEditionByCode(world.as('viewer'), code)).toBeNull();
  });
});
