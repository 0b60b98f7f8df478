import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { auditLog, bodyVersions, events, letters, settingVersions } from '@/db/schema/index';
import { renderLetters } from '@/components/letters/render-letters';
import type { LetterDocument } from '@/lib/domain/letters';
import { ROLES, type Role } from '@/lib/domain/vocabulary';
import { AppError } from '@/lib/errors';
import { describeErrorInline } from '@/lib/messages/errors';
import { fieldSentences } from '@/lib/messages/input-issues';
import { DEFAULT_LETTER_TEMPLATE } from '@/lib/messages/letters';
import { getBodyFile } from '@/lib/services/body-file';
import { recordCheckIn } from '@/lib/services/check-ins';
import { exportLetters } from '@/lib/services/exports/letters';
import { listInbox } from '@/lib/services/inbox';
import { changeLetterTemplate, getLetterTemplate } from '@/lib/services/letter-template';
import { listRecipients, maySendLetters, mayBeWrittenTo } from '@/lib/services/letter-recipients';
import {
  getLetterPage,
  getLetters,
  getSendingResult,
  issueLetters,
  letterIdOfEvent,
  listLetters,
  previewLetter,
} from '@/lib/services/letters';
import { recordMilestoneEvent } from '@/lib/services/milestones';
import { registerPaper } from '@/lib/services/registrations';
import { getSilentBodies } from '@/lib/services/silence';
import {
  auditTrail,
  createMilestoneWorld,
  HD1,
  LETTER,
  refusalOf,
  TODAY,
  type MilestoneWorld,
} from '../support/milestone-world';

const ALL = ['EA-001', 'VA-001', 'GV-001'];
const issue = (world: MilestoneWorld, bodies: readonly string[] = ['EA-001'], role: Role = 'deputy') =>
  issueLetters(world.as(role), { bodies });
const rowsOf = (world: MilestoneWorld) => world.db.select().from(letters).all();

/** Marks a body as one that only takes part in coordination. */
function coordinate(world: MilestoneWorld, code: 'EA-001' | 'VA-001') {
  const { id: _, ...known } = world.db
    .select()
    .from(bodyVersions)
    .where(eq(bodyVersions.bodyId, world.bodyIds[code]))
    .get() as typeof bodyVersions.$inferSelect;
  world.db
    .insert(bodyVersions)
    .values({ ...known, coordinationOnly: true })
    .run();
}

const claim = (world: MilestoneWorld) =>
  recordMilestoneEvent(world.as('liaison'), { ...HD1, kind: 'claim', evidence: [LETTER] });

describe('a letter to a late body', () => {
  it('is numbered, frozen, an event of the body and a row of the audit log, all at once', () => {
    const world = createMilestoneWorld();
    const { letterIds } = issue(world);
    const [row] = rowsOf(world);
    expect(letterIds).toEqual([row?.id]);
    expect(row).toMatchObject({
      kind: 'late',
      year: 1397,
      number: 1,
      asOf: TODAY,
      issuedOn: TODAY,
      issuedBy: 'user-deputy',
    });
    expect(
      createHash('sha256')
        .update(row?.document ?? '')
        .digest('hex'),
    ).toBe(row?.sha256);
    expect(world.db.select().from(events).all()).toMatchObject([
      {
        id: row?.eventId,
        kind: 'letter_sent',
        side: 'governorate',
        milestoneId: null,
        actorId: 'user-deputy',
        dueOn: null,
      },
    ]);
    expect(auditTrail(world.db)).toEqual(['letter.send 1397/1 deputy']);
  });

  it('says what is missing and until when', () => {
    const world = createMilestoneWorld();
    const document = JSON.parse(rowsOf((issue(world), world))[0]?.document ?? '{}') as LetterDocument;
    expect(document).toMatchObject({
      recipient: 'ریاست محترم ادارۀ ثبت',
      answerBy: '2018-12-12',
      number: 1,
      body: { code: 'EA-001', districtName: 'مرکزی' },
      steps: [{ code: 'HD1', dueOn: '2018-12-01', daysLate: 7, standing: 'آغاز نشده', evidence: 'مستند' }],
    });
    const text = [document.subject, document.opening, document.request, ...document.copies].join('\n');
    expect(text).not.toMatch(/[{}]/);
    expect(text).toContain('سررسید ۱ گام');
    expect(text).toContain('چهارشنبه ۱۳۹۷/۰۹/۲۱');
    // the number of a step that is due on the day itself is not late
    expect(document.steps).toHaveLength(1);
  });

  it('is sent once a body and day: the second, and whoever comes second, is led to the first', () => {
    const world = createMilestoneWorld();
    const first = issue(world);
    expect(issue(world)).toEqual({ letterIds: [], earlierIds: first.letterIds, notLate: [] });
    const both = issue(world, ['EA-001', 'VA-001'], 'expert');
    expect(both.earlierIds).toEqual(first.letterIds);
    expect(both.letterIds).toHaveLength(1);
    expect(rowsOf(world).map(({ number }) => number)).toEqual([1, 2]);
    const nextDay = issueLetters(world.as('deputy', { today: '2018-12-09' }), { bodies: ['EA-001'] });
    expect(nextDay.letterIds).toHaveLength(1);
  });

  it('named twice in one form is one letter; numbers begin again with the Jalali year', () => {
    const world = createMilestoneWorld();
    expect(issue(world, ['EA-001', 'EA-001']).letterIds).toHaveLength(1);
    issueLetters(world.as('deputy', { today: '2019-04-06' }), { bodies: ['EA-001'] });
    expect(rowsOf(world).map(({ year, number }) => `${year}/${number}`)).toEqual(['1397/1', '1398/1']);
  });

  it('is left out for a body that reported meanwhile, and the others still get theirs', () => {
    const world = createMilestoneWorld();
    claim(world);
    expect(issue(world, ['EA-001', 'VA-001'])).toMatchObject({ notLate: ['EA-001'], letterIds: [expect.any(Number)] });
    expect(rowsOf(world)).toHaveLength(1);
  });

  it('a body that only waits for the governorate is not late', () => {
    const world = createMilestoneWorld();
    claim(world);
    expect(listRecipients(world.as('deputy')).rows.map(({ body }) => body.code)).not.toContain('EA-001');
  });

  it('names of bodies are never read as placeholders, and nothing of them is markup', () => {
    const world = createMilestoneWorld();
    const known = world.db.select().from(bodyVersions).where(eq(bodyVersions.bodyId, world.bodyIds['VA-001'])).get();
    const { id: _, ...rest } = known as typeof bodyVersions.$inferSelect;
    world.db
      .insert(bodyVersions)
      .values({ ...rest, name: 'شرکت {تا تاریخ} <b>' })
      .run();
    issue(world, ['VA-001']);
    const document = JSON.parse(rowsOf(world)[0]?.document ?? '{}') as LetterDocument;
    expect(document.subject).toContain('شرکت {تا تاریخ} <b>');
    const html = renderLetters([{ document, registration: null }]);
    expect(html).toContain('شرکت {تا تاریخ} &lt;b&gt;');
    expect(html).not.toContain('<script');
  });

  it('is refused when another process records something between reading and writing', () => {
    const world = createMilestoneWorld();
    const db: typeof world.db = Object.create(world.db) as typeof world.db;
    db.transaction = ((...given: Parameters<typeof world.db.transaction>) => {
      recordCheckIn(world.as('liaison'), { bodyCode: 'EA-001' });
      return world.db.transaction(...given);
    }) as typeof world.db.transaction;
    expect(refusalOf(() => issueLetters({ ...world.as('deputy'), db }, { bodies: ['EA-001'] }))).toMatchObject({
      code: 'conflict',
      details: { reason: 'recorded_meanwhile' },
    });
    expect(rowsOf(world)).toEqual([]);
  });

  it('is undone whole when its audit row cannot be written', () => {
    const world = createMilestoneWorld();
    world.db.$client.exec(`create trigger no_audit before insert on audit_log begin select raise(abort, 'full'); end`);
    expect(() => issue(world, ALL)).toThrow();
    expect(rowsOf(world)).toEqual([]);
    expect(world.db.select().from(events).all()).toEqual([]);
  });
});

describe('the day for an answer', () => {
  it.each([
    [TODAY, 'answer_not_ahead'],
    ['2018-12-07', 'answer_not_ahead'],
    ['2019-02-07', 'answer_too_far'],
    ['2018-12-14', 'answer_on_holiday'],
  ] as const)('%s is refused: %s', (answerBy, reason) => {
    const world = createMilestoneWorld();
    const refusal = refusalOf(() => issueLetters(world.as('deputy'), { bodies: ['EA-001'], answerBy }));
    expect(refusal).toMatchObject({ code: 'invalid_input', details: { field: 'answerBy', reason } });
    expect(fieldSentences(refusal.details)['answerBy']).toMatch(/روز/);
    expect(rowsOf(world)).toEqual([]);
  });

  it('another day may be named', () => {
    const world = createMilestoneWorld();
    issueLetters(world.as('deputy'), { bodies: ['EA-001'], answerBy: '2018-12-19' });
    expect(rowsOf(world)[0]?.document).toContain('چهارشنبه ۱۳۹۷/۰۹/۲۸');
  });
});

describe('a body outside the governorate’s supervision', () => {
  it('is never offered; the list says how many were left out', () => {
    const world = createMilestoneWorld();
    coordinate(world, 'EA-001');
    const { rows, leftOut } = listRecipients(world.as('deputy'));
    expect(rows.map(({ body }) => body.code).sort()).toEqual(['GV-001', 'VA-001']);
    expect(leftOut.coordination).toBe(1);
    expect(listRecipients(world.as('deputy'), { body: 'EA-001' })).toMatchObject({
      rows: [],
      asked: { obstacle: 'coordination' },
    });
  });

  it('is refused by its code, alone or among others, and nothing is written', () => {
    const world = createMilestoneWorld();
    coordinate(world, 'EA-001');
    for (const bodies of [['EA-001'], ['VA-001', 'EA-001']]) {
      expect(refusalOf(() => issue(world, bodies))).toMatchObject({
        code: 'invalid_input',
        details: { reason: 'coordination_only', bodyName: 'ادارهٔ ثبت' },
      });
    }
    expect(refusalOf(() => previewLetter(world.as('deputy'), { body: 'EA-001' })).code).toBe('invalid_input');
    expect(rowsOf(world)).toEqual([]);
  });

  it('its page offers no letter', () => {
    const world = createMilestoneWorld();
    coordinate(world, 'EA-001');
    const { card } = getBodyFile(world.as('deputy'), 'EA-001', {});
    expect(mayBeWrittenTo(world.as('deputy'), card.body, ['late'])).toBe(false);
  });
});

describe('a body whose late steps all wait for the governorate', () => {
  it('gets no letter, and the list says why', () => {
    const world = createMilestoneWorld();
    recordMilestoneEvent(world.as('liaison'), {
      ...HD1,
      kind: 'block',
      cause: 'waiting_governorate',
      turn: 'governorate',
      note: 'در انتظار تصمیم',
    });
    const { rows, leftOut } = listRecipients(world.as('deputy'));
    expect(rows.map(({ body }) => body.code)).not.toContain('EA-001');
    expect(leftOut.ours).toBe(1);
    expect(refusalOf(() => issue(world)).details).toMatchObject({ reason: 'waits_for_us' });
  });
});

describe('who is offered', () => {
  it('can be narrowed by district, kind, track and days; the letter keeps every late step', () => {
    const world = createMilestoneWorld();
    const codes = (filter: Parameters<typeof listRecipients>[1]) =>
      listRecipients(world.as('deputy'), filter).rows.map(({ body }) => body.code);
    expect(codes({}).sort()).toEqual([...ALL].sort());
    expect(codes({ district: '220303' })).toEqual(['VA-001']);
    expect(codes({ category: 'executive_agency' })).toEqual(['EA-001']);
    expect(codes({ track: 'NT' })).toEqual([]);
    expect(codes({ minDays: 7 })).toHaveLength(3);
    expect(codes({ minDays: 8 })).toEqual([]);
    issue(world);
    expect(codes({})).not.toContain('EA-001');
    expect(listRecipients(world.as('deputy')).leftOut.today).toBe(1);
  });

  it('a limited expert writes within the own district only', () => {
    const world = createMilestoneWorld();
    const bakhshdar = world.as('expert', { districtCode: '220303' });
    const { rows, districts } = listRecipients(bakhshdar);
    expect(rows.map(({ body }) => body.code)).toEqual(['VA-001']);
    expect(districts.map(({ code }) => code)).toEqual(['220303']);
    expect(issueLetters(bakhshdar, { bodies: ['VA-001'] }).letterIds).toHaveLength(1);
    expect(refusalOf(() => issueLetters(bakhshdar, { bodies: ['EA-001'] })).code).toBe('forbidden');
    expect(refusalOf(() => listRecipients(bakhshdar, { body: 'EA-001' })).code).toBe('not_found');
    expect(refusalOf(() => previewLetter(bakhshdar, { body: 'EA-001' })).code).toBe('forbidden');
  });

  it('a delegate writes for the deputy, and the event says so', () => {
    const world = createMilestoneWorld();
    const delegate = world.as('expert', { districtCode: '220303', isDelegate: true });
    issueLetters(delegate, { bodies: ['EA-001'] });
    expect(world.db.select().from(events).get()?.byDelegate).toBe(true);
  });
});

describe('who may', () => {
  const SENDERS: readonly Role[] = ['deputy', 'expert'];
  const READERS: readonly Role[] = ['deputy', 'expert', 'viewer'];
  const world = createMilestoneWorld();
  const [letterId = 0] = issue(world).letterIds;
  const outcome = (call: () => unknown) => {
    try {
      call();
      return 'done';
    } catch (error) {
      if (error instanceof AppError) return error.code;
      throw error;
    }
  };

  it.each(ROLES)('%s sends letters, and looks at whom, or is refused', (role) => {
    const ctx = world.as(role, { today: '2018-12-09' });
    const expected = SENDERS.includes(role) ? 'done' : 'forbidden';
    expect(outcome(() => listRecipients(ctx))).toBe(expected);
    expect(outcome(() => previewLetter(ctx, { body: 'VA-001' }))).toBe(expected);
    expect(outcome(() => issueLetters(ctx, { bodies: ['VA-001'] }))).toBe(expected);
    expect(maySendLetters(ctx)).toBe(expected === 'done');
  });

  it.each(ROLES)('%s reads the letters of the office, or is refused', (role) => {
    const ctx = world.as(role);
    const expected = READERS.includes(role) ? 'done' : 'forbidden';
    expect(outcome(() => listLetters(ctx))).toBe(expected);
    expect(outcome(() => exportLetters(ctx, {}))).toBe(expected);
    expect(outcome(() => getLetterPage(ctx, letterId))).toBe(expected);
    expect(outcome(() => getSendingResult(ctx, { issued: [letterId], earlier: [], gone: [] }))).toBe(expected);
  });

  it('a letter itself is read by the office and by liaisons of its body', () => {
    expect(outcome(() => getLetters(world.as('liaison'), [letterId]))).toBe('done');
    expect(outcome(() => getLetters(world.as('liaison', { bodies: ['VA-001'] }), [letterId]))).toBe('not_found');
    expect(outcome(() => getLetters(world.as('admin'), [letterId]))).toBe('not_found');
    for (const role of READERS) expect(outcome(() => getLetters(world.as(role), [letterId]))).toBe('done');
    expect(outcome(() => getLetters(world.as('deputy'), [letterId, 999]))).toBe('not_found');
    expect(outcome(() => getLetters(world.as('deputy'), []))).toBe('not_found');
  });

  it.each(ROLES)('%s writes the text of letters, or is refused', (role) => {
    const ctx = world.as(role, { today: '2018-12-11' });
    const expected = SENDERS.includes(role) ? 'done' : 'forbidden';
    expect(outcome(() => getLetterTemplate(ctx))).toBe(expected);
    expect(outcome(() => changeLetterTemplate(ctx, null))).toBe(expected);
  });

  it('an expert of one district does not write the text of the whole office', () => {
    const ctx = world.as('expert', { districtCode: '220303' });
    expect(outcome(() => changeLetterTemplate(ctx, null))).toBe('forbidden');
  });

  it.each(ROLES)('%s enters the secretariat’s number, or is refused', (role) => {
    const call = () =>
      registerPaper(world.as(role, { today: '2018-12-10' }), {
        paper: 'letter',
        paperId: letterId,
        registryNumber: `12/${role}`,
        registeredOn: '2018-12-09',
        expectedRegistrationId: getLetterPage(world.as('deputy'), letterId).registration?.id ?? null,
      });
    const expected = SENDERS.includes(role) ? 'done' : 'forbidden';
    expect(outcome(call)).toBe(expected);
  });
});

describe('after a letter', () => {
  it('stands in the history of its body with a link for those who may read it', () => {
    const world = createMilestoneWorld();
    const [letterId = 0] = issue(world).letterIds;
    const eventId = rowsOf(world)[0]?.eventId ?? 0;
    for (const role of ['deputy', 'viewer', 'liaison'] as const) {
      const file = getBodyFile(world.as(role), 'EA-001', {});
      expect(file.history.map(({ event }) => event.kind)).toEqual(['letter_sent']);
      expect(file.letters.get(eventId)).toBe(letterId);
    }
    expect(getBodyFile(world.as('admin'), 'EA-001', {}).letters.size).toBe(0);
  });

  it('comes to the inbox of its liaison and leads to the paper', () => {
    const world = createMilestoneWorld();
    const [letterId = 0] = issue(world).letterIds;
    const liaison = world.as('liaison');
    const message = listInbox(liaison, { kind: 'letter' }).rows[0];
    expect(message?.note).toBe('نامهٔ ۱ سال ۱۳۹۷ دربارهٔ ۱ گام عقب‌مانده؛ پاسخ تا چهارشنبه ۲۱\u00a0آذر');
    expect(letterIdOfEvent(liaison, message?.event?.id ?? 0)).toBe(letterId);
    expect(letterIdOfEvent(world.as('liaison', { bodies: ['VA-001'] }), message?.event?.id ?? 0)).toBeNull();
  });

  it('does not break the silence of the body; its own report does, and the list says so', () => {
    const world = createMilestoneWorld();
    const silent = () => getSilentBodies(world.as('deputy')).map(({ body }) => body.code);
    expect(silent()).toContain('EA-001');
    issue(world);
    expect(silent()).toContain('EA-001');
    expect(listLetters(world.as('deputy')).rows[0]?.reported).toBeNull();
    recordCheckIn(world.as('liaison'), { bodyCode: 'EA-001' });
    expect(silent()).not.toContain('EA-001');
    expect(listLetters(world.as('deputy')).rows[0]?.reported).toEqual({ kind: 'check_in', recordedOn: TODAY });
  });

  it('a report of before the letter is none after it', () => {
    const world = createMilestoneWorld();
    recordCheckIn(world.as('liaison'), { bodyCode: 'EA-001' });
    issue(world);
    expect(listLetters(world.as('deputy')).rows[0]?.reported).toBeNull();
  });
});

describe('the list of letters', () => {
  function sent() {
    const world = createMilestoneWorld();
    issue(world, ['EA-001', 'VA-001']);
    issueLetters(world.as('deputy', { today: '2018-12-15' }), { bodies: ['EA-001'] });
    recordCheckIn(world.as('liaison', { today: '2018-12-16' }), { bodyCode: 'EA-001' });
    registerPaper(world.as('deputy', { today: '2018-12-16' }), {
      paper: 'letter',
      paperId: 2,
      registryNumber: '۱۲/۳۴۵۶',
      registeredOn: '2018-12-09',
      expectedRegistrationId: null,
    });
    const ctx = world.as('deputy', { today: '2018-12-16' });
    return (params: Parameters<typeof listLetters>[1]) => listLetters(ctx, params).rows.map(({ number }) => number);
  }

  it('searches with forgiving spelling, by name, number and the secretariat’s number', () => {
    const numbers = sent();
    expect(numbers({})).toEqual([3, 2, 1]);
    expect(numbers({ q: 'اداره ثبت' })).toEqual([3, 1]);
    expect(numbers({ q: 'دهياري گزير' })).toEqual([2]);
    expect(numbers({ q: '12/3456' })).toEqual([2]);
    expect(numbers({ q: '۳ ۱۳۹۷' })).toContain(3);
    expect(numbers({ q: 'نیست' })).toEqual([]);
  });

  it('filters by district, body, days and report, and sorts both ways', () => {
    const numbers = sent();
    expect(numbers({ district: '220303' })).toEqual([2]);
    expect(numbers({ body: 'EA-001' })).toEqual([3, 1]);
    expect(numbers({ from: '2018-12-09' })).toEqual([3]);
    expect(numbers({ to: '2018-12-14' })).toEqual([2, 1]);
    expect(numbers({ reported: 'no' })).toEqual([2]);
    expect(numbers({ reported: 'yes' })).toEqual([3, 1]);
    expect(numbers({ sort: 'body' })).toEqual([1, 3, 2]);
    expect(numbers({ sort: 'body', isDescending: true })).toEqual([2, 3, 1]);
    expect(numbers({ sort: 'number' })).toEqual([1, 2, 3]);
  });

  it('is exported as it is shown', () => {
    const world = createMilestoneWorld();
    issue(world, ['EA-001', 'VA-001']);
    const table = exportLetters(world.as('viewer'), { district: '220303' });
    expect(table.rows).toEqual([
      [1397, 2, '1397/09/17', 'VA-001', 'دهیاری گزیر', 'شیبکوه', 1, '1397/09/21', null, null, null, 'نام deputy'],
    ]);
    expect(table.columns).toHaveLength(table.rows[0]?.length ?? 0);
  });
});

describe('the text of letters', () => {
  it('is a setting in versions; letters that were issued keep theirs', () => {
    const world = createMilestoneWorld();
    issue(world);
    const before = rowsOf(world)[0]?.document;
    const template = { ...DEFAULT_LETTER_TEMPLATE, subject: 'پیگیری {شمار گام ها} گام' };
    expect(changeLetterTemplate(world.as('deputy'), template)).toBe(true);
    expect(changeLetterTemplate(world.as('deputy'), template)).toBe(false);
    issue(world, ['VA-001']);
    expect(rowsOf(world)[0]?.document).toBe(before);
    expect((JSON.parse(rowsOf(world)[1]?.document ?? '{}') as LetterDocument).subject).toBe('پیگیری ۱ گام');
    expect(getLetterTemplate(world.as('deputy'))).toMatchObject({ isDefault: false, since: TODAY });
    expect(changeLetterTemplate(world.as('deputy'), null)).toBe(true);
    expect(getLetterTemplate(world.as('deputy'))).toMatchObject({ isDefault: true, template: DEFAULT_LETTER_TEMPLATE });
    expect(world.db.select().from(settingVersions).all()).toHaveLength(2);
    const trail = world.db.select().from(auditLog).all();
    expect(trail.filter(({ action }) => action === 'letter.change_template')).toHaveLength(2);
  });

  it('with a field that does not exist is refused, and nothing is kept', () => {
    const world = createMilestoneWorld();
    const wrong = { ...DEFAULT_LETTER_TEMPLATE, opening: 'سلام {نام مدیر}' };
    expect(refusalOf(() => changeLetterTemplate(world.as('deputy'), wrong))).toMatchObject({
      code: 'invalid_input',
      details: { field: 'opening' },
    });
    expect(world.db.select().from(settingVersions).all()).toEqual([]);
  });
});

describe('refusals in words', () => {
  it('each says what to do', () => {
    const world = createMilestoneWorld();
    const none = refusalOf(() => issueLetters(world.as('deputy'), { bodies: [] }));
    expect(fieldSentences(none.details)).toEqual({ bodies: 'دست‌کم یک دستگاه را برگزینید.' });
    expect(describeErrorInline(new AppError('conflict', { reason: 'recorded_meanwhile' }))).toContain('دوباره بفرستید');
    expect(refusalOf(() => issueLetters(world.as('deputy'), { bodies: ['XX-1'] })).code).toBe('not_found');
  });
});
