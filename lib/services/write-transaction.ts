import { mapDatabaseError, type Tx } from '@/db/client';
import { assertWritable, type ServiceContext } from './service-context';

/**
 * Runs a change of accounts, sessions or keys as one immediate transaction. It works under a wrong clock too: somebody has to sign in to
 * be told about it.
 *
 * @throws AppError `disk_full`, `database_locked`, and whatever the change throws
 */
export function accountTransaction<T>(ctx: Pick<ServiceContext, 'db'>, write: (tx: Tx) => T): T {
  try {
    return ctx.db.transaction(write, { behavior: 'immediate' });
  } catch (error) {
    throw mapDatabaseError(error);
  }
}

/**
 * Runs a write of the history or of reference data as one immediate transaction. The clock is checked inside it, so that nobody records a
 * later day in between.
 *
 * @throws AppError `read_only_clock`, `disk_full`, `database_locked`, and whatever the write throws
 */
export function writeTransaction<T>(ctx: Pick<ServiceContext, 'db' | 'clock'>, write: (tx: Tx) => T): T {
  return accountTransaction(ctx, (tx) => {
    assertWritable(ctx);
    return write(tx);
  });
}
