import { describe, expect, test } from 'vitest';
import { openDatabase, type Db } from '@/db/client';
import { readSessionActor } from '@/lib/auth/session-actor';
import { isAppError, type AppError } from '@/lib/errors';
import { describeErrorInline } from '@/lib/messages/errors';
import { recordAudit } from '@/lib/services/audit';
import { recordMilestoneEvent } from '@/lib/services/milestones';
import { recordRequest } from '@/lib/services/requests';
import { changeSettings } from '@/lib/services/settings';
import { signIn } from '@/lib/services/sign-in';
import { createToken, findTokenActor } from '@/lib/services/tokens';
import { addUser } from '@/lib/services/users';
import { createTestDatabase, testContext } from '@/tests/support/database';
import { createMilestoneWorld, HD1, LETTER } from '@/tests/support/milestone-world';

const PASSWORD = 'گذرواژهٔ درست ۱۲';
const FULL = 'جا برای ذخیره نیست. دیسک سرور پر است؛ چیزی ثبت نشد و چیزی از دست نرفت. لطفاً راهبر سامانه را خبر کنید.';
const BUSY =
  'پایگاه داده در دسترس نیست. کار دیگری آن را نگه داشته است؛ چیزی ثبت نشد. لطفاً یک دقیقهٔ دیگر دوباره تلاش کنید.';

async function refusalFrom(work: () => unknown): Promise<AppError | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (isAppError(error)) return error;
    throw error;
  }
}

/** SQLite's own limit: beyond so many more pages it says SQLITE_FULL, as it does when the disk has none. Null takes the limit away. */
function leaveRoom(db: Db, pages: number | null): void {
  const used = Number(db.$client.pragma('page_count', { simple: true }));
  db.$client.pragma(`max_page_count = ${pages === null ? 1_000_000 : used + pages}`);
}

/** Rows of every table, so that nothing half done can hide. */
function rowCounts(db: Db): Record<string, number> {
  const tables = db.$client
    .prepare<[], string>("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all();
  const count = (table: string) => Number(db.$client.prepare(`select count(*) from "${table}"`).pluck().get());
  return Object.fromEntries(tables.map((table) => [table, count(table)]));
}

/** What differs between two counts. */
function added(before: Record<string, number>, after: Record<string, number>): Record<string, number> {
  const entries = Object.entries(after).map(([table, count]) => [table, count - (before[table] ?? 0)] as const);
  return Object.fromEntries(entries.filter(([, difference]) => difference !== 0));
}

/** Holds the database as another program would while it writes; returns how to let go. */
function holdDatabase(db: Db, file: string): () => void {
  const other = openDatabase(file);
  other.$client.exec('begin immediate');
  db.$client.pragma('busy_timeout = 20');
  return () => {
    other.$client.exec('rollback');
    other.$client.close();
  };
}

/**
 * Tries a write with no room, then with one page more each time. Until the room is enough it must say that the disk is full and change
 * nothing; then the same input must do everything. Returns how often there was too little room.
 */
async function fillUntilItFits(db: Db, write: () => unknown, whole: Record<string, number>): Promise<number> {
  const before = rowCounts(db);
  for (let pages = 0; ; pages += 1) {
    leaveRoom(db, pages);
    const refusal = await refusalFrom(write);
    if (refusal === null) {
      expect(added(before, rowCounts(db))).toEqual(whole);
      leaveRoom(db, null);
      expect(db.$client.pragma('integrity_check', { simple: true })).toBe('ok');
      return pages;
    }
    expect(refusal.code).toBe('disk_full');
    expect(describeErrorInline(refusal)).toBe(FULL);
    expect(rowCounts(db)).toEqual(before);
  }
}

/** Writes into the audit log until one row more would need a new page. */
function fillPageOfAuditLog(db: Db): void {
  const row = { action: 'user.update', subjectType: 'user', subjectKey: 'x', details: {} };
  const pages = () => Number(db.$client.pragma('page_count', { simple: true }));
  const before = pages();
  for (;;) {
    db.$client.exec('savepoint one_more');
    recordAudit(testContext({ role: 'system', db }), db, row);
    const hasGrown = pages() > before;
    db.$client.exec(hasGrown ? 'rollback to one_more; release one_more' : 'release one_more');
    if (hasGrown) return;
  }
}

/** A note that needs more room than a page has, so that it cannot slip into one that is half empty. */
const LONG = 'ش'.repeat(2000);

describe('a full disk', () => {
  test('loses a claim with its evidence and its audit row, or keeps all three; with room the same claim succeeds', async () => {
    const { db, as } = createMilestoneWorld();
    const claim = () =>
      recordMilestoneEvent(as('liaison'), {
        ...HD1,
        kind: 'claim',
        evidence: [LETTER],
        note: LONG,
        expectedLastEventId: null,
      });
    const refusals = await fillUntilItFits(db, claim, { events: 1, evidence: 1, audit_log: 1 });
    expect(refusals).toBeGreaterThan(0);
  });

  test('takes a claim back whose audit row alone finds no room', async () => {
    const short = { ...HD1, kind: 'claim', evidence: [LETTER] } as const;
    const roomy = createMilestoneWorld();
    leaveRoom(roomy.db, 0);
    expect(recordMilestoneEvent(roomy.as('liaison'), short).state).toBe('claimed');

    // the same, but the audit log has filled its page to the last row
    const { db, as } = createMilestoneWorld();
    fillPageOfAuditLog(db);
    leaveRoom(db, 0);
    const before = rowCounts(db);
    const refusal = await refusalFrom(() => recordMilestoneEvent(as('liaison'), short));
    expect(refusal?.code).toBe('disk_full');
    expect(rowCounts(db)).toEqual(before);
    leaveRoom(db, null);
    recordMilestoneEvent(as('liaison'), short);
    expect(added(before, rowCounts(db))).toEqual({ events: 1, evidence: 1, audit_log: 1 });
  });

  test('is told the same way by a request, a setting, an account and a key', async () => {
    const { db, as } = createMilestoneWorld();
    const admin = as('admin');
    const long = 'ن'.repeat(110);
    await fillUntilItFits(
      db,
      () => recordRequest(as('liaison'), { ...HD1, requestKind: 'extension', note: LONG, dueOn: '2018-12-15' }),
      { events: 1, audit_log: 1 },
    );
    await fillUntilItFits(db, () => changeSettings(admin, { office: { name: long, copies: [long, long, long] } }), {
      setting_versions: 1,
      audit_log: 1,
    });
    for (let number = 0, refusals = 0; refusals === 0; number += 1) {
      const add = () => addUser(admin, { username: `user-${number}`, name: long, role: 'viewer' });
      refusals = await fillUntilItFits(db, add, { users: 1, accounts: 1, audit_log: 1 });
    }
    for (let number = 0, refusals = 0; refusals === 0; number += 1) {
      const create = () => createToken(admin, { name: `${number} ${'ک'.repeat(70)}` });
      refusals = await fillUntilItFits(db, create, { api_tokens: 1, audit_log: 1 });
    }
  });
});

describe('a database that another program holds', () => {
  test('takes in nothing of a claim and says so; once it is free the same claim succeeds with its audit row', async () => {
    const { db, as } = createMilestoneWorld();
    const before = rowCounts(db);
    const release = holdDatabase(db, db.$client.name);
    const claim = () => recordMilestoneEvent(as('liaison'), { ...HD1, kind: 'claim', evidence: [LETTER] });
    const refusal = await refusalFrom(claim);
    release();
    expect(refusal).toMatchObject({ code: 'database_locked', details: { reason: 'busy' } });
    expect(refusal && describeErrorInline(refusal)).toBe(BUSY);
    expect(rowCounts(db)).toEqual(before);
    expect(claim().receiptNumber).toMatch(/^97-09-/);
    expect(added(before, rowCounts(db))).toEqual({ events: 1, evidence: 1, audit_log: 1 });
  });

  test('refuses an account, a key and a sign-in with the same sentence', async () => {
    const { db, dataDir, file } = createTestDatabase();
    const ctx = testContext({ role: 'system', db, dataDir });
    await addUser(ctx, { username: 'sara', name: 'سارا', role: 'viewer' }, { password: PASSWORD });
    const before = rowCounts(db);
    const release = holdDatabase(db, file);
    const refusals = [
      await refusalFrom(() => addUser(ctx, { username: 'ali', name: 'علی', role: 'viewer' })),
      await refusalFrom(() => createToken(ctx, { name: 'استانداری' })),
      await refusalFrom(() => signIn(ctx, { username: 'sara', password: PASSWORD })),
    ];
    release();
    expect(refusals.map((refusal) => refusal?.code)).toEqual(Array(3).fill('database_locked'));
    expect(refusals.map((refusal) => refusal && describeErrorInline(refusal))).toEqual(Array(3).fill(BUSY));
    expect(rowCounts(db)).toEqual(before);
  });

  test('still lets the people and machines read that are known already', async () => {
    const { db, dataDir, file } = createTestDatabase();
    const ctx = testContext({ role: 'system', db, dataDir });
    await addUser(ctx, { username: 'sara', name: 'سارا', role: 'viewer' }, { password: PASSWORD });
    const { cookie } = await signIn(ctx, { username: 'sara', password: PASSWORD });
    const { token } = createToken(ctx, { name: 'استانداری' });
    // Due to be prolonged, as after some quiet hours.
    db.$client.exec('update sessions set expires_at = expires_at - 6 * 3600 * 1000');
    const headers = new Headers({ cookie: `${cookie.name}=${encodeURIComponent(cookie.value)}` });
    const ends = () => Number(db.$client.prepare('select expires_at from sessions').pluck().get());
    const before = ends();
    const release = holdDatabase(db, file);
    const [session, actor] = [await readSessionActor(ctx, headers), findTokenActor(ctx, token)];
    release();
    expect(session?.actor.username).toBe('sara');
    expect(actor?.name).toBe('استانداری');
    expect(ends()).toBe(before);
    await readSessionActor(ctx, headers);
    expect(ends()).toBeGreaterThan(before);
  });
});
