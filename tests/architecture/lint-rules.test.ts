import { expect, test } from 'vitest';
import { lint } from '../support/lint';

const DOMAIN = 'lib/domain/status.ts';
const SERVICE = 'lib/services/reviews.ts';
const COMPONENT = 'components/ui/button.tsx';

test.each([
  ['the clock is read in one place', SERVICE, 'export const at = new Date();', 'no-restricted-syntax'],
  ['the clock is read in one place', SERVICE, 'export const at = Date.now();', 'no-restricted-syntax'],
  ['the clock is read in one place', 'app/page.tsx', 'export const at = Date();', 'no-restricted-syntax'],
  ['a civil day is not a Date', DOMAIN, "export const day = new Date('2018-12-08');", 'no-restricted-syntax'],
  ['the domain knows no chance', DOMAIN, 'export const chance = Math.random();', 'no-restricted-properties'],
  ['the domain knows no environment', DOMAIN, 'export const zone = process.env;', 'no-restricted-globals'],
  [
    'a transaction is synchronous',
    SERVICE,
    'export const run = (db: { transaction(f: () => unknown): void }) => db.transaction(async () => 1);',
    'mizban/sync-transactions',
  ],
  [
    'a transaction is synchronous',
    SERVICE,
    'export const run = (db: { transaction(f: () => unknown): void }) => db.transaction(async function () {});',
    'mizban/sync-transactions',
  ],
  [
    'types are not given up',
    SERVICE,
    'export const value = (input: any) => input;',
    '@typescript-eslint/no-explicit-any',
  ],
  ['types are not given up', SERVICE, '// @ts-ignore\nexport const value = 1;', '@typescript-eslint/ban-ts-comment'],
  [
    'types are not given up',
    SERVICE,
    '// @ts-expect-error wrong\nexport const value = 1;',
    '@typescript-eslint/ban-ts-comment',
  ],
  [
    'hooks are called in one order',
    COMPONENT,
    "import { useState } from 'react';\nexport function Button({ on }: { on: boolean }) {\n  if (on) useState(1);\n  return null;\n}",
    'react-hooks/rules-of-hooks',
  ],
  ['nothing is printed from the product', SERVICE, "console.log('here');", 'no-console'],
])('%s: %s refuses %s', async (_policy, file, code, rule) => {
  expect(await lint(file, code)).toContain(rule);
});

test('a comment cannot switch a rule off', async () => {
  const code =
    '// eslint-disable-next-line @typescript-eslint/no-explicit-any\nexport const value = (input: any) => input;';
  expect(await lint(SERVICE, code)).toContain('@typescript-eslint/no-explicit-any');
});

test.each([
  ...['ml-2', 'mr-auto', '-ml-1', 'pl-4', 'pr-[3px]', 'left-0', 'right-1/2', 'left-auto', 'text-left', 'text-right'],
  ...[
    'border-l',
    'border-r-2',
    'rounded-l',
    'rounded-tr-md',
    'float-left',
    'md:ml-2',
    'hover:focus:pr-2',
    'print:!mr-0',
  ],
])('a screen that runs right to left refuses the class %s', async (name) => {
  const code = `export const Button = () => <b className="flex ${name} gap-2">x</b>;`;
  expect(await lint(COMPONENT, code)).toContain('mizban/logical-classes');
});

test.each([
  'ms-2',
  'me-auto',
  'ps-4',
  'inset-s-0',
  'text-start',
  'border-s',
  'rounded-s',
  'rtl:rotate-180',
  'right-to-left',
])('a screen that runs right to left takes the class %s', async (name) => {
  expect(await lint(COMPONENT, `export const Button = () => <b className="flex ${name}">x</b>;`)).toEqual([]);
});

test('a physical class in a template or a condition is found too', async () => {
  const template = 'export const Button = ({ n }: { n: number }) => <b className={`w-${n} ml-2`}>x</b>;';
  const condition = "export const Button = ({ on }: { on: boolean }) => <b className={on ? 'pl-2' : ''}>x</b>;";
  expect(await lint(COMPONENT, template)).toContain('mizban/logical-classes');
  expect(await lint(COMPONENT, condition)).toContain('mizban/logical-classes');
});

test('a page, a service and a rule as they should be pass', async () => {
  const page = `import { getDashboard } from '@/lib/services/dashboard';
import { Figures } from '@/components/dashboard/figures';

export default async function DashboardPage() {
  return <Figures value={await getDashboard()} />;
}`;
  const service = `import { type ServiceContext } from './service-context';

export function recordCheckIn(ctx: ServiceContext): void {
  ctx.db.transaction(() => ctx.clock.now(), { behavior: 'immediate' });
}`;
  const rule = `import { type CivilDate, daysBetween } from '@/lib/calendar/civil-date';

export function calculateDaysLate(dueOn: CivilDate, asOf: CivilDate): number {
  return Math.max(0, daysBetween(dueOn, asOf));
}`;
  expect(await lint('app/(desk)/dashboard/page.tsx', page)).toEqual([]);
  expect(await lint(SERVICE, service)).toEqual([]);
  expect(await lint(DOMAIN, rule)).toEqual([]);
});

test('the clock itself may read the clock', async () => {
  expect(await lint('lib/clock.ts', 'export const now = () => new Date();')).toEqual([]);
});
