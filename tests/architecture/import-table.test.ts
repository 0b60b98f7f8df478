import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { IMPORT_TABLE } from '../../eslint/import-table.mjs';
import { lint } from '../support/lint';

const IMPORT_RULE = 'mizban/import-table';

test.each([
  ['app/(desk)/dashboard/page.tsx', "import { getDb } from '@/db/client';"],
  ['app/(desk)/dashboard/page.tsx', "import { getDb } from '../../../db/client';"],
  ['app/(desk)/dashboard/page.tsx', "import { hash } from '@/lib/auth/passwords';"],
  ['app/api/v1/progress/route.ts', "export * from '@/db/queries/events';"],
  ['components/ui/button.tsx', "import { getDb } from '@/db/client';"],
  ['components/ui/button.tsx', "import { listBodies } from '@/lib/services/bodies';"],
  ['components/ui/button.tsx', "const page = await import('@/app/page');"],
  ['lib/domain/status.ts', "import type { Row } from '@/db/schema/events';"],
  ['lib/domain/status.ts', "import { getClock } from '@/lib/clock';"],
  ['lib/domain/status.ts', "import { useState } from 'react';"],
  ['lib/domain/status.ts', "import { readFileSync } from 'node:fs';"],
  ['lib/domain/status.ts', "type Row = import('@/db/schema/events').Row;"],
  ['lib/calendar/weeks.ts', "import { TRACKS } from '@/lib/domain/vocabulary';"],
  ['lib/text/digits.ts', "import { addDays } from '../calendar/civil-date';"],
  ['lib/format/dates.ts', "import { newDate } from 'date-fns-jalali';"],
  ['db/queries/events.ts', "import { authorise } from '@/lib/services/service-context';"],
  ['lib/services/bodies.ts', "import { Button } from '@/components/ui/button';"],
  ['lib/services/bodies.ts', "import { newDate } from 'date-fns-jalali/newDate';"],
  ['lib/auth/actor.ts', "import { listUsers } from '@/lib/services/users';"],
  ['scripts/cli/main.ts', "import Page from '@/app/page';"],
])('%s may not hold: %s', async (file, code) => {
  expect(await lint(file, code)).toContain(IMPORT_RULE);
});

test('another area is imported by its alias, not by climbing', async () => {
  expect(await lint('lib/domain/status.ts', "import { addDays } from '../calendar/civil-date';")).toContain(
    IMPORT_RULE,
  );
});

test.each([
  ['app/(desk)/dashboard/page.tsx', "import { getDashboard } from '@/lib/services/dashboard';"],
  ['app/(desk)/dashboard/page.tsx', "import { Button } from '@/components/ui/button';"],
  ['components/ui/button.tsx', "import { formatJalali } from '@/lib/calendar/jalali';"],
  ['lib/domain/status.ts', "import { addDays } from '@/lib/calendar/civil-date';"],
  ['lib/calendar/jalali.ts', "import { newDate } from 'date-fns-jalali';"],
  ['db/queries/events.ts', "import { events } from '../schema/events';"],
  ['lib/services/bodies.ts', "import { listBodies } from '@/db/queries/bodies';"],
  ['scripts/cli/main.ts', "import { listBodies } from '@/lib/services/bodies';"],
])('%s may hold: %s', async (file, code) => {
  expect(await lint(file, code)).not.toContain(IMPORT_RULE);
});

test('the linter holds the table that the document shows', () => {
  const document = readFileSync('docs/architecture.md', 'utf8');
  const rows = document.split('\n').filter((line) => line.startsWith('| `'));
  const shown = rows.flatMap((line) => {
    const [, folders = '', , allowed = ''] = line.split('|').map((cell) => cell.trim());
    return [...folders.matchAll(/`([^`]+)`/g)].map(([, folder]) => `${folder}: ${wordsOf(allowed).join(' ')}`);
  });
  const held = IMPORT_TABLE.flatMap(({ folders, ours }) => {
    const allowed = [...ours].sort().join(' ') || 'nothing';
    return folders.map((folder) => `${folder}: ${allowed}`);
  });
  expect(shown.sort()).toEqual(held.sort());
});

function wordsOf(cell: string): string[] {
  if (cell.startsWith('nothing')) return ['nothing'];
  return cell
    .replace(/\([^)]*\)/g, '')
    .split(',')
    .map((word) => word.trim())
    .sort();
}
