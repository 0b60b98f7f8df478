import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { username } from 'better-auth/plugins/username';
import { mapDatabaseError, type Db } from '@/db/client';
import { findSessionUserId } from '@/db/queries/users';
import { accounts, sessions, users, verifications } from '@/db/schema/users';
import { hashPassword, PASSWORD_MAX_LENGTH, verifyPassword } from './passwords';
import { SESSION_COOKIE } from './session-cookie';
import { isValidUsername, normaliseUsername, USERNAME_MAX_LENGTH, USERNAME_MIN_LENGTH } from './usernames';

export { SESSION_COOKIE } from './session-cookie';

/** A session ends after so long without a request. */
export const SESSION_HOURS = 12;
/** Signs cookies. Outside of backups: whoever restores one signs in again. */
export const SESSION_KEY_FILE = 'session.key';

/** Where sessions are kept: the database and the folder of the signing key. */
export interface SessionStore {
  readonly db: Db;
  readonly dataDir: string;
}

/** What the browser is given; the rights stay in the database. */
export interface SessionCookie {
  readonly name: string;
  readonly value: string;
}

/** The key that signs cookies; made on first use. */
export function readSigningKey(dataDir: string): string {
  const file = path.join(/* turbopackIgnore: true */ dataDir, SESSION_KEY_FILE);
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const key = readFileSync(file, 'utf8').trim();
  if (key.length < 32) throw new Error(`${file} is too short to sign sessions with; delete it and start again.`);
  return key;
}

/**
 * The session library, called as a library only: its web endpoints are never mounted. Users and passwords are written by our own
 * transactions, so that a change and its audit row stand or fall together.
 */
function createAuth({ db, dataDir }: SessionStore) {
  return betterAuth({
    appName: 'Mizban',
    secret: readSigningKey(dataDir),
    // only for building links in e-mails, of which there are none
    baseURL: 'http://localhost',
    database: drizzleAdapter(db, {
      provider: 'sqlite',
      schema: { user: users, session: sessions, account: accounts, verification: verifications },
      // better-sqlite3 refuses asynchronous transactions
      transaction: false,
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      maxPasswordLength: PASSWORD_MAX_LENGTH * 4,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    // the library only reads users, but checks that it could write one
    user: { additionalFields: { role: { type: 'string', required: true, input: false } } },
    session: { expiresIn: SESSION_HOURS * 3600, updateAge: 300 },
    // locks by user name and address are in services/sign-in
    rateLimit: { enabled: false },
    advanced: { cookiePrefix: 'mizban', useSecureCookies: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [
      username({
        minUsernameLength: USERNAME_MIN_LENGTH,
        maxUsernameLength: USERNAME_MAX_LENGTH,
        usernameNormalization: normaliseUsername,
        usernameValidator: (name) => isValidUsername(normaliseUsername(name)),
      }),
    ],
  });
}

const instances = new WeakMap<Db, ReturnType<typeof createAuth>>();

function getAuth(store: SessionStore): ReturnType<typeof createAuth> {
  const known = instances.get(store.db);
  if (known !== undefined) return known;
  const created = createAuth(store);
  instances.set(store.db, created);
  return created;
}

function cookieFrom(headers: Headers): SessionCookie | null {
  for (const line of headers.getSetCookie()) {
    const pair = line.slice(0, line.indexOf(';'));
    const separator = pair.indexOf('=');
    if (pair.slice(0, separator) === SESSION_COOKIE) {
      return { name: SESSION_COOKIE, value: decodeURIComponent(pair.slice(separator + 1)) };
    }
  }
  return null;
}

export interface OpenedSession {
  readonly userId: string;
  /** Names the session in the database. */
  readonly token: string;
  readonly cookie: SessionCookie;
}

/**
 * Checks name and password and opens a session; null when they do not fit. Locks and audit are the caller's.
 *
 * @throws AppError `disk_full`, `database_locked`
 */
export async function openSession(
  store: SessionStore,
  input: { readonly username: string; readonly password: string; readonly userAgent: string | null },
): Promise<OpenedSession | null> {
  try {
    const { headers, response } = await getAuth(store).api.signInUsername({
      body: { username: input.username, password: input.password },
      headers: new Headers(input.userAgent === null ? {} : { 'user-agent': input.userAgent.slice(0, 300) }),
      returnHeaders: true,
    });
    const cookie = cookieFrom(headers);
    if (cookie === null || response === null) throw new Error('The session library set no session cookie.');
    return { userId: response.user.id, token: response.token, cookie };
  } catch (error) {
    if (error instanceof Error && 'statusCode' in error && (error.statusCode === 401 || error.statusCode === 422))
      return null;
    throw mapDatabaseError(error);
  }
}

/** How long a cookie counts as checked, in milliseconds. Short beside the five minutes after which a session is prolonged. */
const CHECKED_MS = 60_000;
const CHECKED_COOKIES_KEPT = 1000;

interface CheckedCookie {
  readonly token: string;
  /** On the clock of the process, which nobody puts back. */
  readonly checkedAt: number;
}

/** Cookie headers whose signature the library accepted a moment ago. */
const checkedCookies = new WeakMap<Db, Map<string, CheckedCookie>>();

function checkedCookiesOf(db: Db): Map<string, CheckedCookie> {
  let cookies = checkedCookies.get(db);
  if (cookies === undefined) checkedCookies.set(db, (cookies = new Map()));
  return cookies;
}

export interface FoundSession {
  readonly userId: string;
  readonly token: string;
}

/**
 * The session named by the request's cookie; prolongs it at most every five minutes. Null when there is none or it has run out. Where it
 * cannot be prolonged (a full disk, a locked file) it is read as it is: who may still read should.
 *
 * The library checks a cookie once a minute; in between only the session's row is read, so that an ended session is ended at once.
 */
export async function readSession(store: SessionStore, headers: Headers): Promise<FoundSession | null> {
  const cookie = headers.get('cookie') ?? '';
  if (!cookie.includes(SESSION_COOKIE)) return null;
  const cookies = checkedCookiesOf(store.db);
  const known = cookies.get(cookie);
  if (known !== undefined && performance.now() - known.checkedAt < CHECKED_MS) {
    const userId = findSessionUserId(store.db, known.token);
    return userId === undefined ? null : { userId, token: known.token };
  }
  const { api } = getAuth(store);
  let couldProlong = true;
  const found = await api.getSession({ headers }).catch(() => {
    couldProlong = false;
    return api.getSession({ headers, query: { disableRefresh: true } });
  });
  if (found === null) return null;
  if (couldProlong) {
    if (cookies.size >= CHECKED_COOKIES_KEPT) cookies.clear();
    cookies.set(cookie, { token: found.session.token, checkedAt: performance.now() });
  }
  return { userId: found.user.id, token: found.session.token };
}
