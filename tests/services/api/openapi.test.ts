import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { GET as getBodiesRoute } from '@/app/api/v1/bodies/route';
import { GET as getBodyRoute } from '@/app/api/v1/bodies/[code]/route';
import { GET as getDescription } from '@/app/api/v1/openapi.json/route';
import { GET as getEventsRoute } from '@/app/api/v1/events/route';
import { GET as getProgressRoute } from '@/app/api/v1/progress/route';
import { GET as getReportRoute } from '@/app/api/v1/reports/[number]/route';
import { GET as getReportsRoute } from '@/app/api/v1/reports/route';
import { GET as getSeriesRoute } from '@/app/api/v1/series/route';
import { closeDb } from '@/db/client';
import { SESSION_COOKIE } from '@/lib/auth/session-cookie';
import { OPENAPI_DOCUMENT } from '@/lib/openapi/document';
import { issueEdition } from '../../support/issue-edition';
import { ask } from '../../support/api-requests';
import { line } from '../../support/small-county';
import { apiWorld } from './api-world';

afterEach(() => {
  closeDb();
  vi.unstubAllEnvs();
});

const { paths, components } = OPENAPI_DOCUMENT;
const ROUTES_DIR = path.resolve('app/api/v1');

/** Every value that some key has, however deep. */
function valuesOf(value: unknown, key: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [...(name === key ? [inner] : []), ...valuesOf(inner, key)]);
}

/** A check of a value against one of the document's schemas. */
function checkOf(name: string): z.ZodType {
  const local = JSON.stringify(components.schemas).replaceAll('#/components/schemas/', '#/$defs/');
  const $defs = JSON.parse(local) as Record<string, object>;
  return z.fromJSONSchema({ $ref: `#/$defs/${name}`, $defs } as Parameters<typeof z.fromJSONSchema>[0]);
}

function problemsOf(name: string, value: unknown): string[] {
  const parsed = checkOf(name).safeParse(value);
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

describe('the description', () => {
  test('names every route there is and no other', () => {
    const routes = readdirSync(ROUTES_DIR, { recursive: true, encoding: 'utf8' })
      .filter((file) => path.basename(file) === 'route.ts')
      .map((file) => `/api/v1/${path.dirname(file).split(path.sep).join('/')}`.replace(/\[(\w+)\]/g, '{$1}'));
    expect(Object.keys(paths).sort()).toEqual(routes.sort());
  });

  test('is served as it is', async () => {
    expect(await getDescription().json()).toEqual(JSON.parse(JSON.stringify(OPENAPI_DOCUMENT)));
  });

  test('every reference leads somewhere, and everything it defines is used', () => {
    const used = new Set(valuesOf(OPENAPI_DOCUMENT, '$ref').map(String));
    const defined = (['schemas', 'parameters', 'responses'] as const).flatMap((kind) =>
      Object.keys(components[kind]).map((name) => `#/components/${kind}/${name}`),
    );
    expect([...used].sort()).toEqual(defined.sort());
  });

  test('each operation has a name of its own, describes its path parameters, and says how it fails', () => {
    const operations = Object.entries(paths).map(([address, { get }]) => ({ address, ...get }));
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    for (const { address, parameters, responses, security } of operations) {
      const inPath = [...address.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const described = parameters
        .map(({ $ref }) => components.parameters[$ref.split('/').at(-1) ?? ''])
        .filter((parameter) => parameter?.in === 'path');
      expect(described.map((parameter) => parameter?.name)).toEqual(inPath);
      expect(described.every((parameter) => parameter?.required === true)).toBe(true);
      if (security === undefined) expect(Object.keys(responses)).toEqual(['200', '400', '401', '403', '404', '429']);
    }
  });

  test('says how to sign in: a bearer token or the session cookie, and neither for what is open', () => {
    expect(OPENAPI_DOCUMENT.security).toEqual([{ bearer: [] }, { session: [] }]);
    expect(components.securitySchemes['bearer']).toMatchObject({ type: 'http', scheme: 'bearer' });
    expect(components.securitySchemes['session']).toMatchObject({ in: 'cookie', name: SESSION_COOKIE });
    const open = Object.entries(paths).filter(([, { get }]) => get.security?.length === 0);
    expect(open.map(([address]) => address)).toEqual(['/api/v1/openapi.json', '/api/v1/health']);
  });
});

describe('what the routes answer is what the description says', () => {
  test.each([
    ['Progress', 'groupBy=total'],
    ['Progress', 'groupBy=track'],
    ['Progress', 'groupBy=body&deadline=1397-09-30'],
    ['Progress', 'groupBy=category&asOf=1397-05-06'],
    ['Progress', 'track=HD&category=village_administration'],
  ])('%s of ?%s', async (schema, query) => {
    const { token } = await apiWorld();
    const { body } = await ask(getProgressRoute, `/api/v1/progress?${query}`, token);
    expect(problemsOf(schema, body)).toEqual([]);
  });

  test('series, bodies, one body, events, reports and one report', async () => {
    const { county, token } = await apiWorld();
    const nt = ['NT1', 'NT2', 'NT3', 'NT4', 'NT5', 'NT6', 'NT7'];
    await county.history(nt.map((code) => line('VA-002', code, 'exempt', '1397/09/11', 'خالی از سکنه')));
    issueEdition(county.as('deputy'));
    const series = await ask(getSeriesRoute, '/api/v1/series?step=week', token);
    expect(problemsOf('Series', series.body)).toEqual([]);
    expect(problemsOf('Bodies', (await ask(getBodiesRoute, '/api/v1/bodies', token)).body)).toEqual([]);
    for (const code of ['EA-001', 'VA-002']) {
      const { body } = await ask(getBodyRoute, `/api/v1/bodies/${code}`, token, { code });
      expect(problemsOf('Body', body)).toEqual([]);
    }
    expect(problemsOf('Events', (await ask(getEventsRoute, '/api/v1/events', token)).body)).toEqual([]);
    expect(problemsOf('Reports', (await ask(getReportsRoute, '/api/v1/reports', token)).body)).toEqual([]);
    const report = await ask(getReportRoute, '/api/v1/reports/1', token, { number: '1' });
    expect(problemsOf('Report', report.body)).toEqual([]);
  });

  test('a failure', async () => {
    await apiWorld();
    const { body } = await ask(getProgressRoute, '/api/v1/progress', {});
    expect(problemsOf('Error', body)).toEqual([]);
  });

  test('and the check does find what is wrong', async () => {
    const { token } = await apiWorld();
    const { body } = await ask<Record<string, unknown>>(getProgressRoute, '/api/v1/progress', token);
    expect(problemsOf('Progress', { ...body, extra: 1 })).not.toEqual([]);
    expect(problemsOf('Progress', { ...body, asOf: '1397/09/17' })).not.toEqual([]);
  });
});
