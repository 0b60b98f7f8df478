import { describe, expect, it } from 'vitest';
import { deskAddressVersions, deskChecks } from '@/db/schema/desk-checks';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { createClock } from '@/lib/clock';
import { setDeskAddress } from '@/lib/services/desk-checks/desk-addresses';
import { beginDeskCheck, isDeskCheckRunning, runDueDeskChecks } from '@/lib/services/desk-checks/run';
import { changeDeskCheckSettings, getDeskCheckSettings } from '@/lib/services/desk-checks/settings';
import { auditTrail, refusalOf } from '../../support/milestone-world';
import { page, startDesk, type LocalDesk } from '../../support/local-desk';
import { CENTRAL, SHIBKUH, smallCounty, type County } from '../../support/small-county';

const DESK_PAGE = '<title>اداره</title><nav><a href="/services">شناسنامهٔ خدمات</a></nav><p>ثبت درخواست</p>';
const SERVICES_PAGE = '<table><tr><td>شناسه خدمت: ۱۰۰</td></tr></table>';

interface World {
  readonly county: County;
  readonly desk: LocalDesk;
}

async function deskWorld(isOn = true): Promise<World> {
  const county = await smallCounty();
  const desk = await startDesk((request, response) =>
    page(request.url === '/services' ? SERVICES_PAGE : DESK_PAGE)(request, response),
  );
  turn(county, desk, isOn);
  setDeskAddress(county.as('expert'), { bodyCode: 'EA-001', url: desk.url });
  return { county, desk };
}

const turn = (county: County, desk: LocalDesk, isOn: boolean) =>
  changeDeskCheckSettings(county.as('admin'), { isOn, hosts: [`127.0.0.1:${desk.port}`], ranges: ['127.0.0.0/8'] });
const kept = (county: County) => county.db.select().from(deskChecks).all();
const deskTrail = (county: County) => auditTrail(county.db).filter((row) => row.startsWith('desk_check'));

describe('a check on demand', () => {
  it('keeps what was found, with an audit row in the same breath', async () => {
    const { county, desk } = await deskWorld();
    const id = await beginDeskCheck(county.as('expert'), 'EA-001').finished;
    const [row] = kept(county);
    expect(row).toMatchObject({ id, outcome: 'answered', status: 200, trigger: 'on_demand', isHttps: false });
    expect(row).toMatchObject({ recordedByName: 'expert', recordedOn: '2018-12-08', url: `${desk.url}/` });
    expect(row?.pages.map(({ url, outcome }) => [url, outcome])).toEqual([
      [`${desk.url}/`, 'answered'],
      [`${desk.url}/services`, 'answered'],
    ]);
    const found = row?.findings.filter(({ passage }) => passage !== null).map(({ code }) => code);
    expect(found).toEqual(['ED1', 'ED2', 'ED3']);
    expect(row?.findings).toHaveLength(9);
    expect(row?.findings[0]).toMatchObject({ passage: 'شناسه خدمت: ۱۰۰', url: `${desk.url}/services` });
    expect(deskTrail(county).at(-1)).toBe('desk_check.run EA-001 expert');
  });

  it('keeps a failure as well, and then nothing was looked for', async () => {
    const { county, desk } = await deskWorld();
    changeDeskCheckSettings(county.as('admin'), { isOn: true, hosts: [], ranges: [] });
    await beginDeskCheck(county.as('deputy'), 'EA-001').finished;
    expect(kept(county)).toMatchObject([{ outcome: 'host_not_listed', status: null, findings: [] }]);
    expect(desk.connections()).toBe(0);
  });

  it('runs once at a time for a body', async () => {
    const { county, desk } = await deskWorld();
    const ctx = county.as('expert');
    const { finished } = beginDeskCheck(ctx, 'EA-001');
    expect(isDeskCheckRunning(ctx, county.bodyId('EA-001'))).toBe(true);
    expect(refusalOf(() => beginDeskCheck(county.as('deputy'), 'EA-001')).details['reason']).toBe('desk_check_running');
    await finished;
    expect(isDeskCheckRunning(ctx, county.bodyId('EA-001'))).toBe(false);
    expect(kept(county)).toHaveLength(1);
    expect(desk.requests).toHaveLength(2);
  });

  it('asks nothing while the checks are off, and without an address', async () => {
    const { county, desk } = await deskWorld(false);
    expect(refusalOf(() => beginDeskCheck(county.as('expert'), 'EA-001'))).toMatchObject({
      code: 'conflict',
      details: { reason: 'desk_checks_off' },
    });
    turn(county, desk, true);
    expect(refusalOf(() => beginDeskCheck(county.as('expert'), 'EA-002')).details['reason']).toBe(
      'desk_without_address',
    );
    expect(desk.connections()).toBe(0);
    expect(kept(county)).toEqual([]);
  });

  it('turned off in the middle it asks nothing more and keeps nothing', async () => {
    const county = await smallCounty();
    const desk = await startDesk((request, response) => {
      turn(county, desk, false);
      page(DESK_PAGE)(request, response);
    });
    turn(county, desk, true);
    setDeskAddress(county.as('expert'), { bodyCode: 'EA-001', url: desk.url });
    expect(await beginDeskCheck(county.as('expert'), 'EA-001').finished).toBeNull();
    expect(desk.requests).toHaveLength(1);
    expect(kept(county)).toEqual([]);
  });

  it('reads no more than five pages of a desk that leads on and on', async () => {
    const county = await smallCounty();
    const links = Array.from({ length: 50 }, (_, index) => `<a href="/${index}">نظرسنجی ${index}</a>`).join('');
    const desk = await startDesk(page(links));
    turn(county, desk, true);
    setDeskAddress(county.as('expert'), { bodyCode: 'EA-001', url: desk.url });
    await beginDeskCheck(county.as('expert'), 'EA-001').finished;
    expect(desk.requests).toHaveLength(5);
    expect(desk.mostAtOnce()).toBe(1);
  });

  it('follows no link to a host that is not listed', async () => {
    const county = await smallCounty();
    const canary = await startDesk(page('secret'));
    const desk = await startDesk((request, response) =>
      page(`<a href="${canary.url}/">نظرسنجی</a><a href="//127.0.0.1:${canary.port}/x">ثبت شکایت</a>`)(
        request,
        response,
      ),
    );
    turn(county, desk, true);
    setDeskAddress(county.as('expert'), { bodyCode: 'EA-001', url: desk.url });
    await beginDeskCheck(county.as('expert'), 'EA-001').finished;
    expect(desk.requests).toHaveLength(1);
    expect(canary.connections()).toBe(0);
  });
});

describe('the weekly look', () => {
  const on = (county: County, day: CivilDate) => ({
    ...county.office(),
    clock: createClock(null, () => new Date(`${day}T08:00:00Z`)),
  });

  it('asks each address once in seven days, whoever asked last time', async () => {
    const { county, desk } = await deskWorld();
    await beginDeskCheck(county.as('expert'), 'EA-001').finished;
    setDeskAddress(county.as('expert'), { bodyCode: 'EA-002', url: `${desk.url}/other` });
    expect(await runDueDeskChecks(on(county, '2018-12-09'))).toBe(1);
    expect(await runDueDeskChecks(on(county, '2018-12-14'))).toBe(0);
    expect(await runDueDeskChecks(on(county, '2018-12-15'))).toBe(1);
    expect(await runDueDeskChecks(on(county, '2018-12-16'))).toBe(1);
    expect(kept(county).map(({ bodyId, trigger, recordedOn }) => [bodyId, trigger, recordedOn])).toEqual([
      [county.bodyId('EA-001'), 'on_demand', '2018-12-08'],
      [county.bodyId('EA-002'), 'weekly', '2018-12-09'],
      [county.bodyId('EA-001'), 'weekly', '2018-12-15'],
      [county.bodyId('EA-002'), 'weekly', '2018-12-16'],
    ]);
    expect(desk.mostAtOnce()).toBe(1);
  });

  it('looks at once at an address that changed, and not at one that was taken away', async () => {
    const { county, desk } = await deskWorld();
    await beginDeskCheck(county.as('expert'), 'EA-001').finished;
    setDeskAddress(county.as('expert'), { bodyCode: 'EA-001', url: `${desk.url}/new` });
    expect(await runDueDeskChecks(on(county, '2018-12-09'))).toBe(1);
    setDeskAddress(county.office('2018-12-10'), { bodyCode: 'EA-001', url: '' });
    expect(await runDueDeskChecks(on(county, '2018-12-30'))).toBe(0);
  });

  it('does nothing while off, and nothing on a simulated day', async () => {
    const { county, desk } = await deskWorld(false);
    expect(await runDueDeskChecks(on(county, '2018-12-09'))).toBe(0);
    turn(county, desk, true);
    expect(await runDueDeskChecks(county.office())).toBe(0);
    expect(desk.connections()).toBe(0);
  });
});

describe('the address of a desk', () => {
  it('is kept in versions, in its one spelling; the same again writes nothing', async () => {
    const county = await smallCounty();
    const set = (url: string) => setDeskAddress(county.as('expert'), { bodyCode: 'EA-001', url });
    expect([set('Desk.Example.IR'), set('https://desk.example.ir/#top'), set('')]).toEqual([true, false, true]);
    expect(county.db.select().from(deskAddressVersions).all()).toMatchObject([
      { url: 'https://desk.example.ir/', recordedBy: 'user-expert' },
      { url: null },
    ]);
    expect(deskTrail(county)).toEqual(Array(2).fill('desk_check.set_address EA-001 expert'));
  });

  it.each([
    ['ftp://desk.example', 'desk_not_http'],
    ['javascript:alert(1)', 'desk_not_http'],
    ['https://a:b@desk.example', 'desk_has_user'],
    ['https://', 'desk_not_an_address'],
  ])('%s is refused at its field', async (url, reason) => {
    const county = await smallCounty();
    const refusal = refusalOf(() => setDeskAddress(county.as('expert'), { bodyCode: 'EA-001', url }));
    expect(refusal.details).toMatchObject({ field: 'url', reason });
  });
});

describe('the settings', () => {
  it('are off until the admin turns them on, one spelling a line', async () => {
    const county = await smallCounty();
    expect(getDeskCheckSettings(county)).toEqual({ isOn: false, hosts: [], ranges: [] });
    const change = () =>
      changeDeskCheckSettings(county.as('admin'), {
        isOn: true,
        hosts: ['Desk.Example.', 'desk.example', 'desk.example:8080', 'میز.ایران'],
        ranges: ['10.1.2.3', '10.0.0.0/16'],
      });
    expect([change(), change()]).toEqual([true, false]);
    expect(getDeskCheckSettings(county)).toEqual({
      isOn: true,
      hosts: ['desk.example', 'desk.example:8080', 'xn--xgb1b11a.xn--mgba3a4f16a'],
      ranges: ['10.1.2.3/32', '10.0.0.0/16'],
    });
    expect(deskTrail(county)).toEqual(['desk_check.change deskChecks admin']);
  });

  it.each([
    ['hosts', 'https://desk.example', 'not_in_hosts'],
    ['hosts', '*.example', 'not_in_hosts'],
    ['hosts', 'desk.example/x', 'not_in_hosts'],
    ['ranges', '0.0.0.0/0', 'not_in_ranges'],
    ['ranges', '169.254.0.0/16', 'not_in_ranges'],
    ['ranges', 'desk.example', 'not_in_ranges'],
  ])('%s refuse %s', async (field, line, reason) => {
    const county = await smallCounty();
    const input = { isOn: true, hosts: [], ranges: [], [field]: [line] };
    expect(refusalOf(() => changeDeskCheckSettings(county.as('admin'), input)).details).toMatchObject({
      field,
      reason,
      line,
    });
  });
});

describe('who may', () => {
  const runIn = async (...[role, options]: Parameters<County['as']>) => {
    const { county, desk } = await deskWorld();
    return { county, desk, run: () => beginDeskCheck(county.as(role, options), 'EA-001') };
  };

  it.each([
    ['deputy', {}],
    ['expert', {}],
    ['expert', { actor: { districtCode: CENTRAL } }],
    ['viewer', { actor: { isDelegate: true } }],
  ] as const)('%s %j has a desk looked at and sets its address', async (role, options) => {
    const { county, run } = await runIn(role, options);
    expect(await run().finished).not.toBeNull();
    expect(setDeskAddress(county.as(role, options), { bodyCode: 'EA-001', url: 'https://new.example' })).toBe(true);
  });

  it.each([
    ['expert', { actor: { districtCode: SHIBKUH } }, 'forbidden'],
    ['viewer', {}, 'forbidden'],
    ['liaison', { bodies: ['EA-001'] }, 'forbidden'],
    ['liaison', { bodies: ['VA-001'] }, 'not_found'],
  ] as const)('%s %j does neither: %s', async (role, options, code) => {
    const { county, desk, run } = await runIn(role, options);
    expect(refusalOf(run).code).toBe(code);
    const set = () => setDeskAddress(county.as(role, options), { bodyCode: 'EA-001', url: 'https://new.example' });
    expect(refusalOf(set).code).toBe(code);
    expect(desk.connections()).toBe(0);
    expect(county.db.select().from(deskAddressVersions).all()).toHaveLength(1);
  });

  it('an admin keeps the address and has no desk looked at', async () => {
    const { county, desk, run } = await runIn('admin');
    expect(refusalOf(run).code).toBe('forbidden');
    expect(setDeskAddress(county.as('admin'), { bodyCode: 'EA-001', url: 'https://new.example' })).toBe(true);
    expect(desk.connections()).toBe(0);
  });

  it.each(['deputy', 'expert', 'viewer', 'liaison'] as const)('a %s changes no settings', async (role) => {
    const county = await smallCounty();
    const change = () => changeDeskCheckSettings(county.as(role), { isOn: true, hosts: [], ranges: [] });
    expect(refusalOf(change).code).toBe('forbidden');
    expect(getDeskCheckSettings(county).isOn).toBe(false);
  });
});
