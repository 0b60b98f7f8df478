import type { AreaVersionRow } from '@/db/queries/areas';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { ImportColumn, ImportProblem, RowProblem, RowWarning } from '@/lib/domain/import-problem';
import { BODY_CATEGORIES, type BodyCategory } from '@/lib/domain/vocabulary';
import { toLatinDigits } from '@/lib/text/digits';
import { matchKey, normaliseForStore } from '@/lib/text/normalise';
import {
  readCategory,
  readCode,
  readDate,
  readOfficialCode,
  readPositiveNumber,
  readYesNo,
  type Read,
} from '@/lib/validation/imports';
import type { DataRow } from './find-header';

/** What a row says of a body; null where the cell is empty and the row says nothing. */
export interface BodyFields {
  readonly name: string;
  readonly category: BodyCategory;
  readonly districtCode: string;
  readonly ruralDistrictCode: string | null;
  readonly officialCode: string | null;
  readonly providesPublicService: boolean | null;
  readonly weightPoints: number | null;
  readonly existsFrom: CivilDate | null;
  readonly dissolvedOn: CivilDate | null;
  readonly coordinationOnly: boolean | null;
  readonly existenceBasis: string | null;
  readonly phone: string | null;
  readonly remarks: string | null;
}

export interface BodyRow {
  readonly sheetRow: number;
  readonly code: string | null;
  readonly name: string;
  /** null when the row has problems */
  readonly fields: BodyFields | null;
  readonly problems: readonly RowProblem[];
  readonly warnings: readonly RowWarning[];
}

const LONGEST_NAME = 200;
const LONGEST_REMARK = 1000;

/** Areas by code and by name without «بخش» or «دهستان» in front. */
export class AreaIndex {
  readonly #byCode: ReadonlyMap<string, AreaVersionRow>;
  readonly #areas: readonly AreaVersionRow[];

  constructor(areas: readonly AreaVersionRow[]) {
    this.#areas = areas;
    this.#byCode = new Map(areas.map((area) => [area.code, area]));
  }

  name(code: string): string {
    return this.#byCode.get(code)?.name ?? code;
  }

  /** All areas of a kind that a text may mean: by code, else by name. */
  find(kind: 'district' | 'rural_district', text: string): AreaVersionRow[] {
    const code = toLatinDigits(text).replace(/\s/g, '');
    const byCode = this.#byCode.get(code);
    if (byCode?.kind === kind) return [byCode];
    const prefix = kind === 'district' ? 'بخش' : 'دهستان';
    const key = matchKey(text);
    const short = matchKey(text.replace(new RegExp(`^${prefix}(?=[\\s\\u200c])`), ''));
    return this.#areas.filter((area) => {
      const name = matchKey(area.name);
      return area.kind === kind && (name === key || name === short);
    });
  }

  names(kind: 'district' | 'rural_district', parentCode?: string): string[] {
    return this.#areas
      .filter((area) => area.kind === kind && (parentCode === undefined || area.parentCode === parentCode))
      .map((area) => area.name);
  }
}

/** «کتابخانه های» is written with a half-space, whatever the typist had at hand. */
const joinPlurals = (name: string) => name.replace(/(?<=\p{L}) (?=(?:ها|های|هایی)(?![\p{L}\u200c]))/gu, '\u200c');

/** Reads one row. Every wrong cell is named; nothing here depends on other rows or on bodies that exist. */
export function readBodyRow(row: DataRow, areas: AreaIndex): BodyRow {
  const problems: RowProblem[] = [];
  const warnings: RowWarning[] = [];
  const readCodeCell = readCode(row.cell('code'));
  const code = readCodeCell.ok ? readCodeCell.value : null;
  const fail = (column: ImportColumn, problem: ImportProblem) => {
    problems.push({ sheetRow: row.sheetRow, column, code, problem });
    return null;
  };
  const take = <T>(column: ImportColumn, read: Read<T>): T | null =>
    read.ok ? read.value : fail(column, read.problem);
  const filled = <T>(column: ImportColumn, read: (text: string) => Read<T>): T | null => {
    const text = row.cell(column);
    return text === '' ? null : take(column, read(text));
  };
  const day = (column: ImportColumn): CivilDate | null => {
    const text = row.cell(column);
    const read = filled(column, (value) => readDate(value, true));
    if (read?.isLenient) {
      const warning = { reason: 'lenient_date', value: text, read: read.shown } as const;
      warnings.push({ sheetRow: row.sheetRow, column, code, warning });
    }
    return read?.day ?? null;
  };
  const words = (column: ImportColumn, limit: number): string | null => {
    const text = row.cell(column);
    if (text.length > limit) return fail(column, { reason: 'too_long', limit });
    return text === '' ? null : text;
  };

  if (!readCodeCell.ok) fail('code', readCodeCell.problem);
  const name = joinPlurals(row.cell('name'));
  if (name === '') fail('name', { reason: 'required' });
  else if (name.length > LONGEST_NAME) fail('name', { reason: 'too_long', limit: LONGEST_NAME });

  const categoryText = row.cell('category');
  const category = readCategory(categoryText);
  if (categoryText === '') fail('category', { reason: 'required' });
  else if (category === null) fail('category', { reason: 'unknown_word', value: categoryText, known: BODY_CATEGORIES });

  const { districtCode, ruralDistrictCode } = readAreas(row, areas, fail);
  const officialCode = take('officialCode', readOfficialCode(row.cell('officialCode')));
  const existsFrom = day('existsFrom');
  const dissolvedOn = day('dissolvedOn');
  if (existsFrom !== null && dissolvedOn !== null && dissolvedOn <= existsFrom) {
    fail('dissolvedOn', { reason: 'dissolved_before_founded' });
  }
  const rest = {
    officialCode,
    existsFrom,
    dissolvedOn,
    providesPublicService: take('providesPublicService', readYesNo(row.cell('providesPublicService'))),
    coordinationOnly: take('coordinationOnly', readYesNo(row.cell('coordinationOnly'))),
    weightPoints: filled('weight', readPositiveNumber),
    existenceBasis: words('existenceBasis', LONGEST_REMARK),
    phone: words('phone', LONGEST_NAME),
    remarks: words('remarks', LONGEST_REMARK),
  };
  if (
    officialCode !== null &&
    districtCode !== null &&
    !officialCode.startsWith(districtCode) &&
    !districtCode.startsWith(officialCode)
  ) {
    const warning = {
      reason: 'official_code_elsewhere',
      value: officialCode,
      district: areas.name(districtCode),
    } as const;
    warnings.push({ sheetRow: row.sheetRow, column: 'officialCode', code, warning });
  }
  const isComplete = problems.length === 0 && category !== null && districtCode !== null;
  return {
    sheetRow: row.sheetRow,
    code,
    name,
    problems,
    warnings,
    fields: isComplete
      ? {
          name,
          category,
          districtCode,
          ruralDistrictCode,
          ...rest,
          phone: rest.phone === null ? null : toLatinDigits(normaliseForStore(rest.phone)),
        }
      : null,
  };
}

function readAreas(
  row: DataRow,
  areas: AreaIndex,
  fail: (column: ImportColumn, problem: ImportProblem) => null,
): { districtCode: string | null; ruralDistrictCode: string | null } {
  const none = { districtCode: null, ruralDistrictCode: null };
  const districtText = row.cell('district');
  const ruralText = row.cell('ruralDistrict');
  if (districtText === '') {
    fail('district', { reason: 'required' });
    return none;
  }
  const districts = areas.find('district', districtText);
  const rurals = ruralText === '' ? [] : areas.find('rural_district', ruralText);
  // Two counties may have a district of one name; the rural district then tells which is meant.
  const meant =
    districts.length > 1 && rurals.length > 0
      ? districts.filter(({ code }) => rurals.some((r) => r.parentCode === code))
      : districts;
  const district = meant[0];
  if (district === undefined) {
    if (districts.length > 1) fail('ruralDistrict', { reason: 'unknown_rural_district', value: ruralText, known: [] });
    else fail('district', { reason: 'unknown_district', value: districtText, known: areas.names('district') });
    return none;
  }
  if (meant.length > 1) {
    fail('district', { reason: 'several_areas', value: districtText, codes: meant.map(({ code }) => code) });
    return none;
  }
  if (ruralText === '') return { districtCode: district.code, ruralDistrictCode: null };
  const rural = rurals.find((area) => area.parentCode === district.code);
  if (rural === undefined) {
    const elsewhere = rurals.length > 0;
    fail(
      'ruralDistrict',
      elsewhere
        ? { reason: 'rural_district_elsewhere', value: ruralText, district: district.name }
        : { reason: 'unknown_rural_district', value: ruralText, known: areas.names('rural_district', district.code) },
    );
  }
  return { districtCode: district.code, ruralDistrictCode: rural?.code ?? null };
}
