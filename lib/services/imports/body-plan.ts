import type { CurrentBody } from '@/db/queries/bodies';
import type { ImportColumn, RowProblem, RowWarning } from '@/lib/domain/import-problem';
import { matchKey } from '@/lib/text/normalise';
import type { BodyFields, BodyRow } from './body-rows';

/** One distinct body of the file: the rows about it put together, and the body it is known as. */
export interface BodyTarget {
  readonly code: string;
  readonly existing: CurrentBody | null;
  readonly sheetRow: number;
  fields: BodyFields;
}

export interface BodyPlan {
  readonly targets: readonly BodyTarget[];
  readonly duplicates: readonly { readonly sheetRow: number; readonly code: string; readonly firstRow: number }[];
  readonly problems: readonly RowProblem[];
  readonly warnings: readonly RowWarning[];
}

/** Cells in which two rows about one body may not contradict each other, by the field behind them. */
const FIRM: readonly (readonly [keyof BodyFields, ImportColumn])[] = [
  ['name', 'name'],
  ['category', 'category'],
  ['districtCode', 'district'],
  ['ruralDistrictCode', 'ruralDistrict'],
  ['officialCode', 'officialCode'],
  ['providesPublicService', 'providesPublicService'],
  ['weightPoints', 'weight'],
  ['existsFrom', 'existsFrom'],
  ['dissolvedOn', 'dissolvedOn'],
  ['coordinationOnly', 'coordinationOnly'],
];
const SOFT: readonly (readonly [keyof BodyFields, ImportColumn])[] = [
  ['phone', 'phone'],
  ['remarks', 'remarks'],
  ['existenceBasis', 'existenceBasis'],
];

const nameKey = (name: string, districtCode: string) => `${districtCode} ${matchKey(name)}`;

/** What speaks against a row, or the target it belongs to. */
type Match =
  { readonly existing: CurrentBody | null; readonly earlier: BodyTarget | null } | { readonly problem: RowProblem };

/**
 * Finds for every sound row the body it means: by code, else by official code, else by name within the area; first among the bodies that
 * exist, then among the rows above. Exact repeats are duplicates; rows that contradict each other or other bodies are problems.
 */
export function planBodies(rows: readonly BodyRow[], existing: readonly CurrentBody[]): BodyPlan {
  const targets: BodyTarget[] = [];
  const duplicates: { sheetRow: number; code: string; firstRow: number }[] = [];
  const problems: RowProblem[] = [];
  const warnings: RowWarning[] = [];
  const finder = new BodyFinder(rows, existing);

  for (const row of rows) {
    const { fields } = row;
    if (fields === null) continue;
    const match = finder.match(row, fields, targets);
    if ('problem' in match) {
      problems.push(match.problem);
      continue;
    }
    if (match.existing && row.code !== null && match.existing.code !== row.code) {
      const warning = { reason: 'known_under_other_code', value: row.code, code: match.existing.code } as const;
      warnings.push({ sheetRow: row.sheetRow, column: 'code', code: row.code, warning });
    }
    const first = match.earlier;
    if (first === null) {
      const code = match.existing?.code ?? row.code ?? '';
      const target = { code, existing: match.existing, sheetRow: row.sheetRow, fields };
      targets.push(target);
      finder.take(target);
      continue;
    }
    const at = { sheetRow: row.sheetRow, code: first.code };
    const contradicting = differing(FIRM, first.fields, fields);
    if (contradicting.length > 0) {
      const problem = { reason: 'contradicts_row', sheetRow: first.sheetRow, columns: contradicting } as const;
      problems.push({ ...at, column: contradicting[0] ?? null, problem });
      continue;
    }
    duplicates.push({ ...at, firstRow: first.sheetRow });
    const other = differing(SOFT, first.fields, fields);
    if (other.length > 0) {
      const warning = { reason: 'repeat_differs', sheetRow: first.sheetRow, columns: other } as const;
      warnings.push({ ...at, column: other[0] ?? null, warning });
    }
    first.fields = fillBlanks(first.fields, fields);
  }
  const clashes = officialCodeClashes(targets, existing);
  const bad = new Set(clashes.map(({ sheetRow }) => sheetRow));
  return {
    targets: targets.filter(({ sheetRow }) => !bad.has(sheetRow)),
    duplicates,
    problems: [...problems, ...clashes],
    warnings,
  };
}

class BodyFinder {
  readonly #byCode: ReadonlyMap<string, CurrentBody>;
  /** Bodies that the file does not name by code: only these may be meant by a row through official code or name. */
  readonly #unnamed: readonly CurrentBody[];
  readonly #taken = new Map<string, BodyTarget>();

  constructor(rows: readonly BodyRow[], existing: readonly CurrentBody[]) {
    this.#byCode = new Map(existing.map((body) => [body.code, body]));
    const named = new Set(rows.map((row) => row.code));
    this.#unnamed = existing.filter((body) => !named.has(body.code));
  }

  /** Rows further down that mean the same body meet this target. */
  take(target: BodyTarget): void {
    this.#taken.set(target.code, target);
  }

  match(row: BodyRow, fields: BodyFields, targets: readonly BodyTarget[]): Match {
    const found = this.#existing(row, fields);
    if ('problem' in found) return found;
    const { body } = found;
    const code = body?.code ?? row.code;
    const earlier =
      (code === null ? targets.find((target) => isSameWithoutCode(target, fields)) : this.#taken.get(code)) ?? null;
    if (earlier !== null) {
      const isOtherCode = body !== null && row.code !== null && row.code !== body.code && earlier.code === body.code;
      if (!isOtherCode) return { existing: earlier.existing, earlier };
      const problem = { reason: 'same_body_twice', sheetRow: earlier.sheetRow, code: earlier.code } as const;
      return { problem: { sheetRow: row.sheetRow, column: 'code', code: row.code, problem } };
    }
    if (body === null && row.code === null) {
      return { problem: { sheetRow: row.sheetRow, column: 'code', code: null, problem: { reason: 'code_missing' } } };
    }
    return { existing: body, earlier: null };
  }

  #existing(
    row: BodyRow,
    fields: BodyFields,
  ): { readonly body: CurrentBody | null } | { readonly problem: RowProblem } {
    const byCode = row.code === null ? undefined : this.#byCode.get(row.code);
    if (byCode) return { body: byCode };
    const pool = row.code === null ? [...this.#byCode.values()] : this.#unnamed;
    // Under a code of its own a row is the same body only if it is of the same kind too.
    const mayBe = (body: CurrentBody) => row.code === null || body.version.category === fields.category;
    if (fields.officialCode !== null) {
      const owner = pool.find((body) => body.version.officialCode === fields.officialCode);
      if (owner && mayBe(owner)) return { body: owner };
    }
    const key = nameKey(fields.name, fields.districtCode);
    const named = pool.filter(
      ({ version }) =>
        nameKey(version.name, version.districtCode) === key &&
        (fields.ruralDistrictCode === null ||
          version.ruralDistrictCode === null ||
          version.ruralDistrictCode === fields.ruralDistrictCode) &&
        (fields.officialCode === null || version.officialCode === null),
    );
    const candidates = named.filter(mayBe);
    if (candidates.length > 1 && row.code === null) {
      const problem = {
        reason: 'several_bodies',
        value: fields.name,
        codes: candidates.map(({ code }) => code),
      } as const;
      return { problem: { sheetRow: row.sheetRow, column: 'name', code: null, problem } };
    }
    return { body: candidates.length === 1 ? (candidates[0] ?? null) : null };
  }
}

function isSameWithoutCode(target: BodyTarget, fields: BodyFields): boolean {
  if (fields.officialCode !== null && target.fields.officialCode !== null)
    return fields.officialCode === target.fields.officialCode;
  return nameKey(target.fields.name, target.fields.districtCode) === nameKey(fields.name, fields.districtCode);
}

function isSame(field: keyof BodyFields, a: BodyFields, b: BodyFields): boolean {
  if (a[field] === null || b[field] === null) return true;
  return field === 'name' ? matchKey(a.name) === matchKey(b.name) : a[field] === b[field];
}

function differing(
  pairs: readonly (readonly [keyof BodyFields, ImportColumn])[],
  a: BodyFields,
  b: BodyFields,
): ImportColumn[] {
  return pairs.filter(([field]) => !isSame(field, a, b)).map(([, column]) => column);
}

/** A repeat adds what the first row left empty. */
function fillBlanks(first: BodyFields, repeat: BodyFields): BodyFields {
  const added = Object.entries(repeat).filter(([field]) => first[field as keyof BodyFields] === null);
  return { ...first, ...Object.fromEntries(added) };
}

/** An official code belongs to one body: not to two of the file, and not to one of the file and another that exists. */
function officialCodeClashes(targets: readonly BodyTarget[], existing: readonly CurrentBody[]): RowProblem[] {
  const problems: RowProblem[] = [];
  const seen = new Map<string, BodyTarget>();
  const owners = new Map(existing.map((body) => [body.version.officialCode, body]));
  const given = new Map(targets.map((target) => [target.existing, target.fields.officialCode]));
  for (const target of targets) {
    const value = target.fields.officialCode;
    if (value === null) continue;
    const at = { sheetRow: target.sheetRow, column: 'officialCode', code: target.code } as const;
    const owner = owners.get(value);
    // The owner may give the code away in this very file; an empty cell gives nothing away.
    const keeps = owner !== undefined && owner !== target.existing && (given.get(owner) ?? value) === value;
    const earlier = seen.get(value);
    if (keeps) {
      problems.push({
        ...at,
        problem: { reason: 'official_code_taken', value, code: owner.code, name: owner.version.name },
      });
    } else if (earlier) {
      problems.push({
        ...at,
        problem: { reason: 'official_code_repeated', value, sheetRow: earlier.sheetRow, code: earlier.code },
      });
    } else {
      seen.set(value, target);
    }
  }
  return problems;
}
