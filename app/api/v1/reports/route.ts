import { apiRoute } from '@/lib/api-route';
import { getReportsDocument } from '@/lib/services/report-documents';
import { queryValue } from '@/lib/validation/progress';

const COLUMNS = ['number', 'programme', 'weekStart', 'weekEnd', 'issuedOn', 'issuedBy', 'verificationCode', 'sha256'];

export const GET = apiRoute((ctx, query) => {
  const document = getReportsDocument(ctx, { programme: queryValue(query, 'programme') });
  return {
    document,
    table: () => [
      COLUMNS,
      ...document.reports.map((report) => [
        ...[report.number, report.programme, report.weekStart.jalali, report.weekEnd.jalali, report.issuedOn.jalali],
        ...[report.issuedBy, report.verificationCode, report.sha256],
      ]),
    ],
  };
});
