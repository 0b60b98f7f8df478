import { afterEach, describe, expect, test, vi } from 'vitest';
import { closeDb } from '@/db/client';
import { GET as getBodiesRoute } from '@/app/api/v1/bodies/route';
import { GET as getBodyRoute } from '@/app/api/v1/bodies/[code]/route';
import { GET as getEventsRoute } from '@/app/api/v1/events/route';
import { GET as getProgressRoute } from '@/app/api/v1/progress/route';
import { GET as getSeriesRoute } from '@/app/api/v1/series/route';
import type { getBodiesDocument, getBodyDocument } from '@/lib/services/body-documents';
import type { getEventsDocument } from '@/lib/services/event-documents';
import { getProgressDocument, type ProgressDocument } from '@/lib/services/progress';
import { ask } from '../../support/api-requests';
import { apiWorld, type ErrorBody } from './api-world';

afterEach(() => {
  closeDb();
  vi.unstubAllEnvs();
});

const progress = (query: string, headers: Readonly<Record<string, string>>) =>
  ask<ProgressDocument>(getProgressRoute, `/api/v1/progress?${query}`, headers);
const refused = (query: string, headers: Readonly<Record<string, string>>) =>
  ask<ErrorBody>(getProgressRoute, `/api/v1/progress?${query}`, headers);

describe('GET /api/v1/progress', () => {
  test('is the document of the service, with ratios as they are', async () => {
    const { county, token } = await apiWorld();
    const { status, headers, body } = await progress('groupBy=track&track=ED&district=220305', token);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('application/json');
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(body).toEqual(
      JSON.parse(
        JSON.stringify(
          getProgressDocument(county.as('viewer'), {
            groupBy: 'track',
            filter: { trackCode: 'ED', districtCode: '220305' },
          }),
        ),
      ),
    );
    const [ed] = body.groups;
    expect(ed).toMatchObject({ key: 'ED', bodies: 1, bodyTracks: 1, spi: 0.57 / 0.87 });
    expect(ed?.verified).toBeCloseTo(0.57, 12);
    expect(ed?.planned).toBeCloseTo(0.87, 12);
    expect(ed?.claimed).toBeCloseTo(0.67, 12);
    expect(ed?.earnedSchedule.forecastFinish).toEqual({ jalali: '1397/10/11', iso: '2019-01-01' });
  });

  test('is about everything today unless told otherwise', async () => {
    const { token } = await apiWorld();
    const { body } = await progress('', token);
    expect(body).toMatchObject({ asOf: { jalali: '1397/09/17' }, groupBy: 'total' });
    expect(body.groups.map(({ key, deadline }) => [key, deadline])).toEqual([['total', null]]);
  });

  test.each(['1397-08-15', '1397/08/15', '۱۳۹۷/۰۸/۱۵', '١٣٩٧-٠٨-١٥', '1397/8/15', '%DB%B1397/08/15'])(
    'reads the day %s',
    async (asOf) => {
      const { token } = await apiWorld();
      const { status, body } = await progress(`asOf=${asOf}`, token);
      expect([status, body.asOf]).toEqual([200, { jalali: '1397/08/15', iso: '2018-11-06' }]);
    },
  );

  test.each([
    ['asOf=1397-12-30', 'اسفند ۱۳۹۷ بیست‌ونه روز دارد'],
    ['asOf=1397-07-31', 'مهر ۱۳۹۷ سی روز دارد'],
    ['asOf=1397-13-01', 'ماه ۱۳ نداریم'],
    ['asOf=2018-12-08', 'سال ۲۰۱۸ میلادی است'],
    ['asOf=97/9/17', '1397-09-17'],
    ['asOf=17/09/1397', '1397-09-17'],
    ['asOf=1397/09-17', '1397-09-17'],
    ['asOf=امروز', '1397-09-17'],
    ['deadline=1397-09-31', 'آذر ۱۳۹۷ سی روز دارد'],
  ])('refuses the day of %s and says why', async (query, words) => {
    const { token } = await apiWorld();
    const { status, body } = await refused(query, token);
    expect([status, body.error.code]).toEqual([400, 'invalid_input']);
    expect(body.error.message).toContain(words);
    expect(body.error.message).toContain(query.split('=')[0]);
  });

  test.each(['asOf=1397-05-05', 'asOf=1397-09-18'])('refuses %s, outside of what is known', async (query) => {
    const { token } = await apiWorld();
    const { status, body } = await refused(query, token);
    expect([status, body.error.code]).toEqual([400, 'as_of_out_of_range']);
    expect(body.error.message).toBe('روزی از ۶\u00a0مرداد ۱۳۹۷ تا ۱۷\u00a0آذر ۱۳۹۷ را برگزینید.');
  });

  test.each([
    ['groupBy=color', 'total یا track یا category یا district یا body'],
    ['category=ministry', 'governorate'],
    ['track=XX', '«XX»'],
    ['district=9', '«9»'],
    ['deadline=1397-09-29', '«1397/09/29»'],
    ['format=xml', 'json یا csv'],
  ])('refuses %s with the words that are allowed', async (query, words) => {
    const { token } = await apiWorld();
    const { status, body } = await refused(query, token);
    expect([status, body.error.code]).toEqual([400, 'invalid_input']);
    expect(body.error.message).toContain(words);
  });

  test('a programme that does not exist is not found', async () => {
    const { token } = await apiWorld();
    const { status, body } = await refused('programme=none', token);
    expect([status, body.error.code]).toEqual([404, 'not_found']);
  });

  test('as CSV has a byte order mark, a heading and a row for each group', async () => {
    const { token } = await apiWorld();
    const { headers, body } = await ask<string>(
      getProgressRoute,
      '/api/v1/progress?groupBy=track&district=220305&format=csv',
      token,
    );
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="progress.csv"');
    expect(body.startsWith('\ufeffasOf,key,label,bodies,bodyTracks,planned,')).toBe(true);
    const lines = body.trimEnd().split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[2]?.startsWith('1397/09/17,ED,میز خدمت الکترونیکی,1,1,0.87,0.67,0.57,')).toBe(true);
  });
});

describe('GET /api/v1/series', () => {
  const series = (query: string, headers: Readonly<Record<string, string>>) =>
    ask<{ date: { jalali: string }; verified: number }[]>(getSeriesRoute, `/api/v1/series?${query}`, headers);

  test('is a list of days in both calendars', async () => {
    const { token } = await apiWorld();
    const { body } = await series('from=1397-07-09&to=1397/07/11&step=day&track=ED&district=220305', token);
    expect(body).toEqual([
      { date: { jalali: '1397/07/09', iso: '2018-10-01' }, planned: 0, claimed: 0, verified: 0 },
      { date: { jalali: '1397/07/10', iso: '2018-10-02' }, planned: 0, claimed: 0.12, verified: 0.12 },
      { date: { jalali: '1397/07/11', iso: '2018-10-03' }, planned: 0, claimed: 0.12, verified: 0.12 },
    ]);
    const weekly = await series('from=1397-09-03', token);
    expect(weekly.body.map(({ date }) => date.jalali)).toEqual(['1397/09/03', '1397/09/10', '1397/09/17']);
  });

  test('as CSV', async () => {
    const { token } = await apiWorld();
    const { body } = await ask<string>(
      getSeriesRoute,
      '/api/v1/series?from=1397-07-10&to=1397-07-10&track=ED&district=220305&format=csv',
      token,
    );
    expect(body).toBe('\ufeffdate,planned,claimed,verified\r\n1397/07/10,0,0.12,0.12\r\n');
  });

  test.each(['from=1397-09-18', 'from=1397-09-02&to=1397-09-01', 'step=month', 'from=97-01-01'])(
    'refuses %s',
    async (query) => {
      const { token } = await apiWorld();
      expect((await series(query, token)).status).toBe(400);
    },
  );
});

describe('GET /api/v1/bodies', () => {
  type Bodies = ReturnType<typeof getBodiesDocument>;
  const bodies = (query: string, headers: Readonly<Record<string, string>>) =>
    ask<Bodies>(getBodiesRoute, `/api/v1/bodies?${query}`, headers);

  test('finds by filter, status and words', async () => {
    const { token } = await apiWorld();
    const codes = async (query: string) => (await bodies(query, token)).body.bodies.map(({ code }) => code);
    expect(await codes('')).toEqual(['DO-001', 'EA-001', 'EA-002', 'EN-001', 'VA-001', 'VA-002']);
    expect(await codes('category=village_administration&district=220302')).toEqual(['VA-002']);
    expect(await codes(`q=${encodeURIComponent('دهياري گزير')}`)).toEqual(['VA-001']);
    expect(await codes('status=complete')).toEqual([]);
    expect((await bodies('status=bad', token)).status).toBe(400);
  });

  test('as CSV has two columns for each track', async () => {
    const { token } = await apiWorld();
    const { body } = await ask<string>(getBodiesRoute, '/api/v1/bodies?format=csv&track=ED', token);
    expect(body.split('\r\n')[0]).toBe(
      '\ufeffcode,name,category,district,officialCode,status,verified,silentDays,ED status,ED verified',
    );
  });

  test('of a liaison are the own ones', async () => {
    const world = await apiWorld();
    const cookie = await world.signIn('liaison', ['VA-002']);
    expect((await bodies('', cookie)).body.bodies.map(({ code }) => code)).toEqual(['VA-002']);
  });
});

describe('GET /api/v1/bodies/CODE', () => {
  type Body = ReturnType<typeof getBodyDocument>;
  const body = <T = Body>(code: string, headers: Readonly<Record<string, string>>, query = '') =>
    ask<T, { code: string }>(getBodyRoute, `/api/v1/bodies/${code}${query}`, headers, { code });

  test('holds tracks with reasons and milestones with state and delay', async () => {
    const { token } = await apiWorld();
    const { body: document } = await body('EA-001', token, '?asOf=1397-09-17');
    const ed = document.tracks.find(({ code }) => code === 'ED');
    expect(ed).toMatchObject({ status: 'late', reasons: [{ milestone: 'ED6', ground: 'overdue', days: 7 }] });
    expect(
      ed?.milestones.slice(4, 7).map(({ code, state, due, daysLate }) => [code, state, due.jalali, daysLate]),
    ).toEqual([
      ['ED5', 'claimed', '1397/09/10', 0],
      ['ED6', 'not_started', '1397/09/10', 7],
      ['ED7', 'not_started', '1397/09/17', 0],
    ]);
  });

  test.each(['XX-999', 'ea-001', '%', '%E0%A4%A', '..%2Fevents'])(
    'an unknown code such as %s is not found',
    async (code) => {
      const { token } = await apiWorld();
      const { status, body: answer } = await body<ErrorBody>(code, token);
      expect([status, answer.error.code]).toEqual([404, 'not_found']);
    },
  );

  test('another body is not found for a liaison, the own one is', async () => {
    const world = await apiWorld();
    const cookie = await world.signIn('liaison', ['VA-002']);
    expect((await body('VA-002', cookie)).status).toBe(200);
    expect((await body('VA-001', cookie)).status).toBe(404);
  });

  test('is no table', async () => {
    const { token } = await apiWorld();
    const { status, body: answer } = await body<ErrorBody>('EA-001', token, '?format=csv');
    expect([status, answer.error.code]).toEqual([400, 'invalid_input']);
  });
});

describe('GET /api/v1/events', () => {
  test('follows the history', async () => {
    const { token } = await apiWorld();
    const events = (query: string) =>
      ask<ReturnType<typeof getEventsDocument>>(getEventsRoute, `/api/v1/events?${query}`, token);
    expect((await events('')).body.events).toHaveLength(10);
    const { body } = await events('after=9');
    expect(body.events.map(({ id, kind }) => [id, kind])).toEqual([[10, 'claim']]);
    expect(body.next).toBeNull();
    expect((await events('after=-1')).status).toBe(400);
    expect((await events('after=x')).status).toBe(400);
  });

  test('as CSV holds no formulas', async () => {
    const { token } = await apiWorld();
    const { body } = await ask<string>(getEventsRoute, '/api/v1/events?format=csv', token);
    expect(body).toContain('"\'=نبود دکل"');
    expect(body).not.toContain(',=');
  });
});
