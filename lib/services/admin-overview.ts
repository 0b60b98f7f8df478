import { missingGuards } from '@/db/guards';
import { findNewestAuditRow, findNewestEvent, countEvents, passesQuickCheck } from '@/db/queries/admin-facts';
import { countBodies, listBodiesAsOf } from '@/db/queries/bodies';
import { listProgrammesAsOf } from '@/db/queries/programmes';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { existsOn } from '@/lib/domain/reference';
import { ROLES, type EventKind, type Role } from '@/lib/domain/vocabulary';
import { authorise, type ServiceContext } from './service-context';
import { listUsers } from './users';

export interface AdminOverview {
  readonly programmes: readonly { readonly code: string; readonly title: string; readonly endOn: CivilDate }[];
  /** Bodies that exist today. */
  readonly bodyCount: number;
  readonly users: {
    readonly total: number;
    readonly byRole: readonly { readonly role: Role; readonly count: number }[];
    readonly locked: number;
    readonly disabled: number;
    readonly temporary: number;
  };
  readonly lastBackup: { readonly at: string; readonly on: CivilDate; readonly byName: string } | null;
  readonly newestEvent: { readonly id: number; readonly kind: EventKind; readonly recordedOn: CivilDate } | null;
  readonly eventCount: number;
  readonly missingGuards: readonly string[];
  /** Whether the database file is sound at a first look; the whole check stands on the page of backups. */
  readonly isFileSound: boolean;
  /** What an empty installation still needs; all true once it works. */
  readonly steps: { readonly programme: boolean; readonly bodies: boolean; readonly users: boolean };
}

/** What an admin should know at a glance. @throws AppError `forbidden` */
export function getAdminOverview(ctx: ServiceContext): AdminOverview {
  authorise(ctx, 'user.manage');
  const { db } = ctx;
  const today = ctx.clock.today();
  const programmes = listProgrammesAsOf(db, today).map(({ code, version }) => ({
    code,
    title: version.title,
    endOn: version.endOn,
  }));
  const users = listUsers(ctx);
  const backup = findNewestAuditRow(db, 'backup.create');
  return {
    programmes,
    bodyCount: listBodiesAsOf(db, today).filter(({ version }) => existsOn(version, today)).length,
    users: {
      total: users.length,
      byRole: ROLES.map((role) => ({ role, count: users.filter((user) => user.role === role).length })),
      locked: users.filter((user) => user.lockedMinutes > 0).length,
      disabled: users.filter((user) => user.isDisabled).length,
      temporary: users.filter((user) => user.mustChangePassword && !user.isDisabled).length,
    },
    lastBackup:
      backup === undefined ? null : { at: backup.recordedAt, on: backup.recordedOn, byName: backup.actorName },
    newestEvent: findNewestEvent(db) ?? null,
    eventCount: countEvents(db),
    missingGuards: missingGuards(db.$client),
    isFileSound: passesQuickCheck(db),
    steps: {
      programme: programmes.length > 0,
      bodies: countBodies(db) > 0,
      users: users.some((user) => user.role !== 'admin'),
    },
  };
}
