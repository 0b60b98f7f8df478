import path from 'node:path';
import { text } from 'node:stream/consumers';
import { prerenderToNodeStream } from 'react-dom/static';
import type { ReactElement } from 'react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import DataPage from '@/app/(public)/public/data/page';
import { GET } from '@/app/(public)/public/data/[file]/route';
import BodyPage, { generateMetadata } from '@/app/(public)/public/bodies/[code]/page';
import OverviewPage from '@/app/(public)/public/page';
import { DATABASE_FILE, openDatabase, type Db } from '@/db/client';
import { deskAddressVersions, indicatorReadings, surveyResponses } from '@/db/schema/index';
import { PUBLIC_RESOURCE_NAMES, publicSources } from '@/lib/domain/public-data';
import { createClock } from '@/lib/clock';
import { namedActor, type ServiceContext } from '@/lib/services/service-context';
import { changeSettings } from '@/lib/services/settings';
import { fillWithSentinels, type Sentinels } from '../support/sentinels';
import { done, line, smallCounty, TODAY, type County } from '../support/small-county';

let reader: ServiceContext;

// The pages take their context from the request; here it is a citizen's, on a real database.
vi.mock('@/lib/context', () => ({
  getPublicContext: () => Promise.resolve(reader),
  getOptionalContext: () => Promise.resolve(null),
}));

const OPEN = 'EA-001';
const HIDDEN = 'EA-002';

function contextOf(db: Db, dataDir: string): ServiceContext {
  return {
    db,
    dataDir,
    clock: createClock(TODAY),
    actor: namedActor('public', 'viewer'),
    isSystem: false,
    ipAddress: null,
  };
}

async function htmlOf(page: Promise<ReactElement>): Promise<string> {
  const { prelude } = await prerenderToNodeStream(await page);
  return text(prelude);
}

const search = (query: Record<string, string> = {}) =>
  ({ params: Promise.resolve({}), searchParams: Promise.resolve(query) }) as never;
const bodyProps = (code: string) => ({ params: Promise.resolve({ code }) });

async function file(name: string): Promise<Response> {
  return GET(new Request(`http://localhost/public/data/${name}`), { params: Promise.resolve({ file: name }) });
}

const FILES = PUBLIC_RESOURCE_NAMES.flatMap((name) => [`${name}.csv`, `${name}.json`]);

function outcomesOf(county: County): void {
  const { db } = county;
  const stamp = { recordedOn: '2018-10-25', recordedAt: '2018-10-25T05:00:00.000Z', recordedBy: null } as const;
  for (const code of [OPEN, HIDDEN]) {
    const bodyId = county.bodyId(code);
    db.insert(deskAddressVersions)
      .values({ ...stamp, bodyId, url: 'https://example.ir/' })
      .run();
    db.insert(indicatorReadings)
      .values({
        ...stamp,
        bodyId,
        indicatorCode: 'IN2',
        month: '1397-07',
        numerator: 45,
        denominator: 60,
        value: 75,
        note: 'یادداشت',
        recordedByName: 'رابط',
      })
      .run();
    for (let count = 0; count < 6; count += 1) {
      db.insert(surveyResponses)
        .values({
          key: `${code} ${count}`,
          bodyId,
          month: '1397-07',
          channel: 'qr',
          answers: {},
          satisfaction: 60,
          recordedOn: stamp.recordedOn,
        })
        .run();
    }
  }
}

async function filledCounty(): Promise<{
  ctx: ServiceContext;
  sentinels: Sentinels;
  openCode: string;
  hiddenCode: string;
}> {
  const county = await smallCounty();
  await county.history([
    ...done(OPEN, ['HD1', 'HD2'], '1397-06-20'),
    line(OPEN, 'HD3', 'claim', '1397-06-21'),
    line(OPEN, 'HD3', 'return', '1397-06-22', 'دلیل عودت'),
    ...done(HIDDEN, ['HD1'], '1397-06-20'),
  ]);
  changeSettings(county.office('2018-12-01'), { publicPage: true });
  outcomesOf(county);
  const ids = { open: county.bodyId(OPEN), hidden: county.bodyId(HIDDEN) };
  county.db.$client.exec(
    `insert into body_versions select (select max(id) + 1 from body_versions), recorded_on, recorded_at, recorded_by, body_id, name, category,
       district_code, rural_district_code, official_code, provides_public_service, weight_points, exists_from, dissolved_on, 1, existence_basis,
       phone, remarks from body_versions where body_id = ${ids.hidden}`,
  );
  const sentinels = fillWithSentinels(county.db, ids);
  county.db.$client.close();
  const db = openDatabase(path.join(county.dataDir, DATABASE_FILE));
  const codeOf = (id: number) =>
    String(db.$client.prepare<[number], string>('select code from bodies where id = ?').pluck().get(id));
  return {
    ctx: contextOf(db, county.dataDir),
    sentinels,
    openCode: codeOf(ids.open),
    hiddenCode: codeOf(ids.hidden),
  };
}

describe('a database with a value of its own in every text column', () => {
  let sentinels: Sentinels;
  let published = '';
  let hiddenCode = '';

  beforeAll(async () => {
    const filled = await filledCounty();
    ({ sentinels, hiddenCode } = filled);
    reader = filled.ctx;
    const texts = await Promise.all([
      htmlOf(OverviewPage(search())),
      htmlOf(OverviewPage(search({ q: 'zz', sort: 'most' }))),
      htmlOf(OverviewPage(search({ q: 'نامی که نیست' }))),
      htmlOf(BodyPage(bodyProps(filled.openCode))),
      generateMetadata(bodyProps(filled.openCode)).then((metadata) => JSON.stringify(metadata)),
      htmlOf(DataPage()),
      ...FILES.map(async (name) => {
        const response = await file(name);
        expect(response.status, name).toBe(200);
        return `${JSON.stringify([...response.headers])}\n${await response.text()}`;
      }),
    ]);
    published = texts.join('\n');
  });

  it('publishes those of the listed columns and no other', () => {
    const found = new Set(sentinels.foundIn(published).map(({ column }) => column));
    const listed = publicSources().filter((column) => sentinels.columns.has(column));
    expect([...found].sort()).toEqual(listed);
    expect(listed.length).toBeGreaterThan(7);
    expect(sentinels.columns.size).toBeGreaterThan(120);
  });

  it('publishes nothing of a body that is marked for coordination only', () => {
    expect(sentinels.foundIn(published).filter(sentinels.isHidden)).toEqual([]);
    expect(published).not.toContain(hiddenCode);
  });

  it('answers for such a body as for one that does not exist', async () => {
    const answers = await Promise.all(
      [hiddenCode, 'XX-999', '%E0%A4%A'].map((code) => BodyPage(bodyProps(code)).catch(String)),
    );
    expect(answers[0]).toContain('404');
    expect(new Set(answers).size).toBe(1);
  });

  it('publishes no day and no number of a private column, and no instant', () => {
    const shown = [...sentinels.days].filter(([, texts]) => texts.some((text) => published.includes(text)));
    expect(shown.map(([column]) => column)).toEqual([]);
    expect(sentinels.days.size).toBeGreaterThan(15);
    expect(sentinels.numbersIn(published)).toEqual([]);
    expect(published).not.toMatch(/\d{4}-\d\d-\d\dT\d\d:/);
  });
});

describe('while it is off', () => {
  beforeAll(async () => {
    const county = await smallCounty();
    reader = contextOf(county.db, county.dataDir);
  });

  it('no page is found', async () => {
    const pages = [() => OverviewPage(search()), () => BodyPage(bodyProps(OPEN)), () => DataPage()];
    for (const page of pages) await expect(page()).rejects.toMatchObject({ digest: expect.stringContaining('404') });
  });

  it.each(FILES)('%s is not found, like a file that never was', async (name) => {
    const [off, unknown] = await Promise.all([file(name), file('nothing.csv')]);
    expect(off.status).toBe(404);
    expect(await off.text()).toBe(await unknown.text());
  });
});
