import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import { ROLES } from '@/lib/domain/vocabulary';
import { bodies } from './bodies';
import { civilDate, flag, instant, isCivilDate, isOneOf } from './columns';

/** The session library counts in milliseconds; its own columns are the only instants that are not ISO text. */
const milliseconds = (name: string) => integer(name, { mode: 'timestamp_ms' });

/** People who may sign in. Never deleted: history and audit rows name them; who leaves is disabled. */
export const users = sqliteTable(
  'users',
  {
    id: text('id').primaryKey(),
    /** normalised and in lower case: what is typed at sign-in */
    username: text('username').notNull().unique(),
    displayUsername: text('display_username').notNull(),
    /** given and family name, as shown on history and paper */
    name: text('name').notNull(),
    /** made up from the id: the session library wants one, nothing is ever sent to it */
    email: text('email').notNull().unique(),
    emailVerified: flag('email_verified').notNull().default(false),
    image: text('image'),
    createdAt: milliseconds('created_at').notNull(),
    updatedAt: milliseconds('updated_at').notNull(),
    role: text('role', { enum: ROLES }).notNull(),
    phone: text('phone'),
    /** limits an expert to one district; null = the whole county */
    districtCode: text('district_code'),
    mustChangePassword: flag('must_change_password').notNull().default(true),
    disabledAt: instant('disabled_at'),
  },
  (t) => [check('users_role', isOneOf(t.role, ROLES))],
);

/** Passwords (argon2id), kept apart from the people. One row a user, provider `credential`. */
export const accounts = sqliteTable(
  'accounts',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: milliseconds('access_token_expires_at'),
    refreshTokenExpiresAt: milliseconds('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: milliseconds('created_at').notNull(),
    updatedAt: milliseconds('updated_at').notNull(),
  },
  (t) => [uniqueIndex('accounts_user').on(t.userId, t.providerId)],
);

export const sessions = sqliteTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    token: text('token').notNull().unique(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    expiresAt: milliseconds('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: milliseconds('created_at').notNull(),
    updatedAt: milliseconds('updated_at').notNull(),
  },
  (t) => [index('sessions_user').on(t.userId)],
);

/** Wanted by the session library; stays empty, since no e-mail is ever sent. */
export const verifications = sqliteTable('verifications', {
  id: text('id').primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: milliseconds('expires_at').notNull(),
  createdAt: milliseconds('created_at').notNull(),
  updatedAt: milliseconds('updated_at').notNull(),
});

/** What a liaison reports for: single bodies, or all village administrations of a district. */
export const userScopes = sqliteTable(
  'user_scopes',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    bodyId: integer('body_id').references(() => bodies.id),
    districtCode: text('district_code'),
  },
  (t) => [
    uniqueIndex('user_scopes_body').on(t.userId, t.bodyId),
    uniqueIndex('user_scopes_district').on(t.userId, t.districtCode),
    check('user_scopes_one', sql`(${t.bodyId} is null) <> (${t.districtCode} is null)`),
  ],
);

/** Who acts for the deputy, from when until when (both days count). The newest row of a user holds. Append-only. */
export const delegations = sqliteTable(
  'delegations',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    fromOn: civilDate('from_on').notNull(),
    untilOn: civilDate('until_on').notNull(),
    /** takes the earlier delegation back */
    isRevocation: flag('is_revocation').notNull().default(false),
    grantedBy: text('granted_by'),
    grantedByName: text('granted_by_name').notNull(),
    recordedOn: civilDate('recorded_on').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    index('delegations_user').on(t.userId, t.id),
    check('delegations_from_on', isCivilDate(t.fromOn)),
    check('delegations_until_on', isCivilDate(t.untilOn)),
    check('delegations_order', sql`${t.fromOn} <= ${t.untilOn}`),
  ],
);

/** Failed sign-ins by key (`user:…` or `ip:…`), for the lock-out. Forgotten after a success or when the lock has run out. */
export const signInAttempts = sqliteTable('sign_in_attempts', {
  key: text('key').primaryKey(),
  failureCount: integer('failure_count').notNull(),
  lastFailedAt: instant('last_failed_at').notNull(),
  lockedUntil: instant('locked_until'),
});

/** Read-only keys for machines. Only the SHA-256 of a key is kept. */
export const apiTokens = sqliteTable('api_tokens', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  name: text('name').notNull(),
  /** first characters, to tell tokens apart on a list */
  prefix: text('prefix').notNull(),
  sha256: text('sha256').notNull().unique(),
  createdAt: instant('created_at').notNull(),
  createdBy: text('created_by'),
  createdByName: text('created_by_name').notNull(),
  lastUsedAt: instant('last_used_at'),
  revokedAt: instant('revoked_at'),
});
