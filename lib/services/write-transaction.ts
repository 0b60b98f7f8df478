import { mapDatabaseError, type Tx } from '@/db/client';
import { assertWritable, type ServiceContext } from './service-context';

/**
 * Runs a write as one immediate transaction. The clock is checked inside it, so that nobody records a later day in between.
 *
 * @throws AppError `read_only_clock`, `disk_full`, `database_locked`, and whatever the write throws
 */
export function writeTransaction<T>(ctx: ServiceContext, write: (tx: Tx) => T): T {
  try {
    return ctx.db.transaction(
      (tx) => {
        assertWritable(ctx);
        return write(tx);
      },
      { behavior: 'immediate' },
    );
  } catch (error) {
    throw mapDatabaseError(error);
  }
}
