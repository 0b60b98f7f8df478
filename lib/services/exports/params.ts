import { parseProgressQuery, type ProgressQuery } from '@/lib/validation/progress';

/**
 * What an export is about, from words as people type them: `asOf, programme, deadline, track, category, district`.
 * @throws AppError `invalid_input`
 */
export function readExportParams(typed: Readonly<Record<string, string | undefined>>): ProgressQuery {
  return parseProgressQuery(typed);
}
export type { ProgressQuery };
