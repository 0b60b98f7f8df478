import { z } from 'zod';
import { findNewestSetting } from '@/db/queries/settings';
import { readHostEntry } from '@/lib/domain/desk-checks';
import { invalidInput, parseInput } from '../parse-input';
import { authorise, type ServiceContext } from '../service-context';
import { writeSetting } from '../setting-versions';
import { writeTransaction } from '../write-transaction';
import { readRange } from './allowed-addresses';

/** Whether electronic desks are looked at, and which of them. */
export interface DeskCheckSettings {
  readonly isOn: boolean;
  /** Host names, with a port where it is not that of http or https. */
  readonly hosts: readonly string[];
  /** Address ranges that may be asked besides the public ones. */
  readonly ranges: readonly string[];
}

export const DESK_CHECK_SETTING = 'deskChecks';
const MAX_LINES = 500;
const lines = z.array(z.string().trim().min(1).max(260)).max(MAX_LINES);
const inputSchema = z.strictObject({ isOn: z.boolean(), hosts: lines, ranges: lines });
const OFF: DeskCheckSettings = { isOn: false, hosts: [], ranges: [] };

export function getDeskCheckSettings({ db }: Pick<ServiceContext, 'db'>): DeskCheckSettings {
  const stored = inputSchema.safeParse(findNewestSetting(db, DESK_CHECK_SETTING)?.value);
  return stored.success ? stored.data : OFF;
}

/** Every line in its one spelling, each once. @throws AppError `invalid_input` with the first line that is none */
function readLines(
  field: 'hosts' | 'ranges',
  given: readonly string[],
  read: (line: string) => string | null,
): string[] {
  const found = new Set<string>();
  for (const line of given) {
    const entry = read(line);
    if (entry === null) throw invalidInput([{ field, reason: `not_in_${field}`, line }]);
    found.add(entry);
  }
  return [...found];
}

/**
 * Turns the checks on or off and says which hosts and ranges may be asked. A check that is under way sees it before its next request.
 *
 * @returns whether anything changed
 * @throws AppError `forbidden`; `invalid_input` with the line that names no host or range; `read_only_clock`
 */
export function changeDeskCheckSettings(ctx: ServiceContext, input: DeskCheckSettings): boolean {
  authorise(ctx, 'settings.manage');
  const parsed = parseInput(inputSchema, input);
  const after: DeskCheckSettings = {
    isOn: parsed.isOn,
    hosts: readLines('hosts', parsed.hosts, readHostEntry),
    ranges: readLines('ranges', parsed.ranges, readRange),
  };
  return writeTransaction(ctx, (tx) => {
    const before = getDeskCheckSettings(ctx);
    if (JSON.stringify(after) === JSON.stringify(before)) return false;
    writeSetting(ctx, tx, {
      key: DESK_CHECK_SETTING,
      value: after,
      action: 'desk_check.change',
      details: { before, after },
    });
    return true;
  });
}
