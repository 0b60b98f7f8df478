import type { InspectionGrade } from '@/lib/domain/vocabulary';
import { listVisits } from '@/lib/services/inspection-list';
import { recordInspection, type InspectionInput } from '@/lib/services/inspections';
import { parseVisitsQuery } from '@/lib/validation/inspections';
import { refusalOf } from './milestone-world';
import { done, smallCounty, TODAY, type County } from './small-county';

export const CODES = ['CK1', 'CK2', 'CK3', 'CK4', 'CK5', 'CK6', 'CK7', 'CK8', 'CK9', 'CK10', 'CK11', 'CK12'];
export const DESK = ['HD1', 'HD2', 'HD3', 'HD4', 'HD5', 'HD6', 'HD7', 'HD8'];
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');

let keys = 0;
export const grades = (others: Readonly<Record<string, InspectionGrade | null>> = {}, all: InspectionGrade = 'good') =>
  CODES.map((code) => ({ code, grade: code in others ? (others[code] ?? null) : all, remark: null }));

/** A visit to EA-001 that finds everything good, but for what is changed. */
export function visit(change: Partial<InspectionInput> = {}): InspectionInput {
  keys += 1;
  return {
    key: `key-of-a-visit-${keys}`,
    bodyCode: 'EA-001',
    isAnnounced: false,
    inspectorPost: 'کارشناس فرمانداری',
    deskPost: 'متصدی میز',
    grades: grades(),
    ...change,
  };
}

export const record = (county: County, change: Partial<InspectionInput> = {}, today = TODAY) =>
  recordInspection(county.as('expert', { today }), visit(change));
/** A visit that finds the desk without authority: critical, and HD4 is named. */
export const FAILED = { grades: grades({ CK5: 'poor', CK6: 'poor' }) };

/** EA-001 with its whole desk verified. */
export async function readyCounty(): Promise<County> {
  const county = await smallCounty();
  await county.history(done('EA-001', DESK, '1397/08/20'));
  return county;
}

export const list = (county: County, query: Record<string, string> = {}) =>
  listVisits(county.as('deputy'), parseVisitsQuery(query));
/** Field and reason of everything that was refused. */
export const issuesOf = (call: () => unknown) =>
  (refusalOf(call).details['issues'] as { field: string; reason: string }[]).map(({ field, reason }) => [
    field,
    reason,
  ]);

/** The code of the failure that a call ends with, or `none`. */
export async function codeOf(call: () => Promise<unknown>): Promise<string> {
  const error: unknown = await call().catch((caught: unknown) => caught);
  return error instanceof Error && 'code' in error ? String(error.code) : 'none';
}
