import { afterEach, expect, test, vi } from 'vitest';
import { closeDb } from '@/db/client';
import { GET as getReportRoute } from '@/app/api/v1/reports/[number]/route';
import { GET as getReportsRoute } from '@/app/api/v1/reports/route';
import type { getReportDocument, getReportsDocument } from '@/lib/services/report-documents';
import { issueEdition } from '../../support/issue-edition';
import { ask } from '../../support/api-requests';
import { apiWorld, type ErrorBody } from './api-world';

afterEach(() => {
  closeDb();
  vi.unstubAllEnvs();
});

type Report = ReturnType<typeof getReportDocument> & {
  readonly report: {
    readonly format: number;
    readonly header: { readonly asOf: unknown; readonly issuedOn: unknown; readonly number: number };
    readonly late: { readonly rows: readonly { readonly bodyCode: string }[] };
  };
};

const report = <T = Report>(number: string, headers: Readonly<Record<string, string>>) =>
  ask<T, { number: string }>(getReportRoute, `/api/v1/reports/${number}`, headers, { number });

test('the list holds every edition, newest first', async () => {
  const { county, token } = await apiWorld();
  issueEdition(county.as('deputy'), { week: '2018-11-28' });
  const { verificationCode, sha256 } = issueEdition(county.as('deputy'));
  const { body } = await ask<ReturnType<typeof getReportsDocument>>(getReportsRoute, '/api/v1/reports', token);
  expect(body.reports.map(({ number }) => number)).toEqual([2, 1]);
  expect(body.reports[0]).toMatchObject({
    programme: '1397-service-desk',
    weekStart: { jalali: '1397/09/10', iso: '2018-12-01' },
    weekEnd: { jalali: '1397/09/16', iso: '2018-12-07' },
    issuedOn: { jalali: '1397/09/17', iso: '2018-12-08' },
    verificationCode,
    sha256,
  });
  const csv = await ask<string>(getReportsRoute, '/api/v1/reports?format=csv', token);
  expect(csv.body.trimEnd().split('\r\n')).toHaveLength(3);
  expect((await ask(getReportsRoute, '/api/v1/reports?programme=none', token)).status).toBe(404);
});

test('one edition is the frozen report, with its days in both calendars', async () => {
  const { county, token } = await apiWorld();
  issueEdition(county.as('deputy'));
  const { status, body } = await report('1', token);
  expect(status).toBe(200);
  expect(body).toMatchObject({ number: 1, isSummary: false, report: { format: 4 } });
  expect(body.report.header).toMatchObject({
    number: 1,
    asOf: { jalali: '1397/09/16', iso: '2018-12-07' },
    issuedOn: { jalali: '1397/09/17', iso: '2018-12-08' },
  });
  expect(body.report.late.rows.map(({ bodyCode }) => bodyCode)).toContain('EA-002');
});

test('what happens later does not change it', async () => {
  const { county, token } = await apiWorld();
  issueEdition(county.as('deputy'));
  const before = await report('1', token);
  await county.history(['EA-002,HD1,claim,1397/09/17,1397/09/17,,,,']);
  expect((await report('1', token)).body).toEqual(before.body);
});

test('a liaison gets the summary with the own rows', async () => {
  const world = await apiWorld();
  issueEdition(world.county.as('deputy'));
  const { body } = await report('1', await world.signIn('liaison', ['EA-002']));
  expect(body.isSummary).toBe(true);
  expect(body.report.late.rows.map(({ bodyCode }) => bodyCode)).toEqual(['EA-002']);
});

test.each(['2', '0', '-1', '1.0', 'one', '1e0', '999999999999'])('there is no edition %s', async (number) => {
  const { county, token } = await apiWorld();
  issueEdition(county.as('deputy'));
  const { status, body } = await report<ErrorBody>(number, token);
  expect([status, body.error.code]).toEqual([404, 'not_found']);
});
