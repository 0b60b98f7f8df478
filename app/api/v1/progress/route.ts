import { apiRoute } from '@/lib/api-route';
import { getProgressDocument, GROUPINGS } from '@/lib/services/progress';
import { parseProgressQuery, queryWord } from '@/lib/validation/progress';

export const GET = apiRoute((ctx, query) => {
  const groupBy = queryWord(query, 'groupBy', GROUPINGS) ?? 'total';
  const document = getProgressDocument(ctx, { ...parseProgressQuery(query), groupBy });
  return {
    document,
    table: () => [
      [
        ...[
          'asOf',
          'key',
          'label',
          'bodies',
          'bodyTracks',
          'planned',
          'claimed',
          'verified',
          'spi',
          'es',
          'at',
          'spiT',
        ],
        ...['forecastFinish', 'reason', 'deadline', 'calendarDaysLeft', 'workingDaysLeft', 'requiredPerWeek'],
        ...['recentPerWeek', ...Object.keys(document.groups[0]?.status ?? {})],
      ],
      ...document.groups.map((group) => [
        ...[document.asOf.jalali, group.key, group.label, group.bodies, group.bodyTracks, group.planned, group.claimed],
        ...[group.verified, group.spi, group.earnedSchedule.es, group.earnedSchedule.at, group.earnedSchedule.spiT],
        ...[group.earnedSchedule.forecastFinish?.jalali ?? null, group.earnedSchedule.reason],
        ...[group.deadline?.jalali ?? null, group.calendarDaysLeft, group.workingDaysLeft, group.requiredPerWeek],
        ...[group.recentPerWeek, ...Object.values(group.status)],
      ]),
    ],
  };
});
