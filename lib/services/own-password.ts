import { deleteSessionsOfUser, findPasswordHash, updatePasswordHash, updateUserRow } from '@/db/queries/users';
import { hashPassword, verifyPassword } from '@/lib/auth/passwords';
import { AppError } from '@/lib/errors';
import { changePasswordSchema, type ChangePasswordInput } from '@/lib/validation/sign-in';
import { recordAudit } from './audit';
import { invalidInput, parseInput } from './parse-input';
import type { ServiceContext } from './service-context';
import { reservePasswordTry } from './sign-in';
import { assertPassword } from './users';
import { accountTransaction } from './write-transaction';

export { PASSWORD_MIN_LENGTH } from '@/lib/auth/passwords';

/**
 * Changes the actor's own password; ends the other sessions, keeps the running one. The only thing somebody with a temporary password
 * may do.
 *
 * @throws AppError `wrong_credentials` with `attemptsLeft`, `too_many_attempts`, `invalid_input` with a reason of the password policy
 *   or `same_as_before`
 */
export async function changeOwnPassword(
  ctx: ServiceContext,
  input: ChangePasswordInput,
  sessionToken: string | null,
): Promise<void> {
  if (ctx.isSystem) throw new AppError('forbidden', { action: 'own_password.change' });
  const { currentPassword, newPassword } = parseInput(changePasswordSchema, input);
  assertPassword('newPassword', newPassword, ctx.actor.username);
  if (newPassword === currentPassword) throw invalidInput([{ field: 'newPassword', reason: 'same_as_before' }]);
  const { attemptsLeft, release } = reservePasswordTry(ctx, ctx.actor.username);
  const knownHash = findPasswordHash(ctx.db, ctx.actor.id);
  if (knownHash === null || !(await verifyPassword(knownHash, currentPassword))) {
    accountTransaction(ctx, (tx) => {
      recordAudit(ctx, tx, {
        action: 'user.refuse_password_change',
        subjectType: 'user',
        subjectKey: ctx.actor.username,
        details: { attemptsLeft },
      });
    });
    throw new AppError('wrong_credentials', { attemptsLeft, field: 'currentPassword' });
  }
  const passwordHash = await hashPassword(newPassword);
  accountTransaction(ctx, (tx) => {
    const now = ctx.clock.now();
    release(tx);
    updatePasswordHash(tx, ctx.actor.id, passwordHash, now);
    updateUserRow(tx, ctx.actor.id, { mustChangePassword: false, updatedAt: now });
    deleteSessionsOfUser(tx, ctx.actor.id, sessionToken);
    recordAudit(ctx, tx, { action: 'user.change_password', subjectType: 'user', subjectKey: ctx.actor.username });
  });
}
