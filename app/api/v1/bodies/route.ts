import { apiRoute } from '@/lib/api-route';
import { getBodiesDocument } from '@/lib/services/body-documents';
import { parseProgressQuery, parseStatus, queryValue } from '@/lib/validation/progress';

export const GET = apiRoute((ctx, query) => {
  const document = getBodiesDocument(ctx, {
    ...parseProgressQuery(query),
    q: queryValue(query, 'q'),
    status: parseStatus(query),
  });
  const trackCodes = [...new Set(document.bodies.flatMap(({ tracks }) => tracks.map((track) => track.code)))];
  return {
    document,
    table: () => [
      [
        ...['code', 'name', 'category', 'district', 'officialCode', 'status', 'verified', 'silentDays'],
        ...trackCodes.flatMap((code) => [`${code} status`, `${code} verified`]),
      ],
      ...document.bodies.map((body) => [
        ...[body.code, body.name, body.category, body.district.name, body.officialCode, body.status, body.verified],
        body.silentDays,
        ...trackCodes.flatMap((code) => {
          const cell = body.tracks.find((track) => track.code === code);
          return [cell?.status ?? null, cell?.verified ?? null];
        }),
      ]),
    ],
  };
});
