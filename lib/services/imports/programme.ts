import type { Executor } from '@/db/client';
import { insertAreaVersion, insertHolidayVersion, listAreasAsOf, listHolidaysAsOf } from '@/db/queries/areas';
import { insertChecklistItem, listChecklistAsOf } from '@/db/queries/checklist';
import { insertDeskSign, listDeskSignsAsOf } from '@/db/queries/desk-signs';
import {
  insertIndicatorVersion,
  insertMilestone,
  insertMilestoneVersion,
  insertProgramme,
  insertProgrammeVersion,
  insertTrack,
  insertTrackVersion,
  listIndicatorsAsOf,
  listMilestonesAsOf,
  listProgrammesAsOf,
  listTracksAsOf,
} from '@/db/queries/programmes';
import { insertSurveyItem, listSurveyItemsAsOf } from '@/db/queries/surveys';
import { minDate, type CivilDate } from '@/lib/calendar/civil-date';
import type { RowProblem, RowWarning } from '@/lib/domain/import-problem';
import { recordAudit } from '../audit';
import { authorise, type ServiceContext } from '../service-context';
import { fingerprint } from './fingerprint';
import { importTransaction } from './import-transaction';
import { readProgrammeFiles, type ProgrammeFiles } from './programme-files';
import type { ProgrammeRow } from './programme-rows';

export const PROGRAMME_PARTS = [
  'programmes',
  'tracks',
  'milestones',
  'areas',
  'holidays',
  'indicators',
  'checklist',
  'survey',
  'deskSigns',
] as const;
export type ProgrammePart = (typeof PROGRAMME_PARTS)[number];

export interface PartCounts {
  created: number;
  updated: number;
  unchanged: number;
}

export interface ProgrammeImportResult {
  readonly programme: string | null;
  /** Name and SHA-256 of each file that was read. */
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly isWritten: boolean;
  /** What is, or without `isWritten` would be, created, updated and left as it is. */
  readonly counts: Readonly<Record<ProgrammePart, PartCounts>>;
  readonly errors: readonly RowProblem[];
  readonly warnings: readonly RowWarning[];
}

type Stamp = { readonly recordedOn: CivilDate; readonly recordedAt: string; readonly recordedBy: string | null };

interface WriterOptions {
  readonly today: CivilDate;
  /** The day from which what is new counts as known. */
  readonly knownFrom: CivilDate;
  readonly stamp: { readonly recordedAt: string; readonly recordedBy: string | null };
  readonly isWriting: boolean;
}

/**
 * Takes in the definition of a programme from the texts of its files, by name. All or nothing; what is unchanged is not written again.
 *
 * The first load of a programme counts as known from its start; nobody has seen a figure of it yet. Whatever comes later counts from
 * today only, and a milestone that is added then is valid from today. Milestones missing in a later file stay and are reported.
 *
 * @throws AppError `forbidden`, `read_only_clock`, `import_refused`, `file_unreadable`
 */
export function importProgramme(
  ctx: ServiceContext,
  input: { readonly files: ReadonlyMap<string, string>; readonly dryRun?: boolean },
): ProgrammeImportResult {
  authorise(ctx, 'import.run');
  const today = ctx.clock.today();
  return importTransaction(ctx, input.dryRun === true, (tx) => {
    const knownAreas = new Map(listAreasAsOf(tx, today).map((area) => [area.code, area.kind as string]));
    const files = readProgrammeFiles(input.files, knownAreas);
    const { programme } = files;
    const known = programme && listProgrammesAsOf(tx, today).find(({ code }) => code === programme.code);
    const errors = [...files.problems];
    const warnings = [...files.warnings];
    if (known) compareMilestones(tx, known.version.programmeId, today, files, errors, warnings);

    const knownFrom = programme !== null && !known ? minDate(programme.startOn, today) : today;
    const isWritten = input.dryRun !== true && errors.length === 0 && programme !== null;
    const stamp = { recordedAt: ctx.clock.now().toISOString(), recordedBy: ctx.isSystem ? null : ctx.actor.id };
    const writer = new ProgrammeWriter(tx, { today, knownFrom, stamp, isWriting: isWritten });
    if (programme !== null) writer.writeAll(programme, files);

    const names = [...input.files].map(([name, text]) => ({ name, sha256: fingerprint(text) }));
    if (isWritten) {
      recordAudit(ctx, tx, {
        action: 'import.programme',
        subjectType: 'programme',
        subjectKey: programme.code,
        details: { files: names, counts: writer.counts, knownFrom },
      });
    }
    return { programme: programme?.code ?? null, files: names, isWritten, counts: writer.counts, errors, warnings };
  });
}

/** A milestone keeps its track; one that is no longer in the file stays as it is. */
function compareMilestones(
  tx: Executor,
  programmeId: number,
  today: CivilDate,
  files: ProgrammeFiles,
  errors: RowProblem[],
  warnings: RowWarning[],
): void {
  const trackCodes = new Map(
    listTracksAsOf(tx, programmeId, today).map(({ code, version }) => [version.trackId, code]),
  );
  const stored = listMilestonesAsOf(tx, programmeId, today);
  const storedTrack = new Map(stored.map(({ code, trackId }) => [code, trackCodes.get(trackId) ?? '']));
  for (const { sheetRow, value } of files.milestones.rows) {
    const track = storedTrack.get(value.code);
    if (track === undefined || track === value.trackCode) continue;
    const problem = { reason: 'moved_to_other_track', value: value.code, track } as const;
    errors.push({ file: files.milestones.file, sheetRow, column: 'track', code: value.code, problem });
  }
  const inFile = new Set(files.milestones.rows.map(({ value }) => value.code));
  const missing = stored.filter(({ code, version }) => !version.isRetired && !inFile.has(code)).map(({ code }) => code);
  if (missing.length > 0) {
    const warning = { reason: 'not_in_file', codes: missing } as const;
    warnings.push({ file: files.milestones.file, sheetRow: null, column: null, code: null, warning });
  }
}

/** Whether every field of the new content is what the newest version has. */
function isSame<T extends object>(known: Partial<T> | undefined, content: T): boolean {
  return known !== undefined && (Object.keys(content) as (keyof T)[]).every((key) => known[key] === content[key]);
}

/** Compares each row with the newest version of its key, counts, and writes what differs unless it only looks. */
class ProgrammeWriter {
  readonly counts: Record<ProgrammePart, PartCounts>;
  readonly #tx: Executor;
  readonly #options: WriterOptions;

  constructor(tx: Executor, options: WriterOptions) {
    this.#tx = tx;
    this.#options = options;
    const none = () => ({ created: 0, updated: 0, unchanged: 0 });
    this.counts = {
      programmes: none(),
      tracks: none(),
      milestones: none(),
      areas: none(),
      holidays: none(),
      indicators: none(),
      checklist: none(),
      survey: none(),
      deskSigns: none(),
    };
  }

  writeAll(programme: ProgrammeRow, files: ProgrammeFiles): void {
    const { code, ...content } = programme;
    const known = listProgrammesAsOf(this.#tx, this.#options.today).find((each) => each.code === code);
    const programmeId = this.#put('programmes', known?.version, content, {
      id: known?.version.programmeId,
      create: () => insertProgramme(this.#tx, code),
      write: (stamp, id) => insertProgrammeVersion(this.#tx, { ...content, ...stamp, programmeId: id }),
    });
    const isNew = known === undefined;
    const trackIds = this.#writeTracks(programmeId, isNew, files);
    this.#writeMilestones(programmeId, isNew, trackIds, files);
    this.#writeAreas(files);
    this.#writeHolidays(programme, files);
    this.#writeIndicators(files);
    this.#writeLists(files);
  }

  #writeTracks(programmeId: number, isNew: boolean, files: ProgrammeFiles): Map<string, number> {
    const stored = isNew ? [] : listTracksAsOf(this.#tx, programmeId, this.#options.today);
    const ids = new Map<string, number>();
    for (const { value } of files.tracks.rows) {
      const { code, weightPoints, ...rest } = value;
      const known = stored.find((track) => track.code === code)?.version;
      const content = { ...rest, weightPoints: weightPoints ?? known?.weightPoints ?? 1 };
      const id = this.#put('tracks', known, content, {
        id: known?.trackId,
        create: () => insertTrack(this.#tx, programmeId, code),
        write: (stamp, trackId) => insertTrackVersion(this.#tx, { ...content, ...stamp, trackId }),
      });
      ids.set(code, id);
    }
    return ids;
  }

  #writeMilestones(
    programmeId: number,
    isNew: boolean,
    trackIds: ReadonlyMap<string, number>,
    files: ProgrammeFiles,
  ): void {
    const stored = isNew ? [] : listMilestonesAsOf(this.#tx, programmeId, this.#options.today);
    for (const { value } of files.milestones.rows) {
      const { code, trackCode, validFrom, ...rest } = value;
      const known = stored.find((milestone) => milestone.code === code)?.version;
      const startsToday = isNew || known ? null : this.#options.today;
      const content = { ...rest, validFrom: validFrom ?? known?.validFrom ?? startsToday, isRetired: false };
      this.#put('milestones', known, content, {
        id: known?.milestoneId,
        create: () => insertMilestone(this.#tx, trackIds.get(trackCode) ?? 0, code),
        write: (stamp, milestoneId) => insertMilestoneVersion(this.#tx, { ...content, ...stamp, milestoneId }),
      });
    }
  }

  #writeAreas(files: ProgrammeFiles): void {
    const stored = new Map(listAreasAsOf(this.#tx, this.#options.today).map((area) => [area.code, area]));
    for (const { value } of files.areas.rows) {
      this.#put('areas', stored.get(value.code), value, {
        write: (stamp) => insertAreaVersion(this.#tx, { ...value, ...stamp }),
      });
    }
  }

  #writeHolidays(programme: ProgrammeRow, files: ProgrammeFiles): void {
    const stored = new Map(listHolidaysAsOf(this.#tx, this.#options.today).map((holiday) => [holiday.day, holiday]));
    const others = listProgrammesAsOf(this.#tx, this.#options.today).filter(({ code }) => code !== programme.code);
    for (const holiday of files.holidays) {
      // Taking back a holiday that nobody knows changes nothing.
      if (!holiday.isHoliday && !stored.has(holiday.day)) continue;
      // Working days of another programme have been counted without it, so there it is news of today.
      const isNews = others.some(({ version }) => version.startOn <= holiday.day && holiday.day <= version.endOn);
      this.#put('holidays', stored.get(holiday.day), holiday, {
        write: (stamp) =>
          insertHolidayVersion(this.#tx, {
            ...holiday,
            ...stamp,
            ...(isNews ? { recordedOn: this.#options.today } : {}),
          }),
      });
    }
  }

  #writeIndicators(files: ProgrammeFiles): void {
    const stored = new Map(
      listIndicatorsAsOf(this.#tx, this.#options.today).map((indicator) => [indicator.code, indicator]),
    );
    for (const { value } of files.indicators?.rows ?? []) {
      this.#put('indicators', stored.get(value.code), value, {
        write: (stamp) => insertIndicatorVersion(this.#tx, { ...value, ...stamp }),
      });
    }
  }

  #writeLists(files: ProgrammeFiles): void {
    const { today } = this.#options;
    const byCode = <T extends { readonly code: string }>(rows: readonly T[]) =>
      new Map(rows.map((row) => [row.code, row]));
    const checklist = byCode(listChecklistAsOf(this.#tx, today));
    for (const { value } of files.checklist?.rows ?? []) {
      const content = { ...value, isRetired: false };
      this.#put('checklist', checklist.get(value.code), content, {
        write: (stamp) => insertChecklistItem(this.#tx, { ...content, ...stamp }),
      });
    }
    const survey = byCode(listSurveyItemsAsOf(this.#tx, today));
    for (const { value } of files.survey?.rows ?? []) {
      const content = { ...value, isRetired: false };
      this.#put('survey', survey.get(value.code), content, {
        write: (stamp) => insertSurveyItem(this.#tx, { ...content, ...stamp }),
      });
    }
    const signs = byCode(listDeskSignsAsOf(this.#tx, today));
    for (const { value } of files.deskSigns?.rows ?? []) {
      const content = { ...value, isRetired: false };
      this.#put('deskSigns', signs.get(value.code), content, {
        write: (stamp) => insertDeskSign(this.#tx, { ...content, ...stamp }),
      });
    }
  }

  /** Returns the id of the identity, 0 where there is none (yet). */
  #put<T extends object>(
    part: ProgrammePart,
    known: Partial<T> | undefined,
    content: T,
    rows: {
      readonly id?: number | undefined;
      readonly create?: () => number;
      readonly write: (stamp: Stamp, id: number) => void;
    },
  ): number {
    const isUnchanged = isSame(known, content);
    this.counts[part][known === undefined ? 'created' : isUnchanged ? 'unchanged' : 'updated'] += 1;
    const { isWriting, knownFrom, today, stamp } = this.#options;
    if (!isWriting || isUnchanged) return rows.id ?? 0;
    const id = rows.id ?? rows.create?.() ?? 0;
    rows.write({ ...stamp, recordedOn: known === undefined ? knownFrom : today }, id);
    return id;
  }
}
