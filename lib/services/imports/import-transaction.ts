import { mapDatabaseError, type Tx } from '@/db/client';
import type { ServiceContext } from '../service-context';
import { writeTransaction } from '../write-transaction';

/**
 * Runs an import: as one immediate transaction, or for a dry run as one that only reads, all of one moment.
 *
 * @throws AppError `read_only_clock` unless it is a dry run, `disk_full`, `database_locked`, and whatever the import throws
 */
export function importTransaction<T>(ctx: ServiceContext, isDryRun: boolean, run: (tx: Tx) => T): T {
  if (!isDryRun) return writeTransaction(ctx, run);
  try {
    return ctx.db.transaction((tx) => run(tx), { behavior: 'deferred' });
  } catch (error) {
    throw mapDatabaseError(error);
  }
}
