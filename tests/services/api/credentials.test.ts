import { afterEach, describe, expect, test, vi } from 'vitest';
import { closeDb } from '@/db/client';
import { GET as getBodiesRoute } from '@/app/api/v1/bodies/route';
import { GET as getBodyRoute } from '@/app/api/v1/bodies/[code]/route';
import { GET as getDescription } from '@/app/api/v1/openapi.json/route';
import { GET as getEventsRoute } from '@/app/api/v1/events/route';
import { GET as getProgressRoute } from '@/app/api/v1/progress/route';
import { GET as getReportRoute } from '@/app/api/v1/reports/[number]/route';
import { GET as getReportsRoute } from '@/app/api/v1/reports/route';
import { GET as getSeriesRoute } from '@/app/api/v1/series/route';
import { createClock } from '@/lib/clock';
import { ROLES, type Role } from '@/lib/domain/vocabulary';
import { requireTokenActor, WRONG_TOKENS_PER_MINUTE } from '@/lib/services/token-attempts';
import { createToken, revokeToken } from '@/lib/services/tokens';
import { issueEdition } from '../../support/issue-edition';
import { ask, type ApiHandler } from '../../support/api-requests';
import { createTestDatabase, testContext } from '../../support/database';
import { refusalOf } from '../../support/milestone-world';
import { apiWorld, bearer, type ErrorBody } from './api-world';

afterEach(() => {
  closeDb();
  vi.unstubAllEnvs();
});

const withParams =
  <P>(handler: ApiHandler<P>, params: P): ApiHandler<Record<string, never>> =>
  (request) =>
    handler(request, { params: Promise.resolve(params) });

/** Every route behind credentials, with what a liaison of EA-001 gets. */
const ROUTES: readonly (readonly [string, ApiHandler<Record<string, never>>, number])[] = [
  ['/api/v1/progress', getProgressRoute, 403],
  ['/api/v1/series', getSeriesRoute, 403],
  ['/api/v1/events', getEventsRoute, 403],
  ['/api/v1/bodies', getBodiesRoute, 200],
  ['/api/v1/bodies/EA-001', withParams(getBodyRoute, { code: 'EA-001' }), 200],
  ['/api/v1/bodies/EA-002', withParams(getBodyRoute, { code: 'EA-002' }), 404],
  ['/api/v1/reports', getReportsRoute, 200],
  ['/api/v1/reports/1', withParams(getReportRoute, { number: '1' }), 200],
];

describe('who gets an answer', () => {
  test.each(ROUTES)('%s: nobody without credentials', async (address, handler) => {
    await apiWorld();
    const { status, body } = await ask<ErrorBody>(handler, address, {});
    expect([status, body.error.code]).toEqual([401, 'signed_out']);
    expect(body.error.message).toContain('Authorization: Bearer');
  });

  test.each(ROUTES)('%s: nobody with a wrong token, cookie or scheme', async (address, handler) => {
    const { token } = await apiWorld();
    for (const headers of [
      bearer('mzb_wrong'),
      bearer(`${token['authorization']?.slice(7)}x`),
      { authorization: 'Bearer' },
      { authorization: 'Basic dXNlcjpwYXNz' },
      { authorization: '' },
      { cookie: 'mizban.session_token=forged.signature' },
    ]) {
      const { status, body } = await ask<ErrorBody>(handler, address, headers);
      expect([status, body.error.code]).toEqual([401, 'signed_out']);
    }
  });

  test('a wrong token is not made good by a session', async () => {
    const world = await apiWorld();
    const cookie = await world.signIn('deputy');
    const { status } = await ask(getProgressRoute, '/api/v1/progress', { ...cookie, ...bearer('mzb_wrong') });
    expect(status).toBe(401);
  });

  test.each(ROUTES)('%s: a token, written in any case of the scheme', async (address, handler) => {
    const { county, token } = await apiWorld();
    issueEdition(county.as('deputy'));
    expect((await ask(handler, address, token)).status).toBe(200);
    const authorization = (token['authorization'] ?? '').replace('Bearer', 'bearer');
    expect((await ask(handler, address, { authorization })).status).toBe(200);
  });

  test('a revoked token gets nothing any more', async () => {
    const { county } = await apiWorld();
    const { id, token } = createToken(county.office(), { name: 'x' });
    expect((await ask(getProgressRoute, '/api/v1/progress', bearer(token))).status).toBe(200);
    revokeToken(county.office(), id);
    expect((await ask(getProgressRoute, '/api/v1/progress', bearer(token))).status).toBe(401);
  });

  test.each(ROLES)('the session of a %s', async (role: Role) => {
    const world = await apiWorld();
    issueEdition(world.county.as('deputy'));
    const cookie = await world.signIn(role, role === 'liaison' ? ['EA-001'] : []);
    for (const [address, handler, forLiaison] of ROUTES) {
      const { status } = await ask(handler, address, cookie);
      expect([address, status]).toEqual([address, role === 'liaison' ? forLiaison : 200]);
    }
  });

  test('the description holds no data and is open to everybody', async () => {
    const response = getDescription();
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ openapi: '3.1.0' });
  });
});

describe('wrong tokens in a row', () => {
  const from = (address: string, headers: Readonly<Record<string, string>>) =>
    ask<ErrorBody>(getProgressRoute, '/api/v1/progress', { ...headers, 'x-forwarded-for': address });

  test('the thirty-first within a minute from one address has to wait, and is told how long', async () => {
    await apiWorld();
    for (let attempt = 0; attempt < 30; attempt += 1) {
      expect((await from('192.0.2.1', bearer(`mzb_${attempt}`))).status).toBe(401);
    }
    const { status, headers, body } = await from('192.0.2.1', bearer('mzb_30'));
    expect([status, body.error.code]).toEqual([429, 'too_many_attempts']);
    const seconds = Number(headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(body.error.message).toContain('ثانیهٔ دیگر');
    expect((await from('192.0.2.2', bearer('mzb_30'))).status).toBe(401);
  });

  test('a right token from the same address is still let in', async () => {
    const { token } = await apiWorld();
    for (let attempt = 0; attempt < 32; attempt += 1) await from('192.0.2.1', bearer(`mzb_${attempt}`));
    expect((await from('192.0.2.1', token)).status).toBe(200);
  });

  test('the minute ends, also when the clock was put back', () => {
    const { db } = createTestDatabase();
    let now = Date.parse('2018-12-08T08:00:00Z');
    const ctx = { ...testContext({ role: 'viewer', db }), clock: createClock(null, () => new Date(now)) };
    const attempt = () => refusalOf(() => requireTokenActor(ctx, 'mzb_wrong'));
    for (let count = 0; count < WRONG_TOKENS_PER_MINUTE; count += 1) expect(attempt().code).toBe('signed_out');
    now += 20_000;
    expect(attempt()).toMatchObject({ code: 'too_many_attempts', details: { retryAfterSeconds: 40 } });
    now += 40_000;
    expect(attempt().code).toBe('signed_out');
    for (let count = 0; count < WRONG_TOKENS_PER_MINUTE; count += 1) attempt();
    expect(attempt().code).toBe('too_many_attempts');
    now -= 3_600_000;
    expect(attempt().code).toBe('signed_out');
  });
});
