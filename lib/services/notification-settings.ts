import { z } from 'zod';
import { findNewestSetting } from '@/db/queries/settings';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { CHANNELS, DEFAULT_OFFICE_HOURS, type Channel, type OfficeHours } from '@/lib/domain/notifications';
import { invalidInput, parseInput } from './parse-input';
import { authorise, type ServiceContext } from './service-context';
import { writeSetting } from './setting-versions';
import { writeTransaction } from './write-transaction';

/**
 * What the admin turns on and off. How the mail server and the gateway are reached stands in the environment: a copy of the data folder
 * sends nothing by itself.
 */
export type NotificationSettings = OfficeHours & {
  /** Per channel the day on which it was turned on, null while it is off. Nothing older is told on it. */
  readonly [channel in Channel]: CivilDate | null;
};

const KEY = 'notifications';
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const day = z
  .string()
  .transform((text) => text as CivilDate)
  .nullable();
const storedSchema = z.object({ email: day, sms: day, fromTime: time, untilTime: time });
const OFF: NotificationSettings = { email: null, sms: null, ...DEFAULT_OFFICE_HOURS };

const patchSchema = z.strictObject({ email: z.boolean(), sms: z.boolean(), fromTime: time, untilTime: time }).partial();
export type NotificationPatch = z.input<typeof patchSchema>;

export function getNotificationSettings({ db }: Pick<ServiceContext, 'db'>): NotificationSettings {
  const stored = storedSchema.safeParse(findNewestSetting(db, KEY)?.value);
  return stored.success ? stored.data : OFF;
}

/**
 * Turns channels on or off and sets the hours. A channel turned on tells what comes from that day on.
 *
 * @returns whether anything changed
 * @throws AppError `forbidden`, `invalid_input`, `read_only_clock`
 */
export function changeNotificationSettings(ctx: ServiceContext, patch: NotificationPatch): boolean {
  authorise(ctx, 'settings.manage');
  const parsed = parseInput(patchSchema, patch);
  return writeTransaction(ctx, (tx) => {
    const before = getNotificationSettings(ctx);
    const today = ctx.clock.today();
    const turned = Object.fromEntries(
      CHANNELS.map((channel) => {
        const wanted = parsed[channel] ?? before[channel] !== null;
        return [channel, wanted ? (before[channel] ?? today) : null];
      }),
    ) as Record<Channel, CivilDate | null>;
    const after: NotificationSettings = {
      ...turned,
      fromTime: parsed.fromTime ?? before.fromTime,
      untilTime: parsed.untilTime ?? before.untilTime,
    };
    if (after.untilTime <= after.fromTime) throw invalidInput([{ field: 'untilTime', reason: 'invalid' }]);
    if (JSON.stringify(after) === JSON.stringify({ ...before })) return false;
    writeSetting(ctx, tx, { key: KEY, value: after, action: 'notification.change', details: { before, after } });
    return true;
  });
}
