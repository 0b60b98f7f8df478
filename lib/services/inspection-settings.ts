import { z } from 'zod';
import { findNewestSetting, listSettingsAsOf } from '@/db/queries/settings';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { DEFAULT_PASS_PERCENT } from '@/lib/domain/inspections';
import { invalidInput } from './parse-input';
import { authorise, type ServiceContext } from './service-context';
import { writeSetting } from './setting-versions';
import { writeTransaction } from './write-transaction';

export interface InspectionSettings {
  /** Percent of the possible points from which a desk may be called real. */
  readonly passPercent: number;
}

const KEY = 'inspections';
const passPercent = z.number().int().min(1).max(100);
const storedSchema = z.object({ passPercent });
const DEFAULTS: InspectionSettings = { passPercent: DEFAULT_PASS_PERCENT };

function parseStored(value: unknown): InspectionSettings {
  return storedSchema.safeParse(value).data ?? DEFAULTS;
}

/** What held on a day (default: today). */
export function getInspectionSettings(
  { db, clock }: Pick<ServiceContext, 'db' | 'clock'>,
  asOf: CivilDate = clock.today(),
): InspectionSettings {
  return parseStored(listSettingsAsOf(db, asOf).get(KEY));
}

/**
 * Changes the share from today on; earlier visits keep what held when they were recorded.
 *
 * @returns whether anything changed
 * @throws AppError `forbidden`, `invalid_input`, `read_only_clock`
 */
export function changeInspectionSettings(ctx: ServiceContext, wanted: InspectionSettings): boolean {
  authorise(ctx, 'settings.manage');
  const parsed = storedSchema.safeParse(wanted);
  if (!parsed.success) throw invalidInput([{ field: 'passPercent', reason: 'pass_percent' }]);
  return writeTransaction(ctx, (tx) => {
    const before = parseStored(findNewestSetting(tx, KEY)?.value);
    const after = parsed.data;
    if (before.passPercent === after.passPercent) return false;
    writeSetting(ctx, tx, { key: KEY, value: after, action: 'inspection.change_rule', details: { before, after } });
    return true;
  });
}
