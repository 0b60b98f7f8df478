import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { REPORT_SECTIONS } from '@/lib/domain/edition';
import { ROLES, type Role } from '@/lib/domain/vocabulary';
import { isAppError, type AppError } from '@/lib/errors';
import { createGuards, dropGuards } from '@/db/guards';
import { renderReport } from '@/components/reports/render-report';
import { verifyEditionByCode } from '@/lib/services/edition-verification';
import { writeRemarks } from '@/lib/services/edition-remarks';
import {
  getEdition,
  getEditionPage,
  getWholeEdition,
  issueEdition as issue,
  listEditions,
} from '@/lib/services/editions';
import { recordMilestoneEvent } from '@/lib/services/milestones';
import { changeSettings } from '@/lib/services/settings';
import { issueEdition } from '../support/issue-edition';
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

  it('whoever comes second, with the same form or another, gets the edition that is there, and nothing is written', () => {
    const world = createMilestoneWorld();
    const first = issueEdition(world.as('deputy'));
    expect(first.isNew).toBe(true);
    for (const role of ['deputy', 'expert'] as const) {
      expect(issueEdition(world.as(role))).toEqual({ ...first, isNew: false });
    }
    expect(listEditions(world.as('deputy'))).toHaveLength(1);
    expect(auditTrail(world.db)).toHaveLength(1);
  });

  it('two people at once: the second finds the edition that came in while the own one was drawn', () => {
    const world = createMilestoneWorld();
    const first: unknown[] = [];
    const second = issue(world.as('expert'), {}, () => {
      first.push(issueEdition(world.as('deputy')));
      return 'drawn too late';
    });
    expect(first).toEqual([{ ...second, isNew: true }]);
    expect(second).toMatchObject({ number: 1, isNew: false });
    expect(auditTrail(world.db)).toEqual(['report.issue 1 deputy']);
  });

  it('a paragraph written while the page is drawn is a conflict, and nothing is issued without it', () => {
    const world = createMilestoneWorld();
    const attempt = () =>
      issue(world.as('expert'), {}, () => {
        writeRemarks(world.as('deputy'), { week: '2018-12-07', text: 'سخن.', expectedRemarkId: null });
        return '';
      });
    expect(refusalOf(attempt).code).toBe('conflict');
    expect(listEditions(world.as('deputy'))).toEqual([]);
  });

  it('the form of a correction sent twice makes one: it is about the edition it was drawn after', () => {
    const world = createMilestoneWorld();
    issueEdition(world.as('deputy'));
    expect(issueEdition(world.as('deputy'), { supersede: 1 })).toMatchObject({ number: 2, isNew: true });
    expect(issueEdition(world.as('expert'), { supersede: 1 })).toMatchObject({ number: 2, isNew: false });
    expect(issueEdition(world.as('expert'), { supersede: 2 })).toMatchObject({ number: 3, isNew: true });
    expect(getEdition(world.as('viewer'), 3).document.letter.subjectDetail).toContain('اصلاح و جایگزین نسخۀ ۲');
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

describe('a week that was missed', () => {
  it.each([
    ['2018-12-08', null],
    ['2018-12-14', null],
    ['2018-12-15', 8],
    ['2018-12-19', 12],
  ] as const)('issued on %s it has a delay of %s days, on paper and in the list', (today, delayDays) => {
    const world = createMilestoneWorld();
    const { document } = issueEdition(world.as('deputy', { today }), { week: '2018-12-07' });
    expect(document.header).toMatchObject({ asOf: '2018-12-07', issuedOn: today, delayDays });
    const persian = delayDays === 8 ? '۸' : '۱۲';
    for (const text of [document.letter.subjectDetail, renderReport(document)]) {
      expect(text.includes(`صادرشده با ${persian} روز فاصله از پایان هفته`)).toBe(delayDays !== null);
    }
    expect(document.rules.includes(`با ${persian} روز فاصله`)).toBe(delayDays !== null);
    expect(listEditions(world.as('liaison'))[0]?.delayDays).toBe(delayDays);
  });

  it('shows its own day and nothing that was recorded since; its letter has the words of whoever signs today', () => {
    const world = createMilestoneWorld();
    claim(world, '2018-12-10');
    changeSettings(world.as('admin', { today: '2018-12-20' }), { office: { signatory: 'معاون تازه' } });
    const { document } = issueEdition(world.as('deputy', { today: '2018-12-22' }), { week: '2018-12-07' });
    expect(document.totals).toMatchObject({ claimed: 0, lateBodies: 3 });
    expect(document.letter.signatory).toBe('معاون تازه');
  });
});

describe('the number of an edition', () => {
  it('runs through the programme and over the new year; the year beside it is that of the week', () => {
    const world = createMilestoneWorld();
    const at = (today: CivilDate) => issueEdition(world.as('deputy', { today })).document;
    expect(at('2019-03-16').header).toMatchObject({ number: 1, year: 1397 });
    const spring = at('2019-03-23');
    expect(spring.header).toMatchObject({ number: 2, year: 1398, weekEndOn: '2019-03-22' });
    expect(spring.letter.subjectDetail).toContain('نسخۀ ۲ سال ۱۳۹۸');
    expect(renderReport(spring)).toContain('نسخۀ ۲ سال ۱۳۹۸');
  });
});

describe('parts that an office leaves out', () => {
  it('are neither in the document nor on paper; letter, summary and signatures stay, and the numbers close up', () => {
    const world = createMilestoneWorld();
    const before = issueEdition(world.as('deputy'), { draft: true }).document;
    expect(before.sections).toEqual(REPORT_SECTIONS);
    changeSettings(world.as('admin'), { sectionsLeftOut: ['groups', 'late', 'silent', 'attachment'] });
    const { document } = issueEdition(world.as('deputy'));
    expect(document).toMatchObject({
      sections: ['week', 'blockers', 'decisions', 'promises', 'outcomes'],
      byCategory: [],
      statusRows: [],
      late: { sentence: '', rows: [] },
      attachment: { sentence: '', groups: [] },
    });
    expect(document.letter.points.join()).not.toContain('فهرست هر دو');
    const html = renderReport(document);
    for (const gone of ['پیشرفت به تفکیک', 'وضعیت همۀ دستگاه‌ها', 'دهیاری گزیر']) {
      expect(renderReport(before)).toContain(gone);
      expect(html).not.toContain(gone);
    }
    expect(
      [...html.matchAll(/<span class="hn">([^<]*)<\/span> ([^<]*)/g)].map(([, number, title]) => `${number} ${title}`),
    ).toEqual([
      '۱ خلاصۀ یک‌صفحه‌ای',
      '۲ کارهای این هفته',
      '۳ موانع به تفکیک علت',
      '۴ در انتظار تصمیم فرمانداری',
      '۵ امضا',
    ]);
  });

  it('stay in editions that were issued before', () => {
    const world = createMilestoneWorld();
    const { document } = issueEdition(world.as('deputy'));
    changeSettings(world.as('admin'), { sectionsLeftOut: [...REPORT_SECTIONS] });
    expect(getEdition(world.as('viewer'), 1).document).toEqual(document);
    expect(issueEdition(world.as('deputy'), { week: '2018-11-28' }).document.sections).toEqual([]);
  });
});

describe('words of the office on paper', () => {
  it('motto, recipients, posts and copies with their reasons stand where they belong', () => {
    const world = createMilestoneWorld();
    changeSettings(world.as('admin'), {
      office: {
        motto: 'سال حمایت از کالای ایرانی',
        recipient: 'فرماندار محترم\nمدیرکل محترم دفتر امور شهری',
        preparedTitle: 'کارشناس برنامه‌ریزی',
        confirmedTitle: 'رئیس دفتر برنامه‌ریزی',
        copies: [{ to: 'بخشدار محترم مرکزی', reason: 'برای آگاهی' }, 'دبیرخانه برای بایگانی'],
      },
    });
    const { document } = issueEdition(world.as('deputy'));
    expect(document.letter.copies).toEqual(['بخشدار محترم مرکزی برای آگاهی', 'دبیرخانه برای بایگانی']);
    const html = renderReport(document);
    expect(html).toContain('<p class="motto">سال حمایت از کالای ایرانی</p>');
    expect(html).toContain('<b>فرماندار محترم</b><b>مدیرکل محترم دفتر امور شهری</b>');
    expect(html).toContain('کارشناس برنامه‌ریزی');
    expect(html).toContain('رئیس دفتر برنامه‌ریزی');
  });
});

describe('an issued edition is frozen', () => {
  it('later events, settings and editions leave every byte of it as it was', () => {
    const world = createMilestoneWorld();
    writeRemarks(world.as('deputy'), { week: '2018-12-01', text: 'سخن نخست.\n  ', expectedRemarkId: null });
    const issued = issueEdition(world.as('deputy'));
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

  it('the page is kept as it was drawn that day, and printed ever after however the program draws by then', () => {
    const world = createMilestoneWorld();
    const issued = issue(world.as('deputy'), {}, renderReport);
    const page = renderReport(issued.document);
    const newer = () => 'drawn by a newer program';
    expect(getEditionPage(world.as('viewer', { today: '2018-12-20' }), 1, newer)).toBe(page);
    expect(getEdition(world.as('viewer'), 1).renderingSha256).toBe(createHash('sha256').update(page).digest('hex'));
    expect(refusalOf(() => getEditionPage(world.as('liaison'), 1, newer)).code).toBe('forbidden');
    const stored = world.db.$client.prepare<[], Buffer>('select content from edition_renderings').pluck().get();
    expect(stored?.length).toBeLessThan(page.length / 3);
  });

  it('an edition from before pages were kept is drawn from its document', () => {
    const world = createMilestoneWorld();
    const { sha256 } = issueEdition(world.as('deputy'));
    const client = world.db.$client;
    dropGuards(client);
    client.exec('delete from edition_renderings');
    createGuards(client);
    expect(getEdition(world.as('viewer'), 1)).toMatchObject({ sha256, renderingSha256: null });
    expect(getEditionPage(world.as('viewer'), 1, ({ header }) => `drawn ${header.number}`)).toBe('drawn 1');
  });

  it('no edition without its page: where drawing fails nothing is written', () => {
    const world = createMilestoneWorld();
    expect(() =>
      issue(world.as('deputy'), {}, () => {
        throw new Error('cannot draw');
      }),
    ).toThrow('cannot draw');
    expect(listEditions(world.as('deputy'))).toEqual([]);
    expect(auditTrail(world.db)).toEqual([]);
  });

  it('the database refuses to change or remove it', () => {
    const world = createMilestoneWorld();
    issueEdition(world.as('deputy'));
    expect(() => world.db.$client.prepare("update editions set document = '{}'").run()).toThrow();
    expect(() => world.db.$client.prepare('delete from editions').run()).toThrow();
    expect(() => world.db.$client.prepare("update edition_renderings set content = ''").run()).toThrow();
    expect(() => world.db.$client.prepare('delete from edition_renderings').run()).toThrow();
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
