import { formatJalali } from '@/lib/calendar/jalali';
import type { ImportColumn, ImportProblem, RowProblem, RowWarning } from '@/lib/domain/import-problem';
import { AppError } from '@/lib/errors';
import {
  readAreasFile,
  readChecklistFile,
  readDeskSignsFile,
  readHolidaysFile,
  readIndicatorsFile,
  readMilestonesFile,
  readProgrammeFile,
  readSurveyFile,
  readTracksFile,
  type AreaRow,
  type ChecklistRow,
  type DeskSignRow,
  type FileRows,
  type HolidayRow,
  type IndicatorRow,
  type MilestoneRow,
  type ProgrammeRow,
  type SurveyItemRow,
  type TrackRow,
} from './programme-rows';

/** The files of a programme, read and checked against each other; what is left to check needs the database. */
export interface ProgrammeFiles {
  readonly programme: ProgrammeRow | null;
  readonly tracks: FileRows<TrackRow>;
  readonly milestones: FileRows<MilestoneRow>;
  readonly areas: FileRows<AreaRow>;
  readonly holidays: readonly HolidayRow[];
  readonly indicators: FileRows<IndicatorRow> | null;
  readonly checklist: FileRows<ChecklistRow> | null;
  readonly survey: FileRows<SurveyItemRow> | null;
  readonly deskSigns: FileRows<DeskSignRow> | null;
  readonly problems: readonly RowProblem[];
  readonly warnings: readonly RowWarning[];
}

const REQUIRED_FILES = ['programme.csv', 'tracks.csv', 'milestones.csv', 'areas.csv'] as const;
const OPTIONAL_FILES = ['indicators.csv', 'checklist.csv', 'survey.csv', 'desk-signs.csv'] as const;
const HOLIDAYS_FILE = /^holidays-.*\.csv$/i;

/** Whether a file of a folder belongs to the definition of a programme. */
export function isProgrammeFile(name: string): boolean {
  return ([...REQUIRED_FILES, ...OPTIONAL_FILES] as readonly string[]).includes(name) || HOLIDAYS_FILE.test(name);
}

/**
 * @param knownAreas codes of areas that exist already: a later file may build on them
 * @throws AppError `import_refused` (missing_files, no_header, missing_columns, no_rows), `file_unreadable`
 */
export function readProgrammeFiles(
  files: ReadonlyMap<string, string>,
  knownAreas: ReadonlyMap<string, string>,
): ProgrammeFiles {
  const missing = REQUIRED_FILES.filter((name) => !files.has(name));
  if (missing.length > 0) throw new AppError('import_refused', { reason: 'missing_files', missing });
  const text = (name: string) => files.get(name) ?? '';
  const programmeFile = readProgrammeFile('programme.csv', text('programme.csv'));
  const tracks = readTracksFile('tracks.csv', text('tracks.csv'));
  const milestones = readMilestonesFile('milestones.csv', text('milestones.csv'));
  const areas = readAreasFile('areas.csv', text('areas.csv'));
  const optional = <T>(name: (typeof OPTIONAL_FILES)[number], read: (file: string, content: string) => FileRows<T>) =>
    files.has(name) ? read(name, text(name)) : null;
  const indicators = optional('indicators.csv', readIndicatorsFile);
  const checklist = optional('checklist.csv', readChecklistFile);
  const survey = optional('survey.csv', readSurveyFile);
  const deskSigns = optional('desk-signs.csv', readDeskSignsFile);
  const extras = [indicators, checklist, survey, deskSigns].filter((file) => file !== null);
  const holidayFiles = [...files.keys()]
    .filter((name) => HOLIDAYS_FILE.test(name))
    .sort()
    .map((name) => readHolidaysFile(name, text(name)));

  const read = [programmeFile, tracks, milestones, areas, ...extras, ...holidayFiles];
  const warnings = read.flatMap((file) => file.warnings);
  if (holidayFiles.length === 0) {
    warnings.push({ sheetRow: null, column: null, code: null, warning: { reason: 'no_holidays' } });
  }
  const problems = read.flatMap((file) => file.problems);
  const programme = programmeFile.rows[0]?.value ?? null;
  problems.push(
    ...repeatedCodes(tracks),
    ...repeatedCodes(milestones),
    ...repeatedCodes(areas),
    ...extras.flatMap((file) => repeatedCodes(file)),
    ...checkMilestones(milestones, tracks, warnings),
    ...checkAreas(areas, knownAreas),
    ...checkCounty(programme, programmeFile, areas, knownAreas),
  );
  return {
    programme,
    tracks,
    milestones,
    areas,
    holidays: mergeHolidays(holidayFiles),
    indicators,
    checklist,
    survey,
    deskSigns,
    problems,
    warnings,
  };
}

function problemAt(
  file: string,
  { sheetRow, value }: { readonly sheetRow: number; readonly value: { readonly code: string } },
  column: ImportColumn,
  problem: ImportProblem,
): RowProblem {
  return { file, sheetRow, column, code: value.code, problem };
}

function repeatedCodes(file: FileRows<{ readonly code: string }>): RowProblem[] {
  const firstRows = new Map<string, number>();
  return file.rows.flatMap((row) => {
    const first = firstRows.get(row.value.code);
    if (first === undefined) {
      firstRows.set(row.value.code, row.sheetRow);
      return [];
    }
    return [problemAt(file.file, row, 'code', { reason: 'repeated_code', value: row.value.code, sheetRow: first })];
  });
}

function checkMilestones(
  milestones: FileRows<MilestoneRow>,
  tracks: FileRows<TrackRow>,
  warnings: RowWarning[],
): RowProblem[] {
  const byCode = new Map(tracks.rows.map(({ value }) => [value.code, value]));
  return milestones.rows.flatMap((row) => {
    const { baselineDueOn, trackCode, code } = row.value;
    const track = byCode.get(trackCode);
    if (track === undefined) {
      // A row of tracks.csv that could not be read is its own problem; it is said once.
      if (tracks.problems.some((problem) => problem.code === trackCode)) return [];
      return [
        problemAt(milestones.file, row, 'track', {
          reason: 'unknown_track',
          value: trackCode,
          known: [...byCode.keys()],
        }),
      ];
    }
    const [due, start] = [formatJalali(baselineDueOn), formatJalali(track.startOn)];
    if (baselineDueOn < track.startOn) {
      return [problemAt(milestones.file, row, 'due', { reason: 'due_before_start', due, start, track: trackCode })];
    }
    if (baselineDueOn > track.deadlineOn) {
      const warning = { reason: 'due_outside_track', due, start, deadline: formatJalali(track.deadlineOn) } as const;
      warnings.push({ file: milestones.file, sheetRow: row.sheetRow, column: 'due', code, warning });
    }
    return [];
  });
}

/** Every area but a county lies in another one. */
function checkAreas(areas: FileRows<AreaRow>, knownAreas: ReadonlyMap<string, string>): RowProblem[] {
  const codes = new Set([...knownAreas.keys(), ...areas.rows.map(({ value }) => value.code)]);
  return areas.rows
    .filter(({ value }) => value.kind !== 'county' && !codes.has(value.parentCode))
    .map((row) => problemAt(areas.file, row, 'parent', { reason: 'unknown_parent', value: row.value.parentCode }));
}

function checkCounty(
  programme: ProgrammeRow | null,
  file: FileRows<ProgrammeRow>,
  areas: FileRows<AreaRow>,
  knownAreas: ReadonlyMap<string, string>,
): RowProblem[] {
  const row = file.rows[0];
  if (programme === null || row === undefined) return [];
  const kinds = new Map([...knownAreas, ...areas.rows.map(({ value }) => [value.code, value.kind] as const)]);
  if (kinds.get(programme.countyCode) === 'county') return [];
  return [problemAt(file.file, row, 'county', { reason: 'unknown_county', value: programme.countyCode })];
}

/** Two occasions may fall on one day; it is one holiday with both names. */
function mergeHolidays(files: readonly FileRows<HolidayRow>[]): HolidayRow[] {
  const byDay = new Map<string, HolidayRow>();
  for (const { value } of files.flatMap((file) => file.rows)) {
    const known = byDay.get(value.day);
    const isNews = known !== undefined && !known.title.split('، ').includes(value.title);
    const title = isNews ? `${known.title}، ${value.title}` : (known?.title ?? value.title);
    byDay.set(value.day, { day: value.day, title, isHoliday: value.isHoliday || known?.isHoliday === true });
  }
  return [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}
