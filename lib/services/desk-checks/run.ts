import {
  findDeskAddress,
  insertDeskCheck,
  listDeskAddressesAsOf,
  listNewestDeskChecks,
} from '@/db/queries/desk-checks';
import { addDays } from '@/lib/calendar/civil-date';
import { DESK_CHECK_EVERY_DAYS, readDeskAddress } from '@/lib/domain/desk-checks';
import type { DeskCheckTrigger } from '@/lib/domain/vocabulary';
import { AppError } from '@/lib/errors';
import { recordAudit } from '../audit';
import { getLedger } from '../ledger';
import { loadBody, resourceOf } from '../milestone-subject';
import { assertWritable, authorise, type ServiceContext } from '../service-context';
import { writeTransaction } from '../write-transaction';
import { addressRule } from './allowed-addresses';
import type { DeskAccess, DeskLimits } from './ask-page';
import { deskSignsOn } from './desk-signs';
import { lookAtDesk } from './look-at-desk';
import { getDeskCheckSettings } from './settings';

/** What stands between a check and the network; for tests and for offices with certificates of their own. */
export type DeskReach = Pick<DeskAccess, 'resolve' | 'ca'> & { readonly limits?: Partial<DeskLimits> };

/** Bodies whose desk is being looked at; of the whole process, since the framework may load this file more than once. */
const holder = globalThis as typeof globalThis & { mizbanDeskChecks?: Set<string> };
const running = () => (holder.mizbanDeskChecks ??= new Set<string>());
const runKey = (ctx: Pick<ServiceContext, 'dataDir'>, bodyId: number) => `${ctx.dataDir} ${bodyId}`;

export function isDeskCheckRunning(ctx: Pick<ServiceContext, 'dataDir'>, bodyId: number): boolean {
  return running().has(runKey(ctx, bodyId));
}

function rulesOf(ctx: Pick<ServiceContext, 'db'>) {
  const { isOn, hosts, ranges } = getDeskCheckSettings(ctx);
  if (!isOn) throw new AppError('conflict', { reason: 'desk_checks_off' });
  return { hosts, mayAsk: addressRule(ranges) };
}

/**
 * Has the desk of a body looked at. It answers at once; `finished` gives the number of the check, null if nothing was kept because the
 * checks were turned off meanwhile or the database refused it.
 *
 * @throws AppError `not_found`, `forbidden`; `conflict` while the checks are off, without an address, and while the same desk is being
 *   looked at
 */
export function beginDeskCheck(
  ctx: ServiceContext,
  bodyCode: string,
  reach: DeskReach = {},
): { readonly finished: Promise<number | null> } {
  const body = loadBody(ctx, ctx.db, bodyCode);
  authorise(ctx, 'desk_check.run', resourceOf(body));
  const url = findDeskAddress(ctx.db, body.id, ctx.clock.today())?.url ?? null;
  rulesOf(ctx);
  if (url === null) throw new AppError('conflict', { reason: 'desk_without_address' });
  if (isDeskCheckRunning(ctx, body.id)) throw new AppError('conflict', { reason: 'desk_check_running' });
  return { finished: runAndKeep(ctx, { body, url, trigger: 'on_demand' }, reach) };
}

interface Asked {
  readonly body: { readonly id: number; readonly code: string };
  readonly url: string;
  readonly trigger: DeskCheckTrigger;
}

async function runAndKeep(ctx: ServiceContext, asked: Asked, reach: DeskReach): Promise<number | null> {
  const key = runKey(ctx, asked.body.id);
  running().add(key);
  try {
    return await checkDesk(ctx, asked, reach);
  } catch (error) {
    if (!(error instanceof AppError)) console.error('Desk check:', error);
    return null;
  } finally {
    running().delete(key);
  }
}

async function checkDesk(ctx: ServiceContext, { body, url, trigger }: Asked, reach: DeskReach): Promise<number> {
  const address = readDeskAddress(url);
  if (!('url' in address)) throw new AppError('invalid_input', { field: 'url', value: url });
  const { limits, ...ways } = reach;
  const signs = deskSignsOn(ctx.db, ctx.clock.today());
  const look = await lookAtDesk(address.url, signs, { ...ways, rules: () => rulesOf(ctx) }, limits);
  return writeTransaction(ctx, (tx) => {
    const id = insertDeskCheck(tx, {
      ...look,
      bodyId: body.id,
      url,
      trigger,
      recordedOn: ctx.clock.today(),
      recordedAt: ctx.clock.now().toISOString(),
      recordedBy: ctx.isSystem ? null : ctx.actor.id,
      recordedByName: ctx.actor.name,
    });
    recordAudit(ctx, tx, {
      action: 'desk_check.run',
      subjectType: 'body',
      subjectKey: body.code,
      details: { url, trigger, outcome: look.outcome },
    });
    return id;
  });
}

/**
 * Looks at the desks whose turn it is, one after another: each address once in seven days, whoever asked last time. Nothing is asked on a
 * simulated day or while the checks are off.
 *
 * @returns how many checks were kept
 * @throws AppError `read_only_clock`
 */
export async function runDueDeskChecks(ctx: ServiceContext, reach: DeskReach = {}): Promise<number> {
  if (ctx.clock.isSimulated || !getDeskCheckSettings(ctx).isOn) return 0;
  // what cannot be kept is not asked for, again and again
  assertWritable(ctx);
  const today = ctx.clock.today();
  const since = addDays(today, 1 - DESK_CHECK_EVERY_DAYS);
  const newest = new Map(listNewestDeskChecks(ctx.db, today).map((check) => [check.bodyId, check]));
  const { bodies } = getLedger(ctx.db).reference(today);
  let kept = 0;
  for (const { bodyId, url } of listDeskAddressesAsOf(ctx.db, today)) {
    const body = bodies.find(({ id }) => id === bodyId);
    const last = newest.get(bodyId);
    const isFresh = last !== undefined && last.url === url && last.recordedOn >= since;
    if (body === undefined || url === null || isFresh || isDeskCheckRunning(ctx, bodyId)) continue;
    if (!getDeskCheckSettings(ctx).isOn) break;
    const id = await runAndKeep(ctx, { body, url, trigger: 'weekly' }, reach);
    if (id !== null) kept += 1;
  }
  return kept;
}
