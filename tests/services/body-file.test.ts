import { describe, expect, test } from 'vitest';
import { getBodyFile } from '@/lib/services/body-file';
import { recordMilestoneEvent } from '@/lib/services/milestones';
import { decideRequest, recordRequest } from '@/lib/services/requests';
import { refusalOf } from '../support/milestone-world';
import { line, smallCounty } from '../support/small-county';

const LETTER = { kind: 'letter', letterNumber: '۱۲/الف', letterOn: '2018-12-01' } as const;

async function withClaims() {
  const county = await smallCounty();
  const liaison = county.as('liaison', { bodies: ['EA-001'] });
  const claim = (milestoneCode: string, classification: 'ordinary' | 'confidential') =>
    recordMilestoneEvent(liaison, {
      bodyCode: 'EA-001',
      milestoneCode,
      kind: 'claim',
      evidence: [{ ...LETTER, classification }],
    }).eventId;
  return { county, open: claim('HD1', 'ordinary'), closed: claim('HD4', 'confidential') };
}

describe('documents of a body', () => {
  test('are shown beside the claim they belong to', async () => {
    const { county, open } = await withClaims();
    const { evidence } = getBodyFile(county.as('deputy'), 'EA-001', {});
    expect(evidence.get(open)).toEqual([
      {
        id: 1,
        eventId: open,
        kind: 'letter',
        letterNumber: '۱۲/الف',
        letterOn: '2018-12-01',
        url: null,
        fileName: null,
        isConfidential: false,
        isReadable: true,
      },
    ]);
  });

  test('that are confidential reach reviewers and the body itself, and nobody else learns what they are', async () => {
    const { county, open, closed } = await withClaims();
    const seenBy = (ctx: Parameters<typeof getBodyFile>[0]) => [...getBodyFile(ctx, 'EA-001', {}).evidence.keys()];
    expect(seenBy(county.as('deputy'))).toEqual([open, closed]);
    expect(seenBy(county.as('expert'))).toEqual([open, closed]);
    expect(seenBy(county.as('liaison', { bodies: ['EA-001'] }))).toEqual([open, closed]);
    expect(seenBy(county.as('viewer'))).toEqual([open]);
    const { evidence } = getBodyFile(county.as('admin'), 'EA-001', {});
    expect([...evidence.values()].flat().map(({ eventId, isReadable }) => [eventId, isReadable])).toEqual([
      [open, false],
    ]);
  });
});

test('requests show the answer known on the day', async () => {
  const county = await smallCounty();
  const { eventId } = recordRequest(county.as('liaison', { bodies: ['EA-001'], today: '2018-12-03' }), {
    bodyCode: 'EA-001',
    milestoneCode: 'ED9',
    requestKind: 'extension',
    note: 'سامانه نمی‌رسد',
    dueOn: '2019-01-05',
  });
  decideRequest(county.as('deputy', { today: '2018-12-05' }), { requestId: eventId, outcome: 'refused', note: 'نه' });
  const requestsOn = (asOf: '2018-12-02' | '2018-12-04' | '2018-12-05') =>
    getBodyFile(county.as('deputy'), 'EA-001', { asOf }).requests.map(({ request, answer, milestoneCode }) => [
      request.id,
      milestoneCode,
      answer?.outcome ?? null,
    ]);
  expect(requestsOn('2018-12-02')).toEqual([]);
  expect(requestsOn('2018-12-04')).toEqual([[eventId, 'ED9', null]]);
  expect(requestsOn('2018-12-05')).toEqual([[eventId, 'ED9', 'refused']]);
});

test('an old request is still shown as of its day, however many came later', async () => {
  const county = await smallCounty();
  const ask = (today: '2018-12-01' | '2018-12-06') =>
    recordRequest(county.as('liaison', { bodies: ['EA-001'], today }), {
      bodyCode: 'EA-001',
      milestoneCode: 'ED9',
      requestKind: 'extension',
      note: 'باز هم',
      dueOn: '2019-01-05',
    }).eventId;
  const first = ask('2018-12-01');
  const deputy = county.as('deputy', { today: '2018-12-06' });
  decideRequest(deputy, { requestId: first, outcome: 'refused', note: 'نه' });
  for (let round = 0; round < 25; round += 1) {
    decideRequest(deputy, { requestId: ask('2018-12-06'), outcome: 'refused', note: 'نه' });
  }
  const { requests } = getBodyFile(county.as('deputy'), 'EA-001', { asOf: '2018-12-01' });
  expect(requests.map(({ request }) => request.id)).toEqual([first]);
});

test('the history goes back from the day, twenty events a page', async () => {
  const county = await smallCounty();
  const days = Array.from({ length: 24 }, (_, index) => `1397/08/${String(index + 1).padStart(2, '0')}`);
  await county.history([
    ...days.map((day) => line('VA-001', '', 'check_in', day)),
    line('VA-002', '', 'check_in', '1397/08/10'),
    line('VA-001', 'NT1', 'claim', '1397/09/17'),
  ]);
  const first = getBodyFile(county.as('viewer'), 'VA-001', {});
  expect(first.history).toHaveLength(20);
  expect(first.history[0]).toMatchObject({ milestoneCode: 'NT1', event: { kind: 'claim' } });
  const second = getBodyFile(county.as('viewer'), 'VA-001', { before: first.olderBefore });
  expect(second.history.map(({ event }) => event.recordedOn)).toEqual([
    '2018-10-27',
    '2018-10-26',
    '2018-10-25',
    '2018-10-24',
    '2018-10-23',
  ]);
  expect(second.olderBefore).toBeNull();
  const past = getBodyFile(county.as('viewer'), 'VA-001', { asOf: '2018-10-24' });
  expect(past.history.map(({ event }) => event.recordedOn)).toEqual(['2018-10-24', '2018-10-23']);
});

test('another body is not found for a liaison', async () => {
  const county = await smallCounty();
  const liaison = county.as('liaison', { bodies: ['EA-001'] });
  expect(refusalOf(() => getBodyFile(liaison, 'EA-002', {})).code).toBe('not_found');
});
