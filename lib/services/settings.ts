import type { z } from 'zod';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { listSettingsAsOf } from '@/db/queries/settings';
import type { ReportSection } from '@/lib/domain/edition';
import { DEFAULT_THRESHOLDS, type Thresholds } from '@/lib/domain/reference';
import { officeSchema, settingsPatchSchema, type SettingsPatch } from '@/lib/validation/settings';
import { parseInput } from './parse-input';
import { authorise, type AnonymousContext, type ServiceContext } from './service-context';
import { writeSetting } from './setting-versions';
import { writeTransaction } from './write-transaction';

export interface Settings {
  readonly thresholds: Thresholds;
  /** Words of the office as they were entered; empty where nothing was. */
  readonly office: z.infer<typeof officeSchema>;
  /** Optional parts that the weekly report leaves out. */
  readonly sectionsLeftOut: readonly ReportSection[];
  /** Whether anybody may see the public page without signing in. */
  readonly publicPage: boolean;
}

/** Settings as known on a day (default: today). Open to all: pages of every role, and of none, depend on them. */
export function getSettings(
  ctx: Pick<AnonymousContext, 'db' | 'clock'>,
  asOf: CivilDate = ctx.clock.today(),
): Settings {
  const stored = listSettingsAsOf(ctx.db, asOf);
  const thresholds = Object.fromEntries(
    Object.entries(DEFAULT_THRESHOLDS).map(([key, preset]) => [key, stored.get(key) ?? preset]),
  ) as unknown as Thresholds;
  const office = officeSchema.safeParse(stored.get('office') ?? {});
  const leftOut = settingsPatchSchema.shape.sectionsLeftOut.safeParse(stored.get('sectionsLeftOut') ?? []);
  return {
    thresholds,
    office: office.success ? office.data : {},
    sectionsLeftOut: leftOut.data ?? [],
    publicPage: stored.get('publicPage') === true,
  };
}

/**
 * Changes settings from today on; figures of earlier days keep what held then. What is as before is not written again.
 *
 * @returns the names of the settings that changed
 * @throws AppError `forbidden`, `invalid_input`, `read_only_clock`
 */
export function changeSettings(ctx: ServiceContext, patch: SettingsPatch): string[] {
  authorise(ctx, 'settings.manage');
  const parsed = parseInput(settingsPatchSchema, patch);
  return writeTransaction(ctx, (tx) => {
    const today = ctx.clock.today();
    const stored = listSettingsAsOf(tx, today);
    const changed = Object.entries(parsed).filter(
      ([key, value]) => value !== undefined && JSON.stringify(stored.get(key)) !== JSON.stringify(value),
    );
    for (const [key, value] of changed) {
      writeSetting(ctx, tx, {
        key,
        value,
        action: 'settings.change',
        details: { before: stored.get(key) ?? null, after: value },
      });
    }
    return changed.map(([key]) => key);
  });
}
