import type { Channel } from '@/lib/domain/notifications';
import type { NotifierEnv } from '@/lib/env';
import type { NotificationTemplate, NotificationVars } from '@/lib/messages/notifications';
import { logDriver } from './log';
import { smsDriver } from './sms-http';
import { smtpDriver } from './smtp';

/** One message for one person. */
export interface Outgoing {
  /** Known before it is sent and the same for every attempt, so that a mail server can tell a repetition. */
  readonly id: string;
  readonly channel: Channel;
  readonly to: string;
  readonly template: NotificationTemplate;
  readonly vars: NotificationVars;
}

/** What whoever took it over answered. */
export interface Delivery {
  readonly id: string;
  readonly status: 'sent';
  readonly answer: string;
}

/** It was not taken over. The message holds no address, token or text: it is shown to the admin. */
export class DeliveryFailure extends Error {
  override readonly name = 'DeliveryFailure';

  constructor(
    message: string,
    /** Trying again would not help: the number or address itself was refused. */
    readonly isPermanent: boolean,
  ) {
    super(message);
  }
}

/** One way out of the machine. @throws DeliveryFailure */
export type Driver = (message: Outgoing) => Promise<Delivery>;

/** The one interface through which anything leaves the machine. */
export interface Notifier {
  readonly channels: readonly Channel[];
  /** @throws DeliveryFailure */
  readonly send: (message: Outgoing) => Promise<Delivery>;
}

/** A notifier with the drivers that the environment sets up. */
export function createNotifier({ email, sms }: Pick<NotifierEnv, 'email' | 'sms'>): Notifier {
  const drivers = new Map<Channel, Driver>();
  if (email !== null) drivers.set('email', email.url === 'log:' ? logDriver : smtpDriver(email));
  if (sms !== null) drivers.set('sms', sms.url === 'log:' ? logDriver : smsDriver(sms));
  return {
    channels: [...drivers.keys()],
    send: (message) => {
      const driver = drivers.get(message.channel);
      if (driver === undefined) return Promise.reject(new DeliveryFailure('not set up', false));
      return driver(message);
    },
  };
}
