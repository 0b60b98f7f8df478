import { isCivilDate, type CivilDate } from '@/lib/calendar/civil-date';
import type { ImportColumn, RowProblem, RowWarning } from '@/lib/domain/import-problem';
import {
  AREA_KINDS,
  BASES,
  BODY_CATEGORIES,
  EVIDENCE_KINDS,
  INDICATOR_DIRECTIONS,
  MILESTONE_ACTORS,
  SURVEY_FEEDS,
  type AreaKind,
  type Basis,
  type IndicatorDirection,
  type MilestoneActor,
} from '@/lib/domain/vocabulary';
import { toLatinDigits } from '@/lib/text/digits';
import {
  AREA_COLUMNS,
  CHECKLIST_COLUMNS,
  DESK_SIGN_COLUMNS,
  HOLIDAY_COLUMNS,
  INDICATOR_COLUMNS,
  MILESTONE_COLUMNS,
  PROGRAMME_COLUMNS,
  readAreaKind,
  readBasis,
  readCategory,
  readCode,
  readDirection,
  readEvidenceKind,
  readMilestoneActor,
  readMonth,
  readOfficialCode,
  readSurveyFeed,
  readYesNo,
  SURVEY_COLUMNS,
  TRACK_COLUMNS,
  type ColumnSpec,
} from '@/lib/validation/imports';
import { findTable } from './find-header';
import { readTextTable } from './read-table';
import { RowReader } from './row-reader';

export interface ProgrammeRow {
  readonly code: string;
  readonly title: string;
  readonly legalReference: string;
  readonly countyCode: string;
  readonly startOn: CivilDate;
  readonly endOn: CivilDate;
  readonly baselineMonth: string;
}

export interface TrackRow {
  readonly code: string;
  readonly title: string;
  readonly position: number;
  readonly startOn: CivilDate;
  readonly deadlineOn: CivilDate;
  readonly deadlineSource: string;
  /** null: not said */
  readonly weightPoints: number | null;
}

export interface MilestoneRow {
  readonly trackCode: string;
  readonly code: string;
  readonly position: number;
  readonly title: string;
  readonly shortTitle: string;
  readonly guidance: string;
  readonly evidenceText: string;
  readonly evidenceKinds: string;
  readonly actor: MilestoneActor;
  readonly weightPoints: number;
  readonly baselineDueOn: CivilDate;
  readonly appliesTo: string;
  readonly basis: Basis;
  /** null: not said */
  readonly validFrom: CivilDate | null;
}

export interface AreaRow {
  readonly code: string;
  readonly kind: AreaKind;
  readonly name: string;
  readonly parentCode: string;
  readonly population: number | null;
  /** Place on the schematic map, counted from the east and from the north; null: not said. */
  readonly mapColumn: number | null;
  readonly mapRow: number | null;
}

export interface HolidayRow {
  readonly day: CivilDate;
  readonly title: string;
  readonly isHoliday: boolean;
}

export interface IndicatorRow {
  readonly code: string;
  readonly title: string;
  readonly formula: string;
  readonly unit: string;
  readonly direction: IndicatorDirection;
}

export interface ChecklistRow {
  readonly code: string;
  readonly position: number;
  readonly title: string;
  readonly guidance: string;
  readonly maxPoints: number;
  readonly isCritical: boolean;
  /** space-separated codes of milestones */
  readonly contradicts: string;
}

export interface SurveyItemRow {
  readonly code: string;
  readonly position: number;
  readonly axis: string;
  readonly axisTitle: string;
  readonly text: string;
  readonly isReversed: boolean;
  /** space-separated SURVEY_FEEDS */
  readonly feeds: string;
}

export interface DeskSignRow {
  readonly code: string;
  readonly position: number;
  readonly milestoneCode: string;
  readonly title: string;
  /** alternatives, separated by `|` */
  readonly phrases: string;
}

/** The sound rows of one file, each with its row number, and what is wrong with the others. */
export interface FileRows<T> {
  readonly file: string;
  readonly rows: readonly { readonly sheetRow: number; readonly value: T }[];
  readonly problems: RowProblem[];
  readonly warnings: RowWarning[];
}

function readFile<T>(
  file: string,
  text: string,
  specs: readonly ColumnSpec[],
  readRow: (reader: RowReader, index: number) => T | null,
): FileRows<T> {
  const table = findTable(file, [readTextTable(file, text)], specs);
  const readers = table.rows.map((row) => new RowReader(row, file));
  const rows = readers.flatMap((reader, index) => {
    const value = readRow(reader, index);
    return value !== null && reader.isSound ? [{ sheetRow: reader.sheetRow, value }] : [];
  });
  return {
    file,
    rows,
    problems: readers.flatMap((reader) => reader.problems),
    warnings: readers.flatMap((reader) => reader.warnings),
  };
}

/** Makes a row of cells that are all there; null if one is missing, which then is a problem already. */
function complete<T extends object>(
  cells: { [K in keyof T]: T[K] | null },
  nullable: readonly (keyof T)[] = [],
): T | null {
  const isMissing = (Object.keys(cells) as (keyof T)[]).some((key) => cells[key] === null && !nullable.includes(key));
  return isMissing ? null : (cells as T);
}

export function readProgrammeFile(file: string, text: string): FileRows<ProgrammeRow> {
  return readFile<ProgrammeRow>(file, text, PROGRAMME_COLUMNS, (reader, index) => {
    if (index > 0) return reader.fail(null, { reason: 'one_programme_only' });
    const startOn = reader.day('start', false);
    const endOn = reader.day('end', false);
    if (startOn !== null && endOn !== null && endOn <= startOn) {
      reader.fail('end', { reason: 'order_of_days', earlier: 'start', later: 'end' });
    }
    // A programme's code is a name of its own and keeps its small letters.
    return complete<ProgrammeRow>({
      code: reader.required('code', 60),
      title: reader.required('title'),
      legalReference: reader.required('legalReference', 2000),
      countyCode: reader.read('county', readOfficialCode),
      startOn,
      endOn,
      baselineMonth: reader.read('baselineMonth', readMonth),
    });
  });
}

export function readTracksFile(file: string, text: string): FileRows<TrackRow> {
  return readFile<TrackRow>(file, text, TRACK_COLUMNS, (reader, index) => {
    const code = reader.code();
    const startOn = reader.day('start', false);
    const deadlineOn = reader.day('deadline', false);
    if (startOn !== null && deadlineOn !== null && deadlineOn <= startOn) {
      reader.fail('deadline', { reason: 'order_of_days', earlier: 'start', later: 'deadline' });
    }
    return complete<TrackRow>(
      {
        code,
        title: reader.required('title'),
        position: index + 1,
        startOn,
        deadlineOn,
        deadlineSource: reader.optional('deadlineSource'),
        weightPoints: reader.text('weight') === '' ? null : reader.positive('weight'),
      },
      ['weightPoints'],
    );
  });
}

export function readMilestonesFile(file: string, text: string): FileRows<MilestoneRow> {
  return readFile<MilestoneRow>(file, text, MILESTONE_COLUMNS, (reader, index) => {
    const code = reader.code();
    const title = reader.required('title');
    const basisText = reader.text('basis');
    return complete<MilestoneRow>(
      {
        trackCode: reader.read('track', (value) => ({ ok: true, value: toLatinDigits(value).toUpperCase() })),
        code,
        position: reader.text('position') === '' ? index + 1 : reader.positive('position'),
        title,
        shortTitle: reader.optional('shortTitle', 60) || title,
        guidance: reader.optional('guidance'),
        evidenceText: reader.optional('evidenceText'),
        evidenceKinds: reader.words('evidenceKinds', readEvidenceKind, EVIDENCE_KINDS).join(' '),
        actor: reader.word('actor', readMilestoneActor, MILESTONE_ACTORS),
        weightPoints: reader.positive('weight'),
        baselineDueOn: reader.day('due', false),
        appliesTo: reader.words('appliesTo', readApplicability, [...BODY_CATEGORIES]).join(' '),
        // What does not say where it comes from is a proposal: the screens must not present it as a published rule.
        basis: basisText === '' ? 'inference' : reader.word('basis', readBasis, BASES),
        validFrom: reader.text('validFrom') === '' ? null : reader.day('validFrom', false),
      },
      ['validFrom'],
    );
  });
}

function readApplicability(text: string): string | null {
  const [word = '', scope, ...rest] = text.split(':');
  const category = readCategory(word);
  if (category === null || rest.length > 0 || (scope !== undefined && scope !== 'public')) return null;
  return scope === undefined ? category : `${category}:public`;
}

export function readAreasFile(file: string, text: string): FileRows<AreaRow> {
  return readFile<AreaRow>(file, text, AREA_COLUMNS, (reader) => {
    const code = reader.read('code', readOfficialCode);
    return complete<AreaRow>(
      {
        code,
        kind: reader.word('areaKind', readAreaKind, AREA_KINDS),
        name: reader.required('name', 200),
        parentCode: reader.read('parent', readOfficialCode),
        population: reader.text('population') === '' ? null : readWhole(reader, 'population', 999_999_999),
        mapColumn: reader.text('mapColumn') === '' ? null : readWhole(reader, 'mapColumn', 40),
        mapRow: reader.text('mapRow') === '' ? null : readWhole(reader, 'mapRow', 40),
      },
      ['population', 'mapColumn', 'mapRow'],
    );
  });
}

function readWhole(reader: RowReader, column: ImportColumn, most: number): number | null {
  const text = reader.text(column);
  const digits = toLatinDigits(text).replace(/[,٬\s]/g, '');
  if (/^\d{1,9}$/.test(digits) && Number(digits) <= most) return Number(digits);
  return reader.fail(column, { reason: 'bad_number', value: text });
}

export function readHolidaysFile(file: string, text: string): FileRows<HolidayRow> {
  return readFile<HolidayRow>(file, text, HOLIDAY_COLUMNS, (reader) => {
    const day = reader.day('day', false);
    const iso = toLatinDigits(reader.text('isoDay'));
    if (day !== null && iso !== '' && (!isCivilDate(iso) || iso !== day)) {
      reader.fail('isoDay', { reason: 'date_not_the_same', value: iso, other: day });
    }
    const isHoliday = reader.text('isHoliday') === '' ? true : reader.read('isHoliday', readYesNo);
    return complete<HolidayRow>({ day, title: reader.required('title', 200), isHoliday });
  });
}

export function readIndicatorsFile(file: string, text: string): FileRows<IndicatorRow> {
  return readFile<IndicatorRow>(file, text, INDICATOR_COLUMNS, (reader) =>
    complete<IndicatorRow>({
      code: reader.code(),
      title: reader.required('title'),
      formula: reader.required('formula', 2000),
      unit: reader.required('unit', 100),
      direction: reader.word('direction', readDirection, INDICATOR_DIRECTIONS),
    }),
  );
}

/** A yes or no that counts as no where nothing is written. */
function isYes(reader: RowReader, column: ImportColumn): boolean | null {
  return reader.text(column) === '' ? false : reader.read(column, readYesNo);
}

export function readChecklistFile(file: string, text: string): FileRows<ChecklistRow> {
  return readFile<ChecklistRow>(file, text, CHECKLIST_COLUMNS, (reader, index) => {
    const code = reader.code();
    const points = readWhole(reader, 'points', 1000);
    if (points === 0) reader.fail('points', { reason: 'not_positive', value: reader.text('points') });
    return complete<ChecklistRow>({
      code,
      position: index + 1,
      title: reader.required('title'),
      guidance: reader.optional('guidance'),
      maxPoints: points,
      isCritical: isYes(reader, 'isCritical'),
      contradicts: codesIn(reader.optional('contradicts', 200)),
    });
  });
}

export function readSurveyFile(file: string, text: string): FileRows<SurveyItemRow> {
  return readFile<SurveyItemRow>(file, text, SURVEY_COLUMNS, (reader, index) =>
    complete<SurveyItemRow>({
      code: reader.code(),
      position: index + 1,
      axis: reader.required('axis', 60),
      axisTitle: reader.required('axisTitle', 100),
      text: reader.required('text'),
      isReversed: isYes(reader, 'isReversed'),
      feeds: reader.text('feeds') === '' ? '' : reader.words('feeds', readSurveyFeed, SURVEY_FEEDS).join(' '),
    }),
  );
}

export function readDeskSignsFile(file: string, text: string): FileRows<DeskSignRow> {
  return readFile<DeskSignRow>(file, text, DESK_SIGN_COLUMNS, (reader, index) =>
    complete<DeskSignRow>({
      code: reader.code(),
      position: index + 1,
      milestoneCode: reader.read('milestone', readCode),
      title: reader.required('title'),
      phrases: reader.required('phrases', 2000),
    }),
  );
}

function codesIn(text: string): string {
  return toLatinDigits(text)
    .toUpperCase()
    .split(/[\s,;،؛|]+/)
    .filter(Boolean)
    .join(' ');
}
