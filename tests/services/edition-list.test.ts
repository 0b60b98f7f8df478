import { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { registrations } from '@/db/schema/index';
import { searchEditions } from '@/lib/services/edition-list';
import { getEdition } from '@/lib/services/editions';
import { exportEditionList } from '@/lib/services/exports/edition-list';
import { writeCsv, writeXlsx } from '@/lib/services/exports/write-table';
import { parseEditionList } from '@/lib/validation/edition-list';
import { issueEdition } from '../support/issue-edition';
import { createMilestoneWorld, type MilestoneWorld } from '../support/milestone-world';

/** Weeks of 11-24, 12-01 and again 12-01 as a correction, by two people. */
function issued(): MilestoneWorld {
  const world = createMilestoneWorld();
  issueEdition(world.as('deputy', { name: 'زهرا معینی' }), { week: '2018-11-24' });
  issueEdition(world.as('expert', { name: 'احمد بحری' }), { week: '2018-12-01' });
  issueEdition(world.as('deputy', { name: 'زهرا معینی' }), { week: '2018-12-01', supersede: true });
  return world;
}

const register = ({ db }: MilestoneWorld, paperId: number, registryNumber: string) =>
  db
    .insert(registrations)
    .values({
      ...{ paper: 'edition', paperId, registryNumber, registeredOn: '2018-12-08', recordedOn: '2018-12-08' },
      ...{ recordedAt: '2018-12-08T08:00:00.000Z', recordedBy: null, recordedByName: 'دبیرخانه' },
    })
    .run();

function found(world: MilestoneWorld, query: Record<string, string>): number[] {
  return searchEditions(world.as('viewer'), parseEditionList(query)).rows.map(({ number }) => number);
}

test('newest first, and each correction beside what it corrects', () => {
  const world = issued();
  const { rows, total, years, isOneOfSeveral } = searchEditions(world.as('viewer'), parseEditionList({}));
  expect(rows.map(({ number, corrects, replacedBy }) => [number, corrects, replacedBy])).toEqual([
    [3, 2, null],
    [2, null, 3],
    [1, null, null],
  ]);
  expect([total, years, isOneOfSeveral]).toEqual([3, [1397], false]);
});

test('finds by number, day of the week, part of a date, code and issuer, in any spelling', () => {
  const world = issued();
  expect(found(world, { q: '۲' })).toEqual([2]);
  expect(found(world, { q: '۱۳۹۷/۹/۵' })).toEqual([1]);
  expect(found(world, { q: '1397/09' })).toEqual([3, 2, 1]);
  expect(found(world, { q: 'احمد بحري' })).toEqual([2]);
  const { verificationCode } = getEdition(world.as('viewer'), 1);
  expect(found(world, { q: verificationCode.replace('-', '').toLowerCase() })).toEqual([1]);
  expect(found(world, { q: 'هیچ' })).toEqual([]);
  expect(found(world, { year: '۱۳۹۶' })).toEqual([]);
});

test('those that the secretariat has not numbered yet; of several numbers the newest counts', () => {
  const world = issued();
  register(world, 1, '100');
  register(world, 1, '3120');
  expect(found(world, { registry: 'none' })).toEqual([3, 2]);
  expect(found(world, { q: '3120' })).toEqual([1]);
});

test('sorts by number, week and issuer', () => {
  const world = issued();
  expect(found(world, { sort: 'number', order: 'asc' })).toEqual([1, 2, 3]);
  expect(found(world, { sort: 'week', order: 'asc' })).toEqual([1, 2, 3]);
  expect(found(world, { sort: 'issuer' })).toEqual([2, 1, 3]);
  expect(() => parseEditionList({ sort: 'colour' })).toThrow('invalid_input');
});

test('the files hold the rows and the order of the list', async () => {
  const world = issued();
  const table = exportEditionList(world.as('liaison'), parseEditionList({ sort: 'number', order: 'asc' }));
  expect(table.rows.map(([number]) => number)).toEqual([1, 2, 3]);
  const sheet = await readSheet(Buffer.from(await writeXlsx(table)));
  expect(sheet.slice(1).map(([number]) => number)).toEqual([1, 2, 3]);
  expect(writeCsv(table).trimEnd().split('\r\n')).toHaveLength(4);
});

test.each(['deputy', 'expert', 'viewer', 'admin', 'liaison'] as const)('%s may read the list', (role) => {
  expect(searchEditions(issued().as(role), parseEditionList({})).total).toBe(3);
});
