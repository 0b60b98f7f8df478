import { expect, test } from 'vitest';
import { getEventsDocument } from '@/lib/services/event-documents';
import { EVENT_PAGE_SIZE, listEvents } from '@/lib/services/event-log';
import { refusalOf } from '../support/milestone-world';
import { line, smallCounty } from '../support/small-county';

test('events come in the order of recording, after the one that is known', async () => {
  const county = await smallCounty();
  await county.history([
    line('EA-001', 'HD1', 'claim', '1397/05/10'),
    line('VA-001', '', 'check_in', '1397/07/08'),
    `EA-001,HD1,return,1397/07/08,1397/07/10,ناقص,,,1397/08/01`,
  ]);
  const { events, next } = getEventsDocument(county.as('viewer'), { after: 1 });
  expect(next).toBeNull();
  expect(events).toEqual([
    expect.objectContaining({
      id: 2,
      kind: 'check_in',
      body: 'VA-001',
      programme: null,
      milestone: null,
      side: 'body',
    }),
    expect.objectContaining({
      id: 3,
      kind: 'return',
      body: 'EA-001',
      programme: '1397-service-desk',
      milestone: 'HD1',
      occurredOn: { jalali: '1397/07/08', iso: '2018-09-30' },
      recordedOn: { jalali: '1397/07/10', iso: '2018-10-02' },
      due: { jalali: '1397/08/01', iso: '2018-10-23' },
      note: 'ناقص',
      isImported: true,
      side: 'governorate',
    }),
  ]);
  expect(getEventsDocument(county.as('viewer'), { after: 3 })).toEqual({ events: [], next: null });
});

test('a full page names the event to ask after', async () => {
  const county = await smallCounty();
  const days = Array.from({ length: 28 }, (_, index) => `1397/08/${String(index + 1).padStart(2, '0')}`);
  const rows = days.flatMap((day) =>
    Array.from({ length: 18 }, () => line('VA-001', '', 'letter_sent', day, 'یادآوری')),
  );
  await county.history(rows);
  const first = listEvents(county.as('viewer'), { after: 0 });
  expect(first.events).toHaveLength(EVENT_PAGE_SIZE);
  expect(first.next).toBe(500);
  const second = listEvents(county.as('viewer'), { after: 500 });
  expect(second.events.map(({ event }) => event.id)).toEqual([501, 502, 503, 504]);
  expect(second.next).toBeNull();
});

test('a liaison does not follow the whole history', async () => {
  const county = await smallCounty();
  expect(refusalOf(() => listEvents(county.as('liaison', { bodies: ['EA-001'] }), { after: 0 })).code).toBe(
    'forbidden',
  );
});
