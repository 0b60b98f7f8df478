import { answerWithFile } from '@/app/file-answer';
import { renderArchiveIndex } from '@/components/reports/archive-index';
import { renderReport } from '@/components/reports/render-report';
import { formatJalali } from '@/lib/calendar/jalali';
import { openArchiveZip } from '@/lib/services/archive-zip';
import { queryValue } from '@/lib/validation/progress';

/** Every issued report in all its forms as one zip, written while it is sent. */
export function GET(request: Request): Promise<Response> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return answerWithFile('/reports', (ctx) => ({
    fileName: `mizban-reports-${formatJalali(ctx.clock.today(), '-')}.zip`,
    mediaType: 'application/zip',
    content: openArchiveZip(
      ctx,
      { edition: renderReport, index: renderArchiveIndex },
      { programme: queryValue(query, 'programme') },
    ),
  }));
}
