import type { Poster } from '@/lib/domain/posters';
import { onPaper } from '@/lib/text/paper-text';
import { sheetHead, type SheetParams } from './district-sheets';
import { attachment } from './edition-lists';
import { groupsOf } from './progress';
import { resolveScope } from './scope';
import type { ServiceContext } from './service-context';

/**
 * The state of every body in every track on one sheet, as of a day, by kind of body.
 *
 * @throws AppError `forbidden`; `as_of_out_of_range`; `no_programme`
 */
export function getPoster(ctx: ServiceContext, params: SheetParams = {}): Poster {
  const scope = resolveScope(ctx, params);
  const figures = new Map(groupsOf(scope, 'track').map((group) => [group.key, group]));
  return onPaper({
    ...sheetHead(ctx, scope),
    tracks: scope.tracks.map((track) => {
      const group = figures.get(track.code);
      return {
        code: track.code,
        title: track.title,
        deadlineOn: track.deadlineOn,
        planned: group?.planned ?? null,
        claimed: group?.claimed ?? null,
        verified: group?.verified ?? null,
      };
    }),
    groups: attachment({ ctx, now: scope, before: null }).groups.map(({ label, bodies }) => ({
      label,
      bodies: bodies.map(({ code, name, tracks }) => ({
        code,
        name,
        statuses: tracks.map((pair) => pair?.status ?? null),
      })),
    })),
  });
}
