import type { Executor } from '@/db/client';
import { findContact, saveContact } from '@/db/queries/notifications';
import { findUserById, findUserByUsername, updateUserRow, type UserRow } from '@/db/queries/users';
import { normaliseUsername } from '@/lib/auth/usernames';
import { mobileNumber } from '@/lib/domain/notifications';
import { AppError } from '@/lib/errors';
import { contactPatchSchema, type ContactPatch } from '@/lib/validation/inbox';
import { recordAudit } from './audit';
import { getNotificationSettings } from './notification-settings';
import { parseInput } from './parse-input';
import { authorise, type ServiceContext } from './service-context';
import { accountTransaction } from './write-transaction';

/** Where a person can be told outside the program, and whether it is wanted. */
export interface Contact {
  readonly email: string | null;
  /** The telephone of the account; an SMS goes to it if it is a mobile number. */
  readonly phone: string | null;
  readonly wantsEmail: boolean;
  readonly wantsSms: boolean;
}

export function contactOf(db: Executor, user: Pick<UserRow, 'id' | 'phone'>): Contact {
  const { email, wantsEmail, wantsSms } = findContact(db, user.id) ?? { email: null, wantsEmail: true, wantsSms: true };
  return { email, phone: user.phone, wantsEmail, wantsSms };
}

const isMobile = (phone: string | null) => phone !== null && mobileNumber(phone) !== null;

function change(ctx: ServiceContext, find: (db: Executor) => UserRow | undefined, patch: ContactPatch): void {
  const { mobile, ...others } = parseInput(contactPatchSchema, patch);
  accountTransaction(ctx, (tx) => {
    const user = find(tx);
    if (user === undefined) throw new AppError('not_found', { subject: 'user' });
    const before = contactOf(tx, user);
    const given = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined));
    // a desk telephone is no mobile number, and an empty field does not take it away
    const keepsPhone = mobile === undefined || (mobile === null && !isMobile(before.phone));
    const after: Contact = { ...before, ...given, ...(keepsPhone ? {} : { phone: mobile }) };
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    const { phone, ...kept } = after;
    saveContact(tx, { userId: user.id, ...kept });
    if (phone !== before.phone) updateUserRow(tx, user.id, { phone, updatedAt: ctx.clock.now() });
    recordAudit(ctx, tx, {
      action: 'user.set_contact',
      subjectType: 'user',
      subjectKey: user.username,
      details: { before, after },
    });
  });
}

/** Own addresses; `isSendingOn`: whether the admin has turned any channel on. @throws AppError `forbidden` */
export function getOwnContact(ctx: ServiceContext): Contact & { readonly isSendingOn: boolean } {
  authorise(ctx, 'my.read');
  const user = findUserById(ctx.db, ctx.actor.id);
  const { email, sms } = getNotificationSettings(ctx);
  const none: Contact = { email: null, phone: null, wantsEmail: true, wantsSms: true };
  return { ...(user === undefined ? none : contactOf(ctx.db, user)), isSendingOn: email !== null || sms !== null };
}

/** A liaison's own addresses and wishes. @throws AppError `forbidden`, `invalid_input` */
export function setOwnContact(ctx: ServiceContext, patch: ContactPatch): void {
  authorise(ctx, 'my.set_contact');
  change(ctx, (db) => findUserById(db, ctx.actor.id), patch);
}

/** @throws AppError `forbidden`, `not_found` */
export function getContact(ctx: ServiceContext, username: string): Contact {
  authorise(ctx, 'user.manage');
  const user = findUserByUsername(ctx.db, normaliseUsername(username));
  if (user === undefined) throw new AppError('not_found', { subject: 'user', username });
  return contactOf(ctx.db, user);
}

/** Anybody's addresses, by the admin. @throws AppError `forbidden`, `not_found`, `invalid_input` */
export function setContact(ctx: ServiceContext, username: string, patch: ContactPatch): void {
  authorise(ctx, 'user.manage');
  change(ctx, (db) => findUserByUsername(db, normaliseUsername(username)), patch);
}
