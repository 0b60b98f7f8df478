import type { Tx } from '@/db/client';
import { insertSettingVersion } from '@/db/queries/settings';
import { recordAudit } from './audit';
import type { ServiceContext } from './service-context';

export interface SettingChange {
  readonly key: string;
  readonly value: unknown;
  /** Of the audit log. */
  readonly action: string;
  /** What it was and what it is, as the audit log tells it. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** Sets a value from today on, with its audit row. Whether it changed at all the caller has found out. */
export function writeSetting(ctx: ServiceContext, tx: Tx, { key, value, action, details }: SettingChange): void {
  insertSettingVersion(tx, {
    key,
    value,
    recordedOn: ctx.clock.today(),
    recordedAt: ctx.clock.now().toISOString(),
    recordedBy: ctx.isSystem ? null : ctx.actor.id,
  });
  recordAudit(ctx, tx, { action, subjectType: 'setting', subjectKey: key, details });
}
