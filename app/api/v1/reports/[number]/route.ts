import { apiRoute } from '@/lib/api-route';
import { getReportDocument } from '@/lib/services/report-documents';
import { queryValue } from '@/lib/validation/progress';

export const GET = apiRoute<{ number: string }>((ctx, query, { number }) => ({
  document: getReportDocument(ctx, /^\d{1,9}$/.test(number) ? Number(number) : Number.NaN, {
    programme: queryValue(query, 'programme'),
  }),
}));
