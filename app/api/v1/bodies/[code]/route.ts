import { apiRoute } from '@/lib/api-route';
import { plainSegment } from '@/lib/paths';
import { getBodyDocument } from '@/lib/services/body-documents';
import { parseProgressQuery } from '@/lib/validation/progress';

export const GET = apiRoute<{ code: string }>((ctx, query, { code }) => {
  const { asOf, programme } = parseProgressQuery(query);
  return { document: getBodyDocument(ctx, plainSegment(code), { asOf, programme }) };
});
