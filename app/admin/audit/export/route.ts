import { formatJalali } from '@/lib/calendar/jalali';
import { exportAudit } from '@/lib/services/exports/audit';
import { answerWithFile, TABLE_MEDIA_TYPES } from '@/app/file-answer';
import { parseAuditQuery } from '../audit-query';

/** The audit log under the filter of its page, as a file for a spreadsheet. */
export function GET(request: Request): Promise<Response> {
  const { filter } = parseAuditQuery(Object.fromEntries(new URL(request.url).searchParams));
  return answerWithFile('/admin/audit', (ctx) => ({
    fileName: `audit-${formatJalali(ctx.clock.today(), '-')}.csv`,
    mediaType: TABLE_MEDIA_TYPES.csv,
    content: exportAudit(ctx, { ...filter, beforeId: undefined }),
  }));
}
