import { newestRecordedOn } from '@/db/queries/audit-log';
import {
  findDigest,
  findDue,
  releaseMessages,
  updateClaimed,
  updateDigest,
  type OutboxRow,
} from '@/db/queries/notifications';
import { findUserById } from '@/db/queries/users';
import { addDays } from '@/lib/calendar/civil-date';
import { toTehranTime } from '@/lib/calendar/tehran-time';
import { CHANNELS, CLAIM_MINUTES, quietReason, retryAfterMinutes, type Channel } from '@/lib/domain/notifications';
import { getNotifierEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import type { NotificationTemplate, NotificationVars, SendingHold } from '@/lib/messages/notifications';
import { recordAudit } from './audit';
import { contactOf } from './contact-settings';
import { getNotice } from './frame';
import { getLedger } from './ledger';
import { addressOn, planDigests, queueDigests, type Digest } from './notification-digests';
import { getNotificationSettings } from './notification-settings';
import { createNotifier, DeliveryFailure, type Notifier } from './notifier/notifier';
import { authorise, type ServiceContext } from './service-context';
import { accountTransaction } from './write-transaction';

/** A digest that waits longer than this for its channel is not sent any more; what is still new goes into a later one. */
const DIGEST_LIVES_DAYS = 3;
/** A run ends at some point, whatever there is to do. */
const SENT_IN_A_RUN = 500;

export interface RunReport {
  /** Why nothing was sent; null when it was tried. */
  readonly hold: SendingHold | null;
  readonly queued: number;
  readonly sent: number;
  readonly failed: number;
  readonly givenUp: number;
}

/** Why nothing may leave now, whoever asks: a demonstration or a sample never sends, and a wrong clock might send twice. */
function firmHold(ctx: ServiceContext): SendingHold | null {
  const { isSampleData } = getNotice(ctx);
  if (ctx.clock.isSimulated) return 'simulated';
  if (isSampleData) return 'sample';
  const newest = newestRecordedOn(ctx.db);
  return newest !== null && ctx.clock.today() < newest ? 'clock' : null;
}

/** Channels that are both set up in the environment and turned on by the admin. */
function activeChannels(ctx: ServiceContext, notifier: Notifier): Channel[] {
  const settings = getNotificationSettings(ctx);
  return CHANNELS.filter((channel) => settings[channel] !== null && notifier.channels.includes(channel));
}

/** Why nothing is sent at this moment, or null. */
export function sendingHold(
  ctx: ServiceContext,
  notifier: Notifier = createNotifier(getNotifierEnv()),
): SendingHold | null {
  const firm = firmHold(ctx);
  if (firm !== null) return firm;
  if (activeChannels(ctx, notifier).length === 0) return 'off';
  const now = toTehranTime(ctx.clock.now());
  const { workCalendar } = getLedger(ctx.db).reference(now.day);
  return quietReason(now, workCalendar, getNotificationSettings(ctx));
}

/** What would be told now on the channels that are on, whatever the hour. @throws AppError `forbidden` */
export function previewDigests(ctx: ServiceContext): Digest[] {
  authorise(ctx, 'settings.manage');
  return planDigests(ctx, getNotificationSettings(ctx));
}

const after = (ctx: ServiceContext, minutes: number) =>
  new Date(ctx.clock.now().getTime() + minutes * 60_000).toISOString();

function auditOutcome(
  ctx: ServiceContext,
  tx: Parameters<typeof recordAudit>[1],
  row: OutboxRow,
  reason: string,
): void {
  const username = findUserById(tx, row.userId)?.username ?? row.userId;
  recordAudit(ctx, tx, {
    action: 'notification.give_up',
    subjectType: 'user',
    subjectKey: username,
    details: { channel: row.channel, digestOn: row.digestOn, attempts: row.attempts, reason },
  });
}

interface Claim {
  readonly row: OutboxRow;
  readonly recipient: string | null;
}

/** Takes the next due digest for this process, before anything is sent. */
function claimNext(ctx: ServiceContext, channels: readonly Channel[]): Claim | null {
  return accountTransaction(ctx, (tx) => {
    const found = findDue(tx, channels, ctx.clock.now().toISOString());
    if (found === undefined) return null;
    const user = findUserById(tx, found.userId);
    const isOpen = user !== undefined && user.disabledAt === null;
    const recipient = isOpen ? addressOn(found.channel, contactOf(tx, user)) : null;
    const claimed = {
      recipient: recipient ?? found.recipient,
      state: 'sending' as const,
      attempts: found.attempts + 1,
      nextAttemptAt: after(ctx, CLAIM_MINUTES),
    };
    updateDigest(tx, found.id, claimed);
    return { row: { ...found, ...claimed }, recipient };
  });
}

function giveUp(ctx: ServiceContext, row: OutboxRow, reason: string, releases: boolean): void {
  accountTransaction(ctx, (tx) => {
    if (!updateClaimed(tx, row, { state: 'given_up', answer: reason })) return;
    if (releases) releaseMessages(tx, row.id);
    auditOutcome(ctx, tx, row, reason);
  });
}

/** Sends one claimed digest and notes what became of it. */
async function deliver(ctx: ServiceContext, notifier: Notifier, { row, recipient }: Claim) {
  if (recipient === null) return (giveUp(ctx, row, 'no address', false), 'givenUp' as const);
  if (row.digestOn < addDays(ctx.clock.today(), -DIGEST_LIVES_DAYS)) {
    return (giveUp(ctx, row, 'too old', true), 'givenUp' as const);
  }
  try {
    const { answer } = await notifier.send({
      id: `digest-${row.id}-${row.digestOn}`,
      channel: row.channel,
      to: recipient,
      template: row.template as NotificationTemplate,
      vars: row.vars as NotificationVars,
    });
    accountTransaction(ctx, (tx) =>
      updateClaimed(tx, row, { state: 'sent', sentAt: ctx.clock.now().toISOString(), answer }),
    );
    return 'sent' as const;
  } catch (error) {
    if (!(error instanceof DeliveryFailure)) throw error;
    const wait = error.isPermanent ? null : retryAfterMinutes(row.attempts);
    if (wait === null) return (giveUp(ctx, row, error.message, !error.isPermanent), 'givenUp' as const);
    accountTransaction(ctx, (tx) =>
      updateClaimed(tx, row, { state: 'failed', answer: error.message, nextAttemptAt: after(ctx, wait) }),
    );
    return 'failed' as const;
  }
}

/**
 * One round: makes today's digests and sends what is due, on working days within the hours. Run again, by another process or after an
 * abrupt end, it neither repeats what was noted as sent nor forgets what was not (ADR 073).
 *
 * @throws AppError `forbidden`
 */
export async function runNotifications(
  ctx: ServiceContext,
  {
    notifier = createNotifier(getNotifierEnv()),
    makesDigests = true,
  }: { readonly notifier?: Notifier; readonly makesDigests?: boolean } = {},
): Promise<RunReport> {
  authorise(ctx, 'settings.manage');
  const counts = { queued: 0, sent: 0, failed: 0, givenUp: 0 };
  const hold = sendingHold(ctx, notifier);
  if (hold !== null) return { hold, ...counts };
  const channels = activeChannels(ctx, notifier);
  if (makesDigests) {
    const settings = getNotificationSettings(ctx);
    const planned = planDigests(ctx, settings).filter(({ channel }) => channels.includes(channel));
    counts.queued = queueDigests(ctx, planned);
  }
  for (let done = 0; done < SENT_IN_A_RUN; done += 1) {
    const claim = claimNext(ctx, channels);
    if (claim === null) break;
    counts[await deliver(ctx, notifier, claim)] += 1;
  }
  return { hold: null, ...counts };
}

/** Orders another attempt for what was given up for want of a good address. @throws AppError `forbidden`, `not_found`, `conflict` */
export function retryDigest(ctx: ServiceContext, id: number): void {
  authorise(ctx, 'settings.manage');
  accountTransaction(ctx, (tx) => {
    const digest = findDigest(tx, id);
    if (digest === undefined) throw new AppError('not_found', { subject: 'outbox', id });
    // what a later digest may tell of again is not sent from here as well
    if (digest.state !== 'given_up' || digest.messages === 0) {
      throw new AppError('conflict', { reason: 'not_given_up', id });
    }
    updateDigest(tx, id, { state: 'queued', attempts: 0, nextAttemptAt: ctx.clock.now().toISOString() });
    recordAudit(ctx, tx, {
      action: 'notification.retry',
      subjectType: 'user',
      subjectKey: digest.username,
      details: { channel: digest.channel, digestOn: digest.digestOn },
    });
  });
}

/** What became of a test message, with what the other side said. */
export type TestOutcome =
  | { readonly status: 'sent' | 'refused'; readonly answer: string }
  | { readonly status: 'held'; readonly hold: SendingHold }
  | { readonly status: 'no_own_address' };

/** Sends a test message to whoever asks, at once and at any hour. @throws AppError `forbidden` */
export async function sendTest(
  ctx: ServiceContext,
  channel: Channel,
  notifier: Notifier = createNotifier(getNotifierEnv()),
): Promise<TestOutcome> {
  authorise(ctx, 'settings.manage');
  const hold = firmHold(ctx) ?? (notifier.channels.includes(channel) ? null : 'off');
  if (hold !== null) return { status: 'held', hold };
  const user = findUserById(ctx.db, ctx.actor.id);
  const to = user === undefined ? null : addressOn(channel, contactOf(ctx.db, user));
  if (to === null) return { status: 'no_own_address' };
  const vars = { name: ctx.actor.name, office: ctx.actor.name, summary: '', lines: '', link: '' };
  const outcome = await notifier
    .send({ id: `test-${ctx.clock.now().getTime()}`, channel, to, template: 'test', vars })
    .then(({ answer }) => ({ status: 'sent' as const, answer }))
    .catch((error: unknown) => {
      if (!(error instanceof DeliveryFailure)) throw error;
      return { status: 'refused' as const, answer: error.message };
    });
  accountTransaction(ctx, (tx) =>
    recordAudit(ctx, tx, {
      action: 'notification.test',
      subjectType: 'user',
      subjectKey: ctx.actor.username,
      details: { channel, answer: outcome.answer },
    }),
  );
  return outcome;
}
