import { listBodiesAsOf } from '@/db/queries/bodies';
import { isAppError } from '@/lib/errors';
import { recordCheckIn } from '@/lib/services/check-ins';
import { cliContext } from '@/lib/services/service-context';

/** Records one check-in a second until it is ended, each for the next body that has not reported that day. */
const ctx = cliContext();
const codes = listBodiesAsOf(ctx.db, ctx.clock.today()).map(({ code }) => code);

const timer = setInterval(() => {
  for (let code = codes.pop(); code !== undefined; code = codes.pop()) {
    try {
      recordCheckIn(ctx, { bodyCode: code });
      return;
    } catch (error) {
      if (!isAppError(error, 'conflict')) throw error;
    }
  }
  clearInterval(timer);
  process.stderr.write('Every body has checked in: the writing stopped.\n');
}, 1000);
