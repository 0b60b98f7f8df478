import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { parseJalaliDate } from '@/lib/calendar/jalali';
import { DEFAULT_THRESHOLDS, type Applicability } from '@/lib/domain/reference';
import type { BodyCategory, EvidenceKind, MilestoneActor } from '@/lib/domain/vocabulary';
import type { SampleReference } from './milestone-chain';

function readTable(folder: string, name: string): Record<string, string>[] {
  const text = readFileSync(path.join(/* turbopackIgnore: true */ folder, name), 'utf8').replace(/^\ufeff/, '');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

function day(text: string | undefined): CivilDate {
  const parsed = parseJalaliDate(text ?? '');
  if (!parsed.ok) throw new Error(`not a Jalali date in the reference files: ${text}`);
  return parsed.date;
}

function readAppliesTo(text: string | undefined): Applicability[] {
  return (text ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const [category, limit] = word.split(':');
      return { category: category as BodyCategory, publicOnly: limit === 'public' };
    });
}

/** What the sample history needs to know of the reference files of a county; their full reading is the business of the imports. */
export function readSampleReference(folder: string): SampleReference {
  const districts = new Map(
    readTable(folder, 'areas.csv')
      .filter((row) => row['kind'] === 'district')
      .map((row) => [row['name_fa'], row['code'] ?? '']),
  );
  const holidayFiles = readdirSync(folder).filter((name) => /^holidays-.*\.csv$/.test(name));
  return {
    bodies: readTable(folder, 'bodies.csv').map((row) => ({
      code: row['code'] ?? '',
      category: row['category'] as BodyCategory,
      districtCode: districts.get(row['district_fa'] ?? '') ?? '',
      providesPublicService: row['provides_public_service'] === '1',
    })),
    tracks: readTable(folder, 'tracks.csv').map((row) => ({
      code: row['code'] ?? '',
      startOn: day(row['start_jalali']),
      deadlineOn: day(row['deadline_jalali']),
    })),
    milestones: readTable(folder, 'milestones.csv').map((row) => ({
      track: row['track'] ?? '',
      code: row['code'] ?? '',
      position: Number(row['position']),
      actor: row['actor'] as MilestoneActor,
      weightPoints: Number(row['weight']),
      baselineDueOn: day(row['due_jalali']),
      evidenceKinds: (row['evidence_kinds'] ?? '').split(/\s+/).filter(Boolean) as EvidenceKind[],
      appliesTo: readAppliesTo(row['applies_to']),
    })),
    workCalendar: {
      holidays: new Set(holidayFiles.flatMap((name) => readTable(folder, name).map((row) => day(row['date_jalali'])))),
      thursdayIsWorkingDay: DEFAULT_THRESHOLDS.thursdayIsWorkingDay,
    },
  };
}
