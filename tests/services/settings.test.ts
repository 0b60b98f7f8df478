import { expect, test } from 'vitest';
import { isAppError } from '@/lib/errors';
import { listAudit } from '@/lib/services/audit';
import { changeSettings, getSettings } from '@/lib/services/settings';
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

test.each([[{ silentAfterDays: -1 }], [{ reportingCutoffTime: '25:00' }], [{ colour: 'red' }]])(
  '%j is refused and nothing is written',
  (patch) => {
    const ctx = testContext({ role: 'admin' });
    try {
      changeSettings(ctx, patch);
    } catch (error) {
      expect(isAppError(error, 'invalid_input')).toBe(true);
    }
    expect(ctx.db.$client.prepare('select count(*) from setting_versions').pluck().get()).toBe(0);
    expect(listAudit(ctx).total).toBe(0);
  },
);

test.each(['deputy', 'expert', 'liaison', 'viewer'] as const)('a %s reads settings and cannot change them', (role) => {
  const ctx = testContext({ role });
  expect(getSettings(ctx).thresholds.reportingCutoffTime).toBe('14:00');
  expect(() => changeSettings(ctx, { silentAfterDays: 1 })).toThrow('forbidden');
});
