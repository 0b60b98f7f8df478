import { describe, expect, it } from 'vitest';
import { insertDeskCheck } from '@/db/queries/desk-checks';
import { insertEvidence } from '@/db/queries/evidence';
import type { DeskFinding } from '@/db/schema/desk-checks';
import { events } from '@/db/schema/events';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { DeskCheckOutcome } from '@/lib/domain/vocabulary';
import { setDeskAddress, surveyDeskHosts } from '@/lib/services/desk-checks/desk-addresses';
import { getDeskFile, getDeskRunState, getDeskSuggestion, getDeskSummary } from '@/lib/services/desk-checks/desk-file';
import { deskTable, listDesks } from '@/lib/services/desk-checks/desk-list';
import { changeDeskCheckSettings } from '@/lib/services/desk-checks/settings';
import { writeCsv, writeXlsx } from '@/lib/services/exports/write-table';
import { getLedger } from '@/lib/services/ledger';
import { loadBody } from '@/lib/services/milestone-subject';
import { parseDeskListQuery } from '@/lib/validation/desk-checks';
import { refusalOf } from '../../support/milestone-world';
import { CENTRAL, done, line, smallCounty, TODAY, type County } from '../../support/small-county';

const finding = (code: string, passage: string | null): DeskFinding => ({
  code,
  milestoneCode: code.slice(0, 3),
  title: `نشانهٔ ${code}`,
  passage,
  url: passage === null ? null : 'https://desk.example/page',
});

function keep(
  county: County,
  code: string,
  facts: {
    outcome?: DeskCheckOutcome;
    findings?: DeskFinding[];
    on?: CivilDate;
    url?: string;
    milliseconds?: number;
  } = {},
): number {
  const { outcome = 'answered', findings = [], on = TODAY, url = 'https://desk.example/', milliseconds = 900 } = facts;
  return insertDeskCheck(county.db, {
    bodyId: county.bodyId(code),
    url,
    trigger: 'weekly',
    recordedOn: on,
    recordedAt: `${on}T06:00:00.000Z`,
    recordedBy: null,
    recordedByName: 'system',
    outcome,
    status: outcome === 'answered' ? 200 : null,
    milliseconds,
    isHttps: true,
    certificateUntil: null,
    pages: [],
    findings,
  });
}

const setUrl = (county: County, bodyCode: string, url = 'https://desk.example/', today = TODAY) =>
  setDeskAddress(county.office(today), { bodyCode, url });
const list = (county: County, params: Record<string, string> = {}) =>
  listDesks(county.as('deputy'), parseDeskListQuery(params));
const codesOf = (county: County, params: Record<string, string>) =>
  list(county, params).rows.map(({ body }) => body.code);

describe('the list of desks', () => {
  it('has the bodies that are asked for one, with their address and the newest look', async () => {
    const county = await smallCounty();
    setUrl(county, 'EA-001');
    keep(county, 'EA-001', { outcome: 'timed_out' });
    keep(county, 'EA-001', { findings: [finding('ED1', 'شناسه خدمت'), finding('ED2', null)] });
    const { rows, total, isOn } = list(county);
    expect([total, isOn]).toEqual([rows.length, false]);
    expect(rows.map(({ body }) => body.code)).not.toContain('EN-001');
    expect(rows.find(({ body }) => body.code === 'EA-001')).toMatchObject({
      url: 'https://desk.example/',
      state: 'answered',
      found: 1,
      looked: 2,
    });
    setUrl(county, 'EN-001', 'https://firm.example/');
    expect(codesOf(county, {})).toContain('EN-001');
  });

  it('is searched, filtered and sorted', async () => {
    const county = await smallCounty();
    for (const code of ['EA-001', 'EA-002', 'DO-001']) setUrl(county, code, `https://${code.toLowerCase()}.example/`);
    const url = (code: string) => `https://${code.toLowerCase()}.example/`;
    keep(county, 'EA-001', { url: url('EA-001'), milliseconds: 900, findings: [finding('ED1', 'x')] });
    keep(county, 'EA-002', { url: url('EA-002'), outcome: 'http_error' });
    keep(county, 'DO-001', { url: url('DO-001'), milliseconds: 300 });
    expect(codesOf(county, { state: 'failed' })).toEqual(['EA-002']);
    expect(codesOf(county, { state: 'answered', sort: 'time' })).toEqual(['DO-001', 'EA-001']);
    expect(codesOf(county, { state: 'answered', sort: 'time', order: 'desc' })).toEqual(['EA-001', 'DO-001']);
    expect(codesOf(county, { sort: 'signs', order: 'desc' })[0]).toBe('EA-001');
    expect(codesOf(county, { sort: 'checked' }).slice(0, 3)).toEqual(['EA-001', 'EA-002', 'DO-001']);
    expect(codesOf(county, { q: 'بنادر' })).toEqual(['EA-002']);
    expect(codesOf(county, { q: 'ea-001.example' })).toEqual(['EA-001']);
    expect(codesOf(county, { district: CENTRAL, category: 'executive_agency' })).toEqual(['EA-001']);
    // another address since: what was seen says nothing of it
    setUrl(county, 'EA-001', 'https://new.example/');
    expect(codesOf(county, { state: 'never' })).toEqual(['EA-001']);
    expect(codesOf(county, { state: 'no_address' })).not.toContain('EA-001');
  });

  it('is a table for a spreadsheet', async () => {
    const county = await smallCounty();
    setUrl(county, 'EA-001');
    keep(county, 'EA-001', { findings: [finding('ED1', 'x'), finding('ED2', null)] });
    const table = deskTable(county.as('viewer'), parseDeskListQuery({ q: 'EA-001' }));
    const csv = writeCsv(table);
    expect(csv).toContain('https://desk.example/');
    expect(csv).toContain('نشانهٔ ED2');
    expect((await writeXlsx(table)).byteLength).toBeGreaterThan(1000);
  });

  it.each([
    ['district', '99'],
    ['state', 'good'],
    ['sort', 'colour'],
  ])('refuses %s %s', async (name, value) => {
    const county = await smallCounty();
    expect(refusalOf(() => list(county, { [name]: value })).code).toBe('invalid_input');
  });

  it.each(['deputy', 'expert', 'viewer', 'admin'] as const)('is there for a %s', async (role) => {
    expect(listDesks((await smallCounty()).as(role), parseDeskListQuery({})).rows.length).toBeGreaterThan(0);
  });

  it('is not there for a liaison', async () => {
    const county = await smallCounty();
    const ctx = county.as('liaison', { bodies: ['EA-001'] });
    expect(refusalOf(() => listDesks(ctx, parseDeskListQuery({}))).code).toBe('forbidden');
    expect(refusalOf(() => deskTable(ctx, parseDeskListQuery({}))).code).toBe('forbidden');
  });
});

describe('the desk of one body', () => {
  const file = (county: County, checkId: number | null = null, page: number | null = null) =>
    getDeskFile(county.as('expert'), 'EA-001', { page, checkId });

  it('has every look by pages, the newest in full unless another is asked for', async () => {
    const county = await smallCounty();
    setUrl(county, 'EA-001');
    const ids = Array.from({ length: 14 }, () => keep(county, 'EA-001'));
    const other = keep(county, 'EA-002');
    expect(file(county)).toMatchObject({
      total: 14,
      pages: 2,
      page: 1,
      mayRun: true,
      isOn: false,
      isHostListed: false,
    });
    expect(file(county).shown?.id).toBe(ids.at(-1));
    expect(file(county, null, 2).checks.map(({ id }) => id)).toEqual([ids[1], ids[0]]);
    expect(file(county, null, 99).page).toBe(2);
    expect(file(county, ids[0]).shown?.id).toBe(ids[0]);
    expect(refusalOf(() => file(county, other)).code).toBe('not_found');
    expect(refusalOf(() => file(county, 999)).code).toBe('not_found');
  });

  it('offers addresses from ordinary evidence of the milestones with signs, newest first', async () => {
    const county = await smallCounty();
    await county.history([
      line('EA-001', 'ED1', 'claim', '1397/08/01'),
      line('EA-001', 'ED3', 'claim', '1397/08/02'),
      line('EA-001', 'HD1', 'claim', '1397/08/03'),
      line('EA-002', 'ED1', 'claim', '1397/08/04'),
    ]);
    const [ed1, ed3, hd1, foreign] = county.db.select().from(events).all();
    const attach = (event: typeof ed1, url: string, classification: 'ordinary' | 'confidential' = 'ordinary') =>
      insertEvidence(county.db, {
        eventId: event?.id ?? 0,
        kind: 'url',
        url,
        letterNumber: null,
        letterOn: null,
        uploadId: null,
        classification,
      });
    attach(ed1, 'https://desk.example/services');
    attach(ed3, 'https://desk.example/services');
    attach(ed3, 'https://desk.example/request');
    attach(ed3, 'https://desk.example/secret', 'confidential');
    attach(ed3, 'ftp://desk.example/');
    attach(hd1, 'https://desk.example/hall');
    attach(foreign, 'https://other.example/');
    expect(file(county).suggestions).toEqual(['https://desk.example/request', 'https://desk.example/services']);
    expect(file(county).address).toBeNull();
    setUrl(county, 'EA-001', 'https://desk.example/request');
    expect(file(county).suggestions).toEqual(['https://desk.example/services']);
    const reader = getDeskFile(county.as('viewer'), 'EA-001', { page: null, checkId: null });
    expect(reader).toMatchObject({ suggestions: [], mayRun: false, maySetAddress: false });
  });

  it.each([
    ['deputy', {}],
    ['expert', {}],
    ['viewer', {}],
    ['admin', {}],
    ['liaison', { bodies: ['EA-001'] }],
  ] as const)('is read by a %s %j', async (role, options) => {
    const county = await smallCounty();
    const ctx = county.as(role, options);
    expect(getDeskFile(ctx, 'EA-001', { page: null, checkId: null }).body.code).toBe('EA-001');
    expect(getDeskRunState(ctx, 'EA-001')).toEqual({ isRunning: false });
    expect(getDeskSummary(ctx, loadBody(ctx, county.db, 'EA-001'), TODAY)).toEqual({ url: null, check: null });
  });

  it('does not exist for the liaison of another body, as no body does', async () => {
    const county = await smallCounty();
    const ctx = county.as('liaison', { bodies: ['EA-002'] });
    const read = (code: string) => refusalOf(() => getDeskFile(ctx, code, { page: null, checkId: null })).code;
    expect([read('EA-001'), read('XX-001')]).toEqual(['not_found', 'not_found']);
    expect(refusalOf(() => getDeskRunState(ctx, 'EA-001')).code).toBe('not_found');
    const body = loadBody(ctx, county.db, 'EA-001');
    expect(getDeskSummary(ctx, body, TODAY)).toBeNull();
    expect(getDeskSuggestion(ctx, body, 'ED1')).toBeNull();
  });

  it('stands on the page of the body as it was known on a day, and not where nobody asks for one', async () => {
    const county = await smallCounty();
    setUrl(county, 'EA-001', 'https://old.example/', '2018-11-01');
    keep(county, 'EA-001', { on: '2018-11-02', outcome: 'timed_out' });
    setUrl(county, 'EA-001');
    keep(county, 'EA-001');
    const ctx = county.as('viewer');
    const on = (day: CivilDate) => getDeskSummary(ctx, loadBody(ctx, county.db, 'EA-001'), day);
    expect(on('2018-10-31')).toEqual({ url: null, check: null });
    expect(on('2018-11-02')).toMatchObject({ url: 'https://old.example/', check: { outcome: 'timed_out' } });
    expect(on(TODAY)).toMatchObject({ url: 'https://desk.example/', check: { outcome: 'answered' } });
    expect(getDeskSummary(ctx, loadBody(ctx, county.db, 'EN-001'), TODAY)).toBeNull();
  });
});

describe('what is suggested to a reviewer', () => {
  it('is the newest look at the signs of the milestone, and moves nothing', async () => {
    const county = await smallCounty();
    await county.history(done('EA-001', ['ED1'], '1397/08/01'));
    const figures = () => JSON.stringify(getLedger(county.db).snapshot(TODAY).figures);
    const before = figures();
    setUrl(county, 'EA-001');
    keep(county, 'EA-001', { findings: [finding('ED7', 'کهنه')] });
    keep(county, 'EA-001', { findings: [finding('ED7', null), finding('ED7-FAQ', 'پرسش‌ها'), finding('ED1', 'x')] });
    const ctx = county.as('expert');
    const body = loadBody(ctx, county.db, 'EA-001');
    expect(getDeskSuggestion(ctx, body, 'ED7')?.findings).toMatchObject([
      { code: 'ED7', passage: null },
      { code: 'ED7-FAQ', passage: 'پرسش‌ها' },
    ]);
    expect(getDeskSuggestion(ctx, body, 'HD1')).toBeNull();
    expect(getDeskSuggestion(ctx, body, 'ED10')).toBeNull();
    expect(figures()).toBe(before);
  });

  it('says that nothing was seen where the page was not read', async () => {
    const county = await smallCounty();
    const ctx = county.as('deputy');
    const body = loadBody(ctx, county.db, 'EA-001');
    expect(getDeskSuggestion(ctx, body, 'ED1')).toEqual({ url: null, check: null, findings: [] });
    keep(county, 'EA-001', { outcome: 'certificate_invalid' });
    expect(getDeskSuggestion(ctx, body, 'ED1')).toMatchObject({
      check: { outcome: 'certificate_invalid' },
      findings: [],
    });
  });
});

describe('hosts that are not listed', () => {
  it('are told to the admin with how many bodies they serve', async () => {
    const county = await smallCounty();
    setUrl(county, 'EA-001', 'https://portal.example/a');
    setUrl(county, 'EA-002', 'https://portal.example/b');
    setUrl(county, 'DO-001', 'https://listed.example/');
    changeDeskCheckSettings(county.as('admin'), { isOn: false, hosts: ['listed.example'], ranges: [] });
    expect(surveyDeskHosts(county.as('admin'))).toEqual({
      missing: [{ host: 'portal.example', bodies: 2 }],
      addresses: 3,
    });
    expect(refusalOf(() => surveyDeskHosts(county.as('expert'))).code).toBe('forbidden');
  });
});
