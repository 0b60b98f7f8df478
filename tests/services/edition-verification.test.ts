import { describe, expect, it } from 'vitest';
import { verifyEditionByCode, WRONG_CODES } from '@/lib/services/edition-verification';
import { registerPaper } from '@/lib/services/registrations';
import { createClock } from '@/lib/clock';
import { issueEdition } from '../support/issue-edition';
import { createMilestoneWorld, refusalOf } from '../support/milestone-world';

describe('the code on paper', () => {
  it('has eight letters and digits that nobody mistakes, and leads back however it is typed', () => {
    const world = createMilestoneWorld();
    const { verificationCode, sha256, renderingSha256 } = issueEdition(world.as('deputy'));
    expect(verificationCode).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
    const typed = (verificationCode ?? '').toLowerCase().replace('-', ' ');
    expect(verifyEditionByCode(world.as('liaison'), typed)).toMatchObject({
      number: 1,
      programmeTitle: 'میز خدمت',
      office: 'فرمانداری شهرستان 2203',
      weekStartOn: '2018-12-01',
      weekEndOn: '2018-12-07',
      issuedOn: '2018-12-08',
      delayDays: null,
      sha256,
      renderingSha256,
      registration: null,
      supersedes: null,
      supersededBy: null,
    });
  });

  it('tells the figures of the summary and no body', () => {
    const world = createMilestoneWorld();
    const { verificationCode, document } = issueEdition(world.as('deputy'));
    const found = verifyEditionByCode(world.as('viewer'), verificationCode ?? '');
    expect(found?.verdict).toEqual(document.verdict);
    expect(found?.deadline).toEqual(document.keyFigures[0]);
    expect(found?.tracks.map(({ key, deadlineOn }) => [key, deadlineOn])).toEqual([
      ['HD', '2018-12-21'],
      ['NT', '2019-03-20'],
    ]);
    expect(found?.tracks[0]?.planned).toBeCloseTo(0.4, 9);
    expect(found?.tracks[0]).toMatchObject({ label: 'محور HD', claimed: 0, verified: 0 });
    for (const name of ['ادارهٔ ثبت', 'ادارۀ ثبت', 'دهیاری گزیر', 'EA-001']) {
      expect(JSON.stringify(found)).not.toContain(name);
    }
  });

  it("brings the secretariat's number and the edition that replaced it", () => {
    const world = createMilestoneWorld();
    const first = issueEdition(world.as('deputy'));
    const second = issueEdition(world.as('deputy'), { supersede: true });
    registerPaper(world.as('expert'), {
      ...{ paper: 'edition', paperId: first.id ?? 0, registryNumber: '۱۲/گ', registeredOn: '2018-12-08' },
      expectedRegistrationId: null,
    });
    expect(verifyEditionByCode(world.as('viewer'), first.verificationCode ?? '')).toMatchObject({
      registration: { registryNumber: '12/گ', registeredOn: '2018-12-08' },
      supersededBy: 2,
    });
    expect(verifyEditionByCode(world.as('viewer'), second.verificationCode ?? '')).toMatchObject({
      registration: null,
      supersedes: 1,
      supersededBy: null,
    });
  });

  it.each(['', 'KM7F-3QRP', 'x', "' or 1=1 --"])('«%s» is the code of no edition', (code) => {
    const world = createMilestoneWorld();
    issueEdition(world.as('deputy'));
    expect(verifyEditionByCode(world.as('viewer'), code)).toBeNull();
  });
});

describe('guessing codes', () => {
  it('an address that was wrong too often waits, with the right code too; another does not, and a minute later neither', () => {
    const world = createMilestoneWorld();
    const { verificationCode } = issueEdition(world.as('deputy'));
    const right = verificationCode ?? '';
    const start = new Date('2018-12-08T06:00:00Z');
    const at = (seconds: number, ipAddress = '192.0.2.9') => ({
      ...world.as('viewer'),
      ipAddress,
      clock: { ...createClock('2018-12-08'), now: () => new Date(start.getTime() + seconds * 1000) },
    });
    for (let count = 0; count < WRONG_CODES.perMinute; count += 1) {
      expect(verifyEditionByCode(at(count), 'KM7F-3QRP')).toBeNull();
    }
    for (const code of ['KM7F-3QRP', right]) {
      expect(refusalOf(() => verifyEditionByCode(at(20), code))).toEqual(
        expect.objectContaining({
          code: 'too_many_attempts',
          details: { reason: 'wrong_codes', retryAfterSeconds: 40 },
        }),
      );
    }
    expect(verifyEditionByCode(at(20, '192.0.2.10'), right)?.number).toBe(1);
    expect(verifyEditionByCode(at(61), right)?.number).toBe(1);
  });
});
