import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DATABASE_FILE, migrate, openDatabase, type Db } from '@/db/client';
import type { Actor } from '@/lib/auth/actor';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { createClock } from '@/lib/clock';
import type { Role } from '@/lib/domain/vocabulary';
import type { ServiceContext } from '@/lib/services/service-context';

/** Inside the folder of the run, which goes away with it (`run-folder.ts`). */
const root = mkdtempSync(path.join(os.tmpdir(), 'mizban-test-'));
const opened: Db[] = [];
let template: string | null = null;

process.on('exit', () => {
  for (const db of opened) if (db.$client.open) db.$client.close();
});

function templateFile(): string {
  if (template !== null) return template;
  template = path.join(root, 'template.db');
  const db = openDatabase(template);
  migrate(db);
  db.$client.pragma('wal_checkpoint(TRUNCATE)');
  db.$client.close();
  return template;
}

/** A new empty folder; it goes away with the run of the tests. */
export function createTestFolder(): string {
  const folder = path.join(root, randomUUID());
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A data folder with a migrated empty database, cloned from one template. */
export function createTestDatabase(): { readonly db: Db; readonly dataDir: string; readonly file: string } {
  const dataDir = createTestFolder();
  const file = path.join(dataDir, DATABASE_FILE);
  copyFileSync(templateFile(), file);
  const db = openDatabase(file);
  // durability costs most of a test's time and proves nothing there
  db.$client.pragma('synchronous = OFF');
  opened.push(db);
  return { db, dataDir, file };
}

export interface TestContextOptions {
  /** `system` = full rights, as the command line has them. */
  readonly role?: Role | 'system';
  readonly db?: Db;
  readonly dataDir?: string;
  readonly today?: CivilDate;
  readonly actor?: Partial<Actor>;
}

/** A service context for a role, on its own database unless one is given. Today is 1397/09/17 unless said otherwise. */
export function testContext(options: TestContextOptions = {}): ServiceContext {
  const fresh = options.db === undefined ? createTestDatabase() : null;
  const db = options.db ?? fresh?.db;
  if (db === undefined) throw new Error('no database');
  const role = options.role ?? 'deputy';
  return {
    db,
    dataDir: options.dataDir ?? fresh?.dataDir ?? path.dirname(db.$client.name),
    clock: createClock(options.today ?? '2018-12-08'),
    actor: {
      id: `user-${role}`,
      username: role,
      name: role,
      role: role === 'system' ? 'admin' : role,
      isDelegate: false,
      delegateUntil: null,
      districtCode: null,
      bodyIds: new Set(),
      mustChangePassword: false,
      ...options.actor,
    },
    isSystem: role === 'system',
    ipAddress: '192.0.2.7',
  };
}
