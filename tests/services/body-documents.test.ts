import { expect, test } from 'vitest';
import { getBodiesDocument, getBodyDocument } from '@/lib/services/body-documents';
import { done, line, smallCounty } from '../support/small-county';

const NT = ['NT1', 'NT2', 'NT3', 'NT4', 'NT5', 'NT6', 'NT7'];

test('a body as machines get it: figures, status and reasons by track, state and due by milestone', async () => {
  const county = await smallCounty();
  await county.history([
    ...done('VA-001', ['NT1'], '1397/07/10'),
    line('VA-001', 'NT2', 'extend', '1397/07/11', 'راه بسته بود', ',,1398/01/15'),
    line('VA-001', 'NT3', 'claim', '1397/08/25'),
  ]);
  const document = getBodyDocument(county.as('viewer'), 'VA-001', {});
  expect(document).toMatchObject({
    asOf: { jalali: '1397/09/17', iso: '2018-12-08' },
    programme: '1397-service-desk',
    code: 'VA-001',
    category: 'village_administration',
    district: { code: '220305', name: 'مرکزی' },
    status: 'late',
    silentDays: 22,
    lastReport: { jalali: '1397/08/25', iso: '2018-11-16' },
  });
  const [nt] = document.tracks;
  expect(nt).toMatchObject({
    code: 'NT',
    deadline: { jalali: '1397/12/29', iso: '2019-03-20' },
    planned: 0.35,
    claimed: 0.2,
    verified: 0.1,
    status: 'at_risk',
    reasons: [{ milestone: 'NT4', ground: 'due_soon', days: 7 }],
  });
  expect(
    nt?.milestones
      .map(({ code, state, due, isAfterDeadline, daysLate }) => [code, state, due.jalali, isAfterDeadline, daysLate])
      .slice(0, 4),
  ).toEqual([
    ['NT1', 'verified', '1397/07/14', false, 0],
    ['NT2', 'not_started', '1398/01/15', true, 0],
    ['NT3', 'claimed', '1397/08/30', false, 0],
    ['NT4', 'not_started', '1397/09/24', false, 0],
  ]);
  expect(document.tracks[1]?.reasons[0]).toEqual({ milestone: 'CR1', ground: 'overdue', days: 32 });
});

test('a wholly exempt track has no figures, neither in the list nor on the page', async () => {
  const county = await smallCounty();
  await county.history(NT.map((code) => line('VA-002', code, 'exempt', '1397/07/10', 'خالی از سکنه')));
  const none = { status: 'exempt', planned: null, claimed: null, verified: null };
  expect(getBodyDocument(county.as('viewer'), 'VA-002', {}).tracks[0]).toMatchObject({ code: 'NT', ...none });
  const row = getBodiesDocument(county.as('viewer'), {}).bodies.find(({ code }) => code === 'VA-002');
  expect(row?.tracks[0]).toEqual({ code: 'NT', ...none });
  expect(row).toMatchObject({ status: 'late', verified: 0 });
});
