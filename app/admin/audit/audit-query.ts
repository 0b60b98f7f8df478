import { parseJalaliDate } from '@/lib/calendar/jalali';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatJalaliInput } from '@/lib/format/dates';
import type { AuditFilter } from '@/lib/services/audit';
import { queryValue, type QueryParams } from '@/lib/validation/progress';

/** What the address of the audit log says. */
export interface AuditQuery {
  readonly filter: AuditFilter;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  /** Days as they were written, to be shown again. */
  readonly from: string;
  readonly until: string;
  /** A day could not be read; the filter goes without it. */
  readonly hasBadDay: boolean;
}

function dayOf(text: string): CivilDate | null {
  const parsed = parseJalaliDate(text);
  return parsed.ok ? parsed.date : null;
}

export function parseAuditQuery(query: QueryParams): AuditQuery {
  const actor = queryValue(query, 'actor') ?? '';
  const action = queryValue(query, 'action') ?? '';
  const subject = queryValue(query, 'subject') ?? '';
  const from = queryValue(query, 'from') ?? '';
  const until = queryValue(query, 'until') ?? '';
  const before = queryValue(query, 'before');
  const fromOn = dayOf(from);
  const untilOn = dayOf(until);
  return {
    filter: {
      actorName: actor || undefined,
      action: action || undefined,
      subjectKey: subject || undefined,
      fromOn: fromOn ?? undefined,
      untilOn: untilOn ?? undefined,
      beforeId: before !== null && /^\d{1,12}$/.test(before) ? Number(before) : undefined,
    },
    actor,
    action,
    subject,
    from: fromOn === null ? from : formatJalaliInput(fromOn),
    until: untilOn === null ? until : formatJalaliInput(untilOn),
    hasBadDay: (from !== '' && fromOn === null) || (until !== '' && untilOn === null),
  };
}

/** An address of the audit log, or of its file, with the same filter. */
export function auditAddress(path: string, query: AuditQuery, beforeId: number | null = null): string {
  const parts: readonly (readonly [string, string])[] = [
    ['actor', query.actor],
    ['action', query.action],
    ['subject', query.subject],
    ['from', query.from],
    ['until', query.until],
    ['before', beforeId === null ? '' : String(beforeId)],
  ];
  const text = new URLSearchParams(parts.filter(([, value]) => value !== '').map(([key, value]) => [key, value]));
  return text.size === 0 ? path : `${path}?${text.toString()}`;
}
