import type { CivilDate } from '@/lib/calendar/civil-date';
import { AppError } from '@/lib/errors';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';
import { officialOrder } from './body-order';
import { areaName } from './body-rows';
import { listEditions } from './editions';
import { openScope, type Scope } from './scope';
import { authorise, mayDo, type ServiceContext } from './service-context';

/** What somebody can go to by name. */
export interface PaletteFacts {
  readonly today: CivilDate;
  /** First day that can be looked at; null before a programme has begun. */
  readonly startOn: CivilDate | null;
  readonly bodies: readonly {
    readonly code: string;
    readonly name: string;
    readonly officialCode: string | null;
    readonly categoryLabel: string;
    readonly districtName: string;
  }[];
  readonly tracks: readonly { readonly code: string; readonly title: string }[];
  readonly editions: readonly {
    readonly number: number;
    readonly programmeCode: string;
    readonly weekStartOn: CivilDate;
    readonly weekEndOn: CivilDate;
  }[];
  /** Addresses of editions must name their programme. */
  readonly isOneOfSeveral: boolean;
}

function runningScope(ctx: ServiceContext): Scope | null {
  try {
    return openScope(ctx);
  } catch (error) {
    if (error instanceof AppError && ['no_programme', 'as_of_out_of_range'].includes(error.code)) return null;
    throw error;
  }
}

/**
 * Bodies, tracks and editions by name, for whoever may list bodies. A liaison gets the own bodies only, and no tracks: their page is not
 * for liaisons.
 * @throws AppError `forbidden`
 */
export function getPaletteFacts(ctx: ServiceContext): PaletteFacts {
  authorise(ctx, 'body.list');
  const scope = runningScope(ctx);
  const maySeeReports = mayDo(ctx, 'report.read') || mayDo(ctx, 'report.read_summary');
  const tracked = new Set(scope?.figures.map(({ pair }) => pair.body.id));
  const bodies = (scope?.reference.bodies ?? []).filter(
    (body) => tracked.has(body.id) && mayDo(ctx, 'body.read', { body }),
  );
  return {
    today: ctx.clock.today(),
    startOn: scope?.programme.startOn ?? null,
    bodies: officialOrder(bodies).map((body) => ({
      code: body.code,
      name: body.name,
      officialCode: body.officialCode,
      categoryLabel: BODY_CATEGORY_LABELS[body.category],
      districtName: scope === null ? '' : areaName(scope, body.districtCode),
    })),
    tracks:
      scope !== null && mayDo(ctx, 'progress.read') ? scope.tracks.map(({ code, title }) => ({ code, title })) : [],
    editions: maySeeReports
      ? listEditions(ctx).map(({ number, programmeCode, weekStartOn, weekEndOn }) => ({
          number,
          programmeCode,
          weekStartOn,
          weekEndOn,
        }))
      : [],
    isOneOfSeveral: (scope?.reference.programmes.length ?? 0) > 1,
  };
}
