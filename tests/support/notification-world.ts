import type { Db } from '@/db/client';
import { users, userScopes } from '@/db/schema/users';
import { holidayVersions } from '@/db/schema/bodies';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { createClock } from '@/lib/clock';
import type { Channel } from '@/lib/domain/notifications';
import type { Role } from '@/lib/domain/vocabulary';
import { setContact } from '@/lib/services/contact-settings';
import { changeNotificationSettings } from '@/lib/services/notification-settings';
import { type DeliveryFailure, type Notifier, type Outgoing } from '@/lib/services/notifier/notifier';
import { systemContext, type ServiceContext } from '@/lib/services/service-context';
import { createMilestoneWorld, START, type MilestoneWorld } from './milestone-world';

/** The world of milestones with liaisons that have addresses, and a clock that shows any hour. */
export interface NotificationWorld extends MilestoneWorld {
  /** The program itself at a Tehran hour of a day (winter: three and a half hours before UTC); another database handle if given. */
  readonly at: (day: CivilDate, time?: string, db?: Db) => ServiceContext;
}

export function addUser(db: Db, id: string, role: Role, bodyIds: readonly number[], phone: string | null): void {
  const at = new Date(0);
  db.insert(users)
    .values({
      ...{ id, username: id, displayUsername: id, name: `نام ${id}`, email: `${id}@local.invalid`, role, phone },
      ...{ createdAt: at, updatedAt: at, mustChangePassword: false },
    })
    .run();
  for (const bodyId of bodyIds) db.insert(userScopes).values({ userId: id, bodyId }).run();
}

export function addHoliday(db: Db, day: CivilDate): void {
  const version = { recordedOn: START, recordedAt: '2018-07-28T05:00:00.000Z', recordedBy: null };
  db.insert(holidayVersions)
    .values({ ...version, day, title: 'تعطیل', isHoliday: true })
    .run();
}

/** The channels are on since Saturday 2018-12-01. */
export function createNotificationWorld(): NotificationWorld {
  const world = createMilestoneWorld();
  const { db, dataDir, bodyIds } = world;
  addUser(db, 'rabet', 'liaison', [bodyIds['EA-001']], '09171234567');
  const at = (day: CivilDate, time = '09:00', other: Db = db) =>
    systemContext('system', {
      db: other,
      dataDir,
      clock: createClock(null, () => new Date(`${day}T${time}:00+03:30`)),
    });
  setContact(at('2018-12-01'), 'rabet', { email: 'rabet@example.ir' });
  changeNotificationSettings(at('2018-12-01'), { email: true, sms: true });
  return { ...world, at };
}

export interface RecordingNotifier extends Notifier {
  readonly sent: Outgoing[];
  /** What the next attempts end with, before it takes messages again. */
  readonly failures: DeliveryFailure[];
}

/** Keeps what it is given instead of sending it. */
export function recordingNotifier(channels: readonly Channel[] = ['sms']): RecordingNotifier {
  const sent: Outgoing[] = [];
  const failures: DeliveryFailure[] = [];
  return {
    channels,
    sent,
    failures,
    send: (message) => {
      const failure = failures.shift();
      if (failure !== undefined) return Promise.reject(failure);
      sent.push(message);
      return Promise.resolve({ id: message.id, status: 'sent', answer: 'ok' });
    },
  };
}
