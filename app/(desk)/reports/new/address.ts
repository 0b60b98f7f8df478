import type { CivilDate } from '@/lib/calendar/civil-date';

/** The address of the check of a week's report, or of another page about it. */
export function newReportPath(day: CivilDate, programme: string | null, path = '/reports/new'): string {
  return `${path}?${new URLSearchParams({ week: day, ...(programme ? { programme } : {}) }).toString()}`;
}
