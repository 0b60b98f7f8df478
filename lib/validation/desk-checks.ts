import { z } from 'zod';
import { BODY_CATEGORIES, type BodyCategory } from '@/lib/domain/vocabulary';
import { DESK_STATES, type DeskState } from '@/lib/messages/desk-checks';
import { toLatinDigits } from '@/lib/text/digits';
import { queryValue, queryWord, type QueryParams } from './progress';

const bodyCode = z.string().min(1).max(60);
// what is no address is refused by the service, with its reason
export const deskAddressForm = z.object({ body: bodyCode, url: z.string().max(2000) });
export const deskCheckForm = z.object({ body: bodyCode });

const lines = z
  .string()
  .max(50_000)
  .transform((text) =>
    toLatinDigits(text)
      .split(/[\r\n]+/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  );

export const deskSettingsForm = z.object({
  isOn: z
    .string()
    .optional()
    .transform((value) => value !== undefined),
  hosts: lines,
  ranges: lines,
});

const SORTS = ['name', 'checked', 'result', 'time', 'signs'] as const;

/** What the address of the list of desks may say. */
export interface DeskListQuery {
  readonly q: string;
  readonly state: DeskState | null;
  readonly category: BodyCategory | null;
  readonly district: string | null;
  readonly sort: (typeof SORTS)[number];
  readonly order: 'asc' | 'desc';
}

/** @throws AppError `invalid_input` with the parameter that cannot be */
export function parseDeskListQuery(params: QueryParams): DeskListQuery {
  return {
    q: queryValue(params, 'q') ?? '',
    state: queryWord(params, 'state', DESK_STATES),
    category: queryWord(params, 'category', BODY_CATEGORIES),
    district: queryValue(params, 'district'),
    sort: queryWord(params, 'sort', SORTS) ?? 'name',
    order: queryWord(params, 'order', ['asc', 'desc']) ?? 'asc',
  };
}
