import { describe, expect, it } from 'vitest';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatJalali } from '@/lib/calendar/jalali';
import { checkTotals } from '@/lib/domain/edition-totals';
import type { EditionDocument } from '@/lib/domain/edition';
import { ROLES } from '@/lib/domain/vocabulary';
import { totalsProblemSentence } from '@/lib/messages/edition-check';
import { recordCheckIn } from '@/lib/services/check-ins';
import { checkBeforeIssue } from '@/lib/services/edition-check';
import { writeRemarks } from '@/lib/services/edition-remarks';
import { buildWholeDocument } from '@/lib/services/edition-document';
import { getList } from '@/lib/services/lists/get-list';
import { recordMilestoneEvent } from '@/lib/services/milestones';
import { changeSettings } from '@/lib/services/settings';
import { parseListQuery } from '@/lib/validation/lists';
import { issueEdition } from '../support/issue-edition';
import { createMilestoneWorld, HD1, LETTER, refusalOf, type MilestoneWorld } from '../support/milestone-world';

const tones = (world: MilestoneWorld, today: CivilDate = '2018-12-08', week?: CivilDate) =>
  Object.fromEntries(
    checkBeforeIssue(world.as('expert', { today }), { week }).items.map(({ key, tone }) => [key, tone]),
  );

/** Issues every week before the one that ends on 2018-12-07. */
function issueAllBefore(world: MilestoneWorld): void {
  for (const { weekEndOn } of checkBeforeIssue(world.as('deputy')).facts.missedBefore.toReversed()) {
    issueEdition(world.as('deputy'), { week: weekEndOn });
  }
}

describe('the check before a report is printed', () => {
  it('of a small office that has set nothing and issued nothing', () => {
    const world = createMilestoneWorld();
    expect(tones(world)).toEqual({
      week: 'ok',
      existing: 'ok',
      missed: 'warn',
      totals: 'ok',
      office: 'warn',
      remarks: 'info',
      claims: 'ok',
      notReported: 'info',
      silent: 'warn',
      late: 'info',
    });
  });

  it('turns green as things are mended', () => {
    const world = createMilestoneWorld();
    issueAllBefore(world);
    changeSettings(world.as('admin'), {
      office: { letterhead: ['وزارت کشور'], recipient: 'فرماندار محترم', signatory: 'معاون فرماندار' },
    });
    writeRemarks(world.as('deputy'), { week: '2018-12-07', text: 'سخن.', expectedRemarkId: null });
    expect(tones(world)).toMatchObject({ missed: 'ok', office: 'ok', remarks: 'ok', totals: 'ok' });
  });

  it('knows a week that has an edition, one that has not ended, and one that is late', () => {
    const world = createMilestoneWorld();
    issueEdition(world.as('deputy'));
    expect(tones(world)).toMatchObject({ existing: 'warn', week: 'ok' });
    expect(tones(world, '2018-12-10', '2018-12-10')).toMatchObject({ week: 'warn', existing: 'ok' });
    expect(tones(world, '2018-12-20', '2018-11-28')).toMatchObject({ week: 'info' });
  });

  it('counts claims, reports, silent and late bodies as the lists of the same day do', () => {
    const world = createMilestoneWorld();
    const liaison = (today: CivilDate) => world.as('liaison', { today, bodies: ['EA-001', 'VA-001'] });
    recordMilestoneEvent(liaison('2018-12-04'), { ...HD1, kind: 'claim', evidence: [LETTER] });
    recordCheckIn(liaison('2018-12-05'), { bodyCode: 'VA-001' });
    const ctx = world.as('expert');
    const { facts, asOf } = checkBeforeIssue(ctx);
    expect(facts).toMatchObject({ claims: 1, claimsOverTarget: 0, expected: 3, notReported: 1, silentBodies: 1 });
    const listed = (list: Parameters<typeof getList>[1], query: Readonly<Record<string, string>> = {}) =>
      getList(ctx, list, parseListQuery({ asOf: formatJalali(asOf, '-'), ...query })).totals;
    expect(listed('waiting', { kind: 'claim' }).rows).toBe(facts.claims);
    expect(listed('reporting', { report: 'missing' }).rows).toBe(facts.notReported);
    expect(listed('silent').rows).toBe(facts.silentBodies);
    expect(listed('pairs', { status: 'behind' }).bodies).toBe(facts.lateBodies);
    // a claim of Saturday is not yet in the report of the week before
    recordMilestoneEvent(liaison('2018-12-08'), { ...HD1, bodyCode: 'VA-001', kind: 'claim', evidence: [LETTER] });
    expect(checkBeforeIssue(ctx).facts.claims).toBe(1);
  });

  it('names every week of the programme without an edition, from the first that a track began in', () => {
    const world = createMilestoneWorld();
    issueEdition(world.as('deputy'), { week: '2018-11-28' });
    const { missedWeeks, facts } = checkBeforeIssue(world.as('expert'));
    expect(missedWeeks[0]).toEqual({ weekStartOn: '2018-12-01', weekEndOn: '2018-12-07' });
    expect(missedWeeks.at(-1)).toEqual({ weekStartOn: '2018-07-28', weekEndOn: '2018-08-03' });
    expect(missedWeeks.some(({ weekStartOn }) => weekStartOn === '2018-11-24')).toBe(false);
    expect(missedWeeks).toHaveLength(18);
    expect(facts.missedBefore).toHaveLength(17);
  });

  it.each(ROLES)('may be seen by whoever may issue: %s', (role) => {
    const world = createMilestoneWorld();
    const look = () => checkBeforeIssue(world.as(role));
    if (role === 'deputy' || role === 'expert') {
      expect(look().mayWriteRemarks).toBe(role === 'deputy');
    } else expect(refusalOf(look).code).toBe('forbidden');
  });
});

describe('totals that are added up a second time', () => {
  const built = () => {
    const world = createMilestoneWorld();
    issueEdition(world.as('deputy', { today: '2018-12-01' }));
    const liaison = world.as('liaison', { today: '2018-12-04' });
    recordMilestoneEvent(liaison, { ...HD1, kind: 'claim', evidence: [LETTER] });
    const document = buildWholeDocument(world.as('deputy'), { weekEndOn: '2018-12-07' });
    const previous = JSON.parse(
      world.db.$client.prepare<[], string>('select document from editions').pluck().get() ?? '',
    ) as EditionDocument;
    return { document, previous };
  };
  const checksOf = (document: EditionDocument, previous: EditionDocument | null) => [
    ...new Set(checkTotals(document, previous).map(({ check }) => check)),
  ];

  it('agree with what the program computed', () => {
    const { document, previous } = built();
    expect(checkTotals(document, previous)).toEqual([]);
    expect(checkTotals(document, null)).toEqual([]);
  });

  it.each<[string, (document: EditionDocument) => EditionDocument]>([
    ['categories', (d) => ({ ...d, byCategory: d.byCategory.slice(1), attachment: { sentence: '', groups: [] } })],
    ['districts', (d) => ({ ...d, byDistrict: d.byDistrict.map((row) => ({ ...row, lateBodies: 2 })) })],
    ['districtTracks', (d) => ({ ...d, districtTracks: d.districtTracks.filter((_, index) => index !== 0) })],
    ['tracks', (d) => ({ ...d, trackRows: d.trackRows.map((row) => ({ ...row, bodies: row.bodies + 1 })) })],
    [
      'status',
      (d) => ({
        ...d,
        statusRows: d.statusRows.map((row) =>
          row.isTotal ? { ...row, counts: { ...row.counts, late: row.counts.late + 1 } } : row,
        ),
      }),
    ],
    ['late', (d) => ({ ...d, late: { ...d.late, rows: d.late.rows.slice(1) } })],
    ['silent', (d) => ({ ...d, totals: { ...d.totals, silentBodies: 3 }, byCategory: [], byDistrict: [] })],
    ['week', (d) => ({ ...d, week: { ...d.week, rows: d.week.rows.map((row) => ({ ...row, claims: 5 })) } })],
    [
      'attachment',
      (d) => ({
        ...d,
        attachment: { ...d.attachment, groups: d.attachment.groups.map((g) => ({ ...g, bodies: [] })) },
      }),
    ],
    ['ratios', (d) => ({ ...d, totals: { ...d.totals, verified: 0.9 } })],
    ['changes', (d) => ({ ...d, totals: { ...d.totals, claimedChange: 0.5 } })],
  ])('a forced contradiction is named: %s', (check, force) => {
    const { document, previous } = built();
    expect(checksOf(force(document), previous)).toContain(check);
  });

  it('says which table and column, as it stands and as it comes out', () => {
    const { document } = built();
    const [problem] = checkTotals({ ...document, totals: { ...document.totals, bodies: 7 } }, null);
    expect(problem).toEqual({ check: 'categories', label: 'bodies', stated: 7, reckoned: 3 });
    expect(problem && totalsProblemSentence(problem)).toBe('جدول نوع دستگاه، «دستگاه»: در گزارش ۷ و با جمع‌زدن ۳');
  });
});
