import type { CivilDate } from '@/lib/calendar/civil-date';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import { DEED_GROUPS, type DeedGroup } from '@/lib/domain/deeds';
import { BODY_CATEGORIES, type BodyCategory } from '@/lib/domain/vocabulary';
import { parseMonth } from './indicators';
import { queryCount, queryDay, queryValue, queryWord, type QueryParams } from './progress';

export const DEED_SORTS = ['group', 'name', 'progress', 'gain'] as const;
export type DeedSort = (typeof DEED_SORTS)[number];

/** What the address of «کاغذ و کردار» may say. */
export interface DeedsQuery {
  readonly asOf: CivilDate | null;
  readonly programme: string | null;
  readonly month: JalaliMonth | null;
  readonly indicator: string | null;
  readonly category: BodyCategory | null;
  readonly district: string | null;
  readonly group: DeedGroup | null;
  readonly q: string;
  readonly sort: DeedSort;
  readonly order: 'asc' | 'desc';
  readonly page: number;
}

/** @throws AppError `invalid_input` with the parameter that cannot be */
export function parseDeedsQuery(params: QueryParams): DeedsQuery {
  return {
    asOf: queryDay(params, 'asOf'),
    programme: queryValue(params, 'programme'),
    month: parseMonth(params),
    indicator: queryValue(params, 'indicator'),
    category: queryWord(params, 'category', BODY_CATEGORIES),
    district: queryValue(params, 'district'),
    group: queryWord(params, 'group', DEED_GROUPS),
    q: queryValue(params, 'q') ?? '',
    sort: queryWord(params, 'sort', DEED_SORTS) ?? 'group',
    order: queryWord(params, 'order', ['asc', 'desc']) ?? 'asc',
    page: Math.max(1, queryCount(params, 'page') ?? 1),
  };
}
