import { AppError } from '@/lib/errors';
import { getLedger } from './ledger';
import { resolveProgramme } from './scope';
import type { ServiceContext } from './service-context';

/** The programme of a request about reports; where several run, it must be named. @throws AppError `invalid_input`, `no_programme` */
export function programmeOf(ctx: Pick<ServiceContext, 'db' | 'clock'>, code: string | null | undefined) {
  const today = ctx.clock.today();
  const reference = getLedger(ctx.db).reference(today);
  if (!code && reference.programmes.length > 1) {
    throw new AppError('invalid_input', {
      field: 'programme',
      reason: 'required',
      programmes: reference.programmes.map((programme) => programme.code),
    });
  }
  return resolveProgramme(reference, code, today);
}
