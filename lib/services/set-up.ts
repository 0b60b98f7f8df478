import type { Db } from '@/db/client';
import { countUsers, insertCredential, insertUser } from '@/db/queries/users';
import { randomUUID } from 'node:crypto';
import { hashPassword } from '@/lib/auth/passwords';
import { isValidUsername, normaliseUsername } from '@/lib/auth/usernames';
import { AppError } from '@/lib/errors';
import { normaliseForStore } from '@/lib/text/normalise';
import { setUpSchema, type SetUpInput } from '@/lib/validation/sign-in';
import { recordAudit } from './audit';
import { invalidInput, parseInput } from './parse-input';
import { systemContext, type AnonymousContext } from './service-context';
import { assertPassword } from './users';
import { accountTransaction } from './write-transaction';

/** Whether nobody has an account yet: then the first page is the set-up. */
export function isSetUpNeeded(db: Db): boolean {
  return countUsers(db) === 0;
}

/**
 * Creates the first admin, with a password of their own choice. Only while there are no users at all; the check stands inside the
 * transaction, so that two people at once do not both become the first.
 *
 * @throws AppError `conflict` with `already_set_up`, `invalid_input`
 */
export async function createFirstAdmin(
  ctx: AnonymousContext,
  input: SetUpInput,
): Promise<{ id: string; username: string }> {
  const parsed = parseInput(setUpSchema, input);
  if (!isSetUpNeeded(ctx.db)) throw new AppError('conflict', { reason: 'already_set_up' });
  const username = normaliseUsername(parsed.username);
  if (!isValidUsername(username)) throw invalidInput([{ field: 'username', reason: 'username_shape' }]);
  assertPassword('password', parsed.password, username);
  const passwordHash = await hashPassword(parsed.password);
  const system = systemContext('set-up', ctx);
  const id = randomUUID();
  accountTransaction(ctx, (tx) => {
    if (countUsers(tx) > 0) throw new AppError('conflict', { reason: 'already_set_up' });
    const now = ctx.clock.now();
    insertUser(tx, {
      id,
      username,
      displayUsername: username,
      name: normaliseForStore(parsed.name),
      email: `${id}@local.invalid`,
      createdAt: now,
      updatedAt: now,
      role: 'admin',
      mustChangePassword: false,
    });
    insertCredential(tx, { userId: id, passwordHash, at: now });
    recordAudit(system, tx, {
      action: 'user.add',
      subjectType: 'user',
      subjectKey: username,
      details: { role: 'admin', isFirst: true },
    });
  });
  return { id, username };
}
