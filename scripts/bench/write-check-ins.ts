import { listBodiesAsOf } from '@/db/queries/bodies';
import { isAppError } from '@/lib/errors';
import { recordCheckIn, recordContactChange } from '@/lib/services/check-ins';
import { cliContext } from '@/lib/services/service-context';

/**
 * Writes one event a second until it is ended: a check-in for the next body that has not reported that day, and once all have, a new
 * contact, which may be told any number of times.
 */
const ctx = cliContext();
const codes = listBodiesAsOf(ctx.db, ctx.clock.today()).map(({ code }) => code);
const silent = [...codes];
let contacts = 0;

function writeOne(): void {
  for (let code = silent.pop(); code !== undefined; code = silent.pop()) {
    try {
      recordCheckIn(ctx, { bodyCode: code });
      return;
    } catch (error) {
      if (!isAppError(error, 'conflict')) throw error;
    }
  }
  contacts += 1;
  recordContactChange(ctx, { bodyCode: codes[contacts % codes.length] ?? '', contact: `رابط ${contacts}` });
}

setInterval(writeOne, 1000);
