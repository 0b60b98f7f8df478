import { listDecisionRows } from '@/db/queries/decisions';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';
import { matchKey } from '@/lib/text/normalise';
import { openScope } from './scope';
import { authorise, type ServiceContext } from './service-context';
import { trackShortNames } from './track-names';

/** What the form of a new decision offers. */
export interface MeetingChoices {
  readonly bodies: readonly {
    readonly code: string;
    readonly name: string;
    /** Kind and district, for telling two of the same name apart. */
    readonly place: string;
    /** What a search looks at, without differences of spelling. */
    readonly key: string;
  }[];
  readonly milestones: readonly {
    readonly code: string;
    readonly trackName: string;
    readonly position: number;
    readonly title: string;
  }[];
  /** Who promised something before. */
  readonly owners: readonly string[];
}

/** Bodies, milestones and earlier owners, as known today. @throws AppError `forbidden`, and as `openScope` */
export function getMeetingChoices(ctx: ServiceContext, programme: string | null = null): MeetingChoices {
  authorise(ctx, 'decision.record');
  const scope = openScope(ctx, { programme });
  const { reference } = scope;
  const districts = new Map(reference.areas.map(({ code, name }) => [code, name]));
  const shorts = trackShortNames(reference);
  const owners = new Map(
    listDecisionRows(ctx.db, scope.programme.id, scope.asOf).map(({ owner }) => [matchKey(owner), owner]),
  );
  return {
    bodies: reference.bodies.map(({ code, name, category, districtCode }) => {
      const place = `${BODY_CATEGORY_LABELS[category]}، ${districts.get(districtCode) ?? districtCode}`;
      return { code, name, place, key: matchKey(`${name} ${code}`) };
    }),
    milestones: scope.tracks.flatMap((track) =>
      reference.milestones
        .filter(({ trackId }) => trackId === track.id)
        .sort((a, b) => a.position - b.position)
        .map(({ code, position, title }) => ({
          code,
          position,
          title,
          trackName: shorts.get(track.id) ?? track.title,
        })),
    ),
    owners: [...owners.values()],
  };
}
