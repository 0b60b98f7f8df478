import { z } from 'zod';
import { settingAsOf } from '@/db/queries/editions';
import type { Executor } from '@/db/client';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { editionWords } from '@/lib/messages/edition-text';

/** Setting that holds the words of the office's letters; every part of it may be left out. */
export const OFFICE_SETTING = 'office';

const schema = z.object({
  name: z.string().min(1).optional(),
  letterhead: z.array(z.string().min(1)).optional(),
  province: z.string().min(1).optional(),
  recipient: z.string().min(1).optional(),
  signatory: z.string().min(1).optional(),
  copies: z.array(z.string().min(1)).optional(),
  /** Origin under which the program is reached, such as `https://mizban.lengeh`, for the square code on paper. */
  webAddress: z.url().optional(),
});

export interface OfficeWords {
  readonly name: string;
  readonly letterhead: readonly string[];
  readonly recipient: string;
  readonly signatory: string;
  /** Null: the heads of the districts and the secretariat. */
  readonly copies: readonly string[] | null;
  readonly webAddress: string | null;
}

/** Words of the office as known on a day. What was never set is formed from the county's name; a setting that does not parse counts as unset. */
export function officeWordsAsOf(db: Executor, day: CivilDate, county: string): OfficeWords {
  const parsed = schema.safeParse(settingAsOf(db, OFFICE_SETTING, day) ?? {});
  const set = parsed.success ? parsed.data : {};
  const province = set.province === undefined ? [] : [editionWords.province(set.province)];
  return {
    name: set.name ?? editionWords.office(county),
    letterhead: set.letterhead ?? [...editionWords.letterhead, ...province],
    recipient: set.recipient ?? editionWords.recipient(county),
    signatory: set.signatory ?? editionWords.signatory(county),
    copies: set.copies ?? null,
    webAddress: set.webAddress?.replace(/\/+$/, '') ?? null,
  };
}
