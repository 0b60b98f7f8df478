import { formatJalali, parseJalaliDate } from '@/lib/calendar/jalali';
import { formatLongDate } from '@/lib/format/dates';
import { comparePersian } from '@/lib/text/collation';
import { toLatinDigits } from '@/lib/text/digits';
import { matchesWords } from '@/lib/text/search-words';
import type { EditionListQuery, EditionSort } from '@/lib/validation/edition-list';
import { normaliseVerificationCode } from './edition-code';
import { listEditions, type ListedEdition } from './editions';
import { getLedger } from './ledger';
import type { ServiceContext } from './service-context';

export interface EditionListRow extends ListedEdition {
  /** Jalali year of the week's last day. */
  readonly year: number;
  /** The newest edition of the same week, where that is another one. */
  readonly replacedBy: number | null;
  /** The edition of the same week before this one. */
  readonly corrects: number | null;
}

export interface EditionList {
  readonly rows: readonly EditionListRow[];
  /** How many there are without search and filters. */
  readonly total: number;
  /** What can be chosen, newest first. */
  readonly years: readonly number[];
  readonly programmes: readonly { readonly code: string; readonly title: string }[];
  /** Addresses of editions must name their programme. */
  readonly isOneOfSeveral: boolean;
}

/** Editions with what follows from the others of their week; all of a programme must be there. */
export function withWeekFacts(editions: readonly ListedEdition[]): EditionListRow[] {
  const numbersOfWeek = new Map<string, number[]>();
  const weekOf = ({ programmeId, weekStartOn }: ListedEdition) => `${programmeId} ${weekStartOn}`;
  for (const edition of editions) {
    const key = weekOf(edition);
    numbersOfWeek.set(key, [...(numbersOfWeek.get(key) ?? []), edition.number]);
  }
  return editions.map((edition) => {
    const numbers = numbersOfWeek.get(weekOf(edition)) ?? [];
    const newest = Math.max(...numbers);
    const earlier = numbers.filter((number) => number < edition.number);
    return {
      ...edition,
      year: Number(formatJalali(edition.weekEndOn).slice(0, 4)),
      replacedBy: newest > edition.number ? newest : null,
      corrects: earlier.length === 0 ? null : Math.max(...earlier),
    };
  });
}

/** A search as a question to one edition: its number, a day of its week, its code, or words that stand in its row. */
function finder(typed: string): (row: EditionListRow) => boolean {
  const q = toLatinDigits(typed.trim());
  if (q === '') return () => true;
  if (/^\d{1,3}$/.test(q)) return (row) => row.number === Number(q) || row.registration?.registryNumber === q;
  const day = parseJalaliDate(q);
  if (day.ok) return (row) => row.weekStartOn <= day.date && day.date <= row.weekEndOn;
  const code = normaliseVerificationCode(q);
  return (row) =>
    row.verificationCode === code ||
    matchesWords(
      [
        ...[row.verificationCode, row.issuedByName, row.registration?.registryNumber ?? '', row.programmeCode],
        ...[row.weekStartOn, row.weekEndOn].flatMap((date) => [formatJalali(date), formatLongDate(date)]),
      ].join(' '),
      q,
    );
}

const COMPARE: Record<EditionSort, (a: EditionListRow, b: EditionListRow) => number> = {
  number: (a, b) => a.number - b.number,
  week: (a, b) => (a.weekStartOn < b.weekStartOn ? -1 : a.weekStartOn > b.weekStartOn ? 1 : 0),
  issued: () => 0,
  issuer: (a, b) => comparePersian(a.issuedByName, b.issuedByName),
};

/** The editions that fit a search, in the order asked for. @throws AppError as `listEditions` */
export function searchEditions(ctx: ServiceContext, query: EditionListQuery): EditionList {
  const all = withWeekFacts(listEditions(ctx));
  const { programmes } = getLedger(ctx.db).reference(ctx.clock.today());
  const codes = [...new Set(all.map(({ programmeCode }) => programmeCode))];
  const find = finder(query.q);
  const rows = all.filter(
    (row) =>
      (query.year === null || row.year === query.year) &&
      (query.programme === null || row.programmeCode === query.programme) &&
      (!query.isUnregistered || row.registration === null) &&
      find(row),
  );
  const sign = query.isDescending ? -1 : 1;
  return {
    rows: rows.sort((a, b) => sign * (COMPARE[query.sort](a, b) || a.id - b.id)),
    total: all.length,
    years: [...new Set(all.map(({ year }) => year))].sort((a, b) => b - a),
    programmes: codes.map((code) => ({
      code,
      title: programmes.find((programme) => programme.code === code)?.title ?? code,
    })),
    isOneOfSeveral: Math.max(codes.length, programmes.length) > 1,
  };
}
