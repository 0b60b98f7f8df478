import type { CivilDate } from '@/lib/calendar/civil-date';
import { editionWords } from '@/lib/messages/edition-text';
import type { ServiceContext } from './service-context';
import { getSettings } from './settings';

/** Words of the office as a letter needs them. */
export interface OfficeWords {
  readonly name: string;
  readonly letterhead: readonly string[];
  readonly motto: string | null;
  /** One a line. */
  readonly recipient: string;
  readonly signatory: string;
  readonly preparedTitle: string | null;
  readonly confirmedTitle: string | null;
  /** Null: the heads of the districts and the secretariat. */
  readonly copies: readonly string[] | null;
  /** Origin under which the program is reached, for the square code on paper. */
  readonly webAddress: string | null;
}

/** Words of the office as known on a day. What was never set is formed from the county's name. */
export function officeWordsAsOf(
  ctx: Pick<ServiceContext, 'db' | 'clock'>,
  day: CivilDate,
  county: string,
): OfficeWords {
  const { office } = getSettings(ctx, day);
  const province = office.province === undefined ? [] : [editionWords.province(office.province)];
  return {
    name: office.name ?? editionWords.office(county),
    letterhead: office.letterhead ?? [...editionWords.letterhead, ...province],
    motto: office.motto ?? null,
    recipient: office.recipient ?? editionWords.recipient(county),
    signatory: office.signatory ?? editionWords.signatory(county),
    preparedTitle: office.preparedTitle ?? null,
    confirmedTitle: office.confirmedTitle ?? null,
    copies: office.copies?.map((copy) => (typeof copy === 'string' ? copy : `${copy.to} ${copy.reason}`)) ?? null,
    webAddress: office.webAddress?.replace(/\/+$/, '') ?? null,
  };
}
