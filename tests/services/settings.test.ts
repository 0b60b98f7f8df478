import { REPORT_SECTIONS } from '@/lib/domain/edition';
import { expect, test } from 'vitest';
import { isAppError } from '@/lib/errors';
import { listAudit } from '@/lib/services/audit';
import { changeSettings, getSettings } from '@/lib/services/settings';
import { officeWordsAsOf } from '@/lib/services/office-words';
import { officeForm, sectionsForm, thresholdsForm } from '@/lib/validation/admin';
import { testContext } from '@/tests/support/database';

test('a changed threshold holds from the day of the change; earlier days keep what held then', () => {
  const ctx = testContext({ role: 'admin', today: '2018-12-08' });
  expect(getSettings(ctx).thresholds.silentAfterDays).toBe(14);
  expect(changeSettings(ctx, { silentAfterDays: 10, thursdayIsWorkingDay: false, publicPage: true })).toEqual([
    'thursdayIsWorkingDay',
    'silentAfterDays',
    'publicPage',
  ]);
  expect(getSettings(ctx)).toMatchObject({ thresholds: { silentAfterDays: 10 }, publicPage: true });
  expect(getSettings(ctx, '2018-12-07')).toMatchObject({ thresholds: { silentAfterDays: 14 }, publicPage: false });
  expect(listAudit(ctx, { subjectKey: 'silentAfterDays' }).rows[0]).toMatchObject({
    action: 'settings.change',
    details: { before: null, after: 10 },
  });
});

test('what is as before is not written again', () => {
  const ctx = testContext({ role: 'admin' });
  changeSettings(ctx, { office: { name: 'فرمانداری بندر لنگه', letterhead: ['وزارت کشور'] } });
  expect(changeSettings(ctx, { office: { name: 'فرمانداری بندر لنگه', letterhead: ['وزارت کشور'] } })).toEqual([]);
  expect(listAudit(ctx, { action: 'settings.change' }).total).toBe(1);
});

const WRONG: readonly [Record<string, unknown>][] = [
  [{ silentAfterDays: -1 }],
  [{ reportingCutoffTime: '25:00' }],
  [{ colour: 'red' }],
];

test.each(WRONG)('%j is refused and nothing is written', (patch) => {
  const ctx = testContext({ role: 'admin' });
  let refusal: unknown = null;
  try {
    changeSettings(ctx, patch);
  } catch (error) {
    refusal = error;
  }
  expect(isAppError(refusal, 'invalid_input')).toBe(true);
  expect(ctx.db.$client.prepare('select count(*) from setting_versions').pluck().get()).toBe(0);
  expect(listAudit(ctx).total).toBe(0);
});

test.each(['deputy', 'expert', 'liaison', 'viewer'] as const)('a %s reads settings and cannot change them', (role) => {
  const ctx = testContext({ role });
  expect(getSettings(ctx).thresholds.reportingCutoffTime).toBe('14:00');
  expect(() => changeSettings(ctx, { silentAfterDays: 1 })).toThrow('forbidden');
});

const THRESHOLDS = {
  atRiskDueWithinDays: '۷',
  atRiskQuietDays: '14',
  silentAfterDays: '۱۰',
  returnGraceWorkingDays: '5',
  reviewTargetDays: '7',
  lateEntryDays: '14',
  reportingCutoffWeekday: '4',
  reportingCutoffTime: '۹:۳۰',
  realDeskMilestones: 'HD4، HD۹',
};

test('the form of thresholds takes any digits, and a box that was not ticked means no', () => {
  const ctx = testContext({ role: 'admin' });
  expect(changeSettings(ctx, thresholdsForm.parse(THRESHOLDS))).toContain('silentAfterDays');
  expect(getSettings(ctx).thresholds).toMatchObject({
    thursdayIsWorkingDay: false,
    silentAfterDays: 10,
    reportingCutoffTime: '09:30',
    realDeskMilestones: ['HD4', 'HD9'],
  });
});

test.each([
  ['silentAfterDays', '۴۰۰', 'عددی درست از ۰ تا ۳۶۵ بنویسید.'],
  ['reportingCutoffTime', '25:00', 'ساعت را با دقیقه بنویسید؛ مانند ۱۴:۰۰.'],
])('the form refuses %s = %s with a sentence that says what to write', (field, value, sentence) => {
  const parsed = thresholdsForm.safeParse({ ...THRESHOLDS, [field]: value });
  expect(parsed.error?.issues).toMatchObject([{ path: [field], message: sentence }]);
});

test('words of the office that are left empty are formed from the county again', () => {
  const ctx = testContext({ role: 'admin' });
  changeSettings(ctx, { office: officeForm.parse({ name: 'دفتر', letterhead: 'وزارت کشور\r\n\r\n استانداری ' }) });
  expect(getSettings(ctx).office).toEqual({ name: 'دفتر', letterhead: ['وزارت کشور', 'استانداری'] });
  changeSettings(ctx, { office: officeForm.parse({ name: ' ', letterhead: '' }) });
  expect(getSettings(ctx).office).toEqual({});
});

test('copies have a reason each; recipients stand one a line; what is half written is named', () => {
  const ctx = testContext({ role: 'admin' });
  const office = officeForm.parse({
    motto: 'سال حمایت از کالای ایرانی',
    recipient: 'فرماندار محترم\r\n\r\nمدیرکل محترم',
    preparedTitle: ' کارشناس ',
    confirmedTitle: '',
    copyTo2: 'بخشدار محترم مرکزی',
    copyReason2: 'برای آگاهی',
    copyTo3: ' ',
  });
  changeSettings(ctx, { office });
  expect(getSettings(ctx).office).toEqual({
    motto: 'سال حمایت از کالای ایرانی',
    recipient: 'فرماندار محترم\nمدیرکل محترم',
    preparedTitle: 'کارشناس',
    copies: [{ to: 'بخشدار محترم مرکزی', reason: 'برای آگاهی' }],
  });
  const refused = officeForm.safeParse({ copyTo1: 'دبیرخانه', copyReason2: 'برای بایگانی' });
  expect(refused.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ['copyReason1', 'دلیل رونوشت را بنویسید؛ مانند «برای آگاهی».'],
    ['copyTo2', 'بنویسید رونوشت برای کیست.'],
  ]);
  expect(officeForm.safeParse({ recipient: 'الف\nب\nپ\nت\nث\nج' }).error?.issues[0]?.path).toEqual(['recipient']);
});

test('copies from before each had a reason are kept as they are', () => {
  const ctx = testContext({ role: 'admin' });
  changeSettings(ctx, { office: { copies: ['دبیرخانه برای بایگانی.'] } });
  expect(officeWordsAsOf(ctx, ctx.clock.today(), 'لنگه').copies).toEqual(['دبیرخانه برای بایگانی.']);
});

test('parts of the report are left out by what is not ticked', () => {
  const ctx = testContext({ role: 'admin' });
  expect(getSettings(ctx).sectionsLeftOut).toEqual([]);
  const leftOut = sectionsForm.parse({ sections: REPORT_SECTIONS.filter((section) => section !== 'attachment') });
  changeSettings(ctx, { sectionsLeftOut: leftOut });
  expect(getSettings(ctx).sectionsLeftOut).toEqual(['attachment']);
  expect(sectionsForm.parse({})).toEqual(REPORT_SECTIONS);
  expect(sectionsForm.safeParse({ sections: ['letter'] }).success).toBe(false);
  expect(() => changeSettings(testContext({ role: 'deputy', db: ctx.db }), { sectionsLeftOut: [] })).toThrow(
    'forbidden',
  );
});
