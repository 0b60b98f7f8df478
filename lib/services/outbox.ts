import { countDigests, listDigests } from '@/db/queries/notifications';
import { CHANNELS, DELIVERY_STATES, type Channel, type DeliveryState } from '@/lib/domain/notifications';
import { getNotifierEnv, type NotifierEnv } from '@/lib/env';
import type { SendingHold } from '@/lib/messages/notifications';
import { getNotificationSettings, type NotificationSettings } from './notification-settings';
import { sendingHold } from './notifications';
import { createNotifier } from './notifier/notifier';
import { authorise, type ServiceContext } from './service-context';

export type OutboxEntry = ReturnType<typeof listDigests>[number];

export interface Outbox {
  readonly settings: NotificationSettings;
  /** Where each channel leads, without names, keys or paths; null where the environment sets nothing up. */
  readonly hosts: Readonly<Record<Channel, string | null>>;
  readonly problems: readonly string[];
  readonly hold: SendingHold | null;
  readonly counts: Readonly<Record<DeliveryState, number>>;
  /** The newest hundred, of one state if asked. */
  readonly rows: readonly OutboxEntry[];
}

const ROWS = 100;

function hostOf(url: string): string {
  if (url === 'log:') return 'log';
  // the template's braces are no part of a host
  return /^[a-z]+:\/\/(?:[^@/]*@)?([^/?#]+)/i.exec(url)?.[1] ?? '?';
}

/** The outbox and whatever decides whether it is emptied. @throws AppError `forbidden` */
export function getOutbox(
  ctx: ServiceContext,
  state: DeliveryState | null = null,
  env: NotifierEnv = getNotifierEnv(),
): Outbox {
  authorise(ctx, 'settings.manage');
  const counts = countDigests(ctx.db);
  const hosts = CHANNELS.map((channel) => [channel, env[channel] === null ? null : hostOf(env[channel].url)]);
  return {
    settings: getNotificationSettings(ctx),
    hosts: Object.fromEntries(hosts) as Outbox['hosts'],
    problems: env.problems,
    hold: sendingHold(ctx, createNotifier(env)),
    counts: Object.fromEntries(DELIVERY_STATES.map((each) => [each, counts.get(each) ?? 0])) as Outbox['counts'],
    rows: listDigests(ctx.db, state, ROWS),
  };
}
