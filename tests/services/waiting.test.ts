import { describe, expect, test } from 'vitest';
import { answerObjection, recordObjection } from '@/lib/services/objections';
import { decideRequest, recordRequest } from '@/lib/services/requests';
import { changeSettings } from '@/lib/services/settings';
import { getWaiting } from '@/lib/services/waiting';
import { done, line, smallCounty, TODAY, type County } from '../support/small-county';

const short = (waiting: ReturnType<typeof getWaiting>, list: 'claims' | 'ownSteps' | 'requests' | 'objections') =>
  waiting[list].map(({ body, milestone, days }) => [body.code, milestone?.code ?? null, days]);

const HD_DONE = ['HD1', 'HD2', 'HD3', 'HD4', 'HD5', 'HD6', 'HD7', 'HD8'];

describe('claims', () => {
  test('wait from the day they were recorded, longest first, and over the target after seven days', async () => {
    const county = await smallCounty();
    await county.history([
      `EA-001,HD1,claim,1397/05/10,1397/09/05,,,,`,
      line('VA-001', 'NT1', 'claim', '1397/09/10'),
      line('EA-002', 'HD1', 'claim', '1397/09/09'),
      ...done('DO-001', ['HD1'], '1397/09/12'),
    ]);
    const waiting = getWaiting(county.as('deputy'));
    expect(short(waiting, 'claims')).toEqual([
      ['EA-001', 'HD1', 12],
      ['EA-002', 'HD1', 8],
      ['VA-001', 'NT1', 7],
    ]);
    expect(waiting.overTarget).toBe(2);
    expect(waiting.decidable).toHaveLength(3);
    expect(short(getWaiting(county.as('deputy'), { filter: { trackCode: 'NT' } }), 'claims')).toEqual([
      ['VA-001', 'NT1', 7],
    ]);
  });

  test('the target is a setting that holds from its day on', async () => {
    const county = await smallCounty();
    await county.history([line('VA-001', 'NT1', 'claim', '1397/09/10')]);
    changeSettings(county.office(), { reviewTargetDays: 6 });
    expect(getWaiting(county.as('deputy')).overTarget).toBe(1);
    expect(getWaiting(county.as('deputy'), { asOf: '2018-12-07' }).overTarget).toBe(0);
  });

  test('that were withdrawn, returned or exempted wait for nobody', async () => {
    const county = await smallCounty();
    await county.history([
      ...['HD1', 'HD2', 'HD3'].map((code) => line('EA-001', code, 'claim', '1397/06/10')),
      line('EA-001', 'HD1', 'withdraw', '1397/06/11', 'اشتباه'),
      line('EA-001', 'HD2', 'return', '1397/06/11', 'ناقص'),
      line('EA-001', 'HD3', 'exempt', '1397/06/11', 'ندارد'),
    ]);
    expect(getWaiting(county.as('deputy')).claims).toEqual([]);
    expect(getWaiting(county.as('deputy'), { asOf: '2018-09-01' }).claims).toHaveLength(3);
  });
});

test('a step of the governorate waits once the body has done everything else and its day has come', async () => {
  const county = await smallCounty();
  await county.history([...done('EA-001', HD_DONE, '1397/07/20'), ...done('EA-002', HD_DONE.slice(1), '1397/07/20')]);
  const ownSteps = (asOf: typeof TODAY | '2018-11-05' | '2018-11-06') =>
    short(getWaiting(county.as('deputy'), { asOf, filter: { trackCode: 'HD' } }), 'ownSteps');
  // HD9 is due on 1397/08/15 = 2018-11-06
  expect(ownSteps('2018-11-05')).toEqual([]);
  expect(ownSteps('2018-11-06')).toEqual([['EA-001', 'HD9', 0]]);
  expect(ownSteps(TODAY)).toEqual([['EA-001', 'HD9', 32]]);
});

describe('requests and objections', () => {
  async function asked(): Promise<{ county: County; requestId: number; objectionId: number }> {
    const county = await smallCounty();
    const liaison = (today: '2018-12-01' | '2018-12-03') =>
      county.as('liaison', { bodies: ['EA-001', 'VA-001'], today });
    const request = recordRequest(liaison('2018-12-01'), {
      bodyCode: 'EA-001',
      milestoneCode: 'ED9',
      requestKind: 'extension',
      note: 'سامانه نمی‌رسد',
      dueOn: '2019-01-05',
    });
    const objection = recordObjection(liaison('2018-12-03'), { bodyCode: 'VA-001', note: 'آبادی خط ندارد' });
    return { county, requestId: request.eventId, objectionId: objection.eventId };
  }

  test('wait until the day they are answered, and on earlier days they still wait', async () => {
    const { county, requestId, objectionId } = await asked();
    const deputy = county.as('deputy', { today: '2018-12-06' });
    expect(short(getWaiting(deputy), 'requests')).toEqual([['EA-001', 'ED9', 5]]);
    expect(short(getWaiting(deputy), 'objections')).toEqual([['VA-001', null, 3]]);
    expect(getWaiting(deputy).decidable.map(({ kind, eventId }) => [kind, eventId])).toEqual([
      ['extension', requestId],
      ['objection', objectionId],
    ]);
    decideRequest(deputy, { requestId, outcome: 'refused', note: 'مهلت کافی است' });
    answerObjection(deputy, { objectionId, outcome: 'accepted', note: 'درست است' });
    expect(getWaiting(deputy).decidable).toEqual([]);
    expect(getWaiting(deputy, { asOf: '2018-12-05' }).decidable).toHaveLength(2);
    expect(getWaiting(deputy, { asOf: '2018-12-02' }).decidable).toHaveLength(1);
  });

  test('a filter keeps what is about its bodies and steps', async () => {
    const { county } = await asked();
    const counts = (filter: { trackCode?: string; districtCode?: string }) => {
      const { requests, objections } = getWaiting(county.as('deputy'), { filter });
      return [requests.length, objections.length];
    };
    expect(counts({})).toEqual([1, 1]);
    expect(counts({ trackCode: 'ED' })).toEqual([1, 0]);
    expect(counts({ trackCode: 'HD' })).toEqual([0, 0]);
    expect(counts({ trackCode: 'NT' })).toEqual([0, 1]);
    expect(counts({ districtCode: '220303' })).toEqual([0, 0]);
  });
});
