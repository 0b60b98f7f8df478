import { listDeskAddressesAsOf } from '@/db/queries/desk-checks';
import { addDays, type CivilDate } from '@/lib/calendar/civil-date';
import { formatJalali } from '@/lib/calendar/jalali';
import type { GroupFigures, PairFigures } from '@/lib/domain/figures';
import { isRealDesk } from '@/lib/domain/pair-figures';
import { PUBLIC_GROUPINGS, webAddress, type PublicGrouping, type PublicRow } from '@/lib/domain/public-data';
import type { Body } from '@/lib/domain/reference';
import type { BodyCategory } from '@/lib/domain/vocabulary';
import { AppError, isAppError } from '@/lib/errors';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';
import { getLedger, type Ledger } from '../ledger';
import { groupsOf } from '../progress';
import { openScope, type Scope } from '../scope';
import type { AnonymousContext } from '../service-context';
import { getSettings } from '../settings';
import { publicOutcomes } from './public-outcomes';

export type PublicContext = Pick<AnonymousContext, 'db' | 'clock'>;

/** Everything that is published on a day, made of the columns of the list alone. */
export interface PublicData {
  /** The last day that is over: nothing of it changes any more. */
  readonly asOf: CivilDate;
  readonly programme: string;
  readonly county: string | null;
  readonly bodies: readonly PublicRow<'bodies'>[];
  readonly bodyTracks: readonly PublicRow<'body_tracks'>[];
  readonly milestones: readonly PublicRow<'milestones'>[];
  readonly figures: readonly PublicRow<'figures'>[];
  readonly outcomes: readonly PublicRow<'outcomes'>[];
}

/** The published data beside the memory in which what is made of them may be kept. */
export interface OpenedPublicData {
  readonly ledger: Ledger;
  /** Null before there is a programme, or before the end of its first day. */
  readonly data: PublicData | null;
}

/** Whether the public page is turned on. */
export function isPublicPageOn(ctx: PublicContext): boolean {
  return getSettings(ctx).publicPage;
}

/**
 * What anybody may read.
 * @throws AppError `not_found` while the public page is off
 */
export function openPublicData(ctx: PublicContext): OpenedPublicData {
  if (!isPublicPageOn(ctx)) throw new AppError('not_found', { subject: 'public' });
  const scope = publicScope(ctx);
  return {
    ledger: scope?.ledger ?? getLedger(ctx.db),
    data: scope && scope.ledger.view(scope.asOf, `public ${scope.key}`, () => collect(ctx, scope)),
  };
}

/** The running programme at the end of the last day that is over, without the bodies that are never public. */
function publicScope(ctx: PublicContext): Scope | null {
  let scope: Scope;
  try {
    scope = openScope(ctx, { asOf: addDays(ctx.clock.today(), -1) });
  } catch (error) {
    if (isAppError(error, 'no_programme') || isAppError(error, 'as_of_out_of_range')) return null;
    throw error;
  }
  // a body that was marked today is gone today, whatever was known of it yesterday
  const hidden = new Set(
    [scope.reference, scope.ledger.reference(scope.today)].flatMap(({ bodies }) =>
      bodies.filter(({ coordinationOnly }) => coordinationOnly).map(({ id }) => id),
    ),
  );
  const { ledger, asOf, includes } = scope;
  const isOpen: Scope['includes'] = (pair) => includes(pair) && !hidden.has(pair.body.id);
  return {
    ...scope,
    key: `${scope.key} open`,
    includes: isOpen,
    get snapshot() {
      return ledger.snapshot(asOf);
    },
    get figures() {
      return ledger.snapshot(asOf).figures.filter(({ pair }) => isOpen(pair));
    },
  };
}

const jalali = (day: CivilDate | null) => (day === null ? null : formatJalali(day));

function collect(ctx: PublicContext, scope: Scope): PublicData {
  const { asOf, programme, reference, figures } = scope;
  const bodies = [...new Map(figures.map(({ pair }) => [pair.body.id, pair.body])).values()];
  const addresses = new Map(listDeskAddressesAsOf(ctx.db, asOf).map(({ bodyId, url }) => [bodyId, url]));
  const desks = desksOf(scope, figures);
  const areaName = (code: string) => reference.areas.find((area) => area.code === code)?.name ?? null;
  const counting = figures.filter(({ isExempt }) => !isExempt);
  return {
    asOf,
    programme: programme.title,
    county: areaName(programme.countyCode),
    bodies: bodies.map((body) => bodyRow(body, areaName, desks.get(body.id) ?? null, addresses.get(body.id) ?? null)),
    bodyTracks: counting.map(trackRow),
    milestones: counting.flatMap(milestoneRows),
    figures: PUBLIC_GROUPINGS.flatMap((grouping) =>
      groupsOf(scope, grouping).map((group) => figureRow(grouping, group)),
    ),
    outcomes: publicOutcomes(ctx.db, scope, bodies),
  };
}

function desksOf({ reference }: Scope, figures: readonly PairFigures[]): Map<number, boolean> {
  return new Map(
    figures.flatMap((pair) => {
      const isReal = isRealDesk(pair, reference.thresholds.realDeskMilestones);
      return isReal === null ? [] : [[pair.pair.body.id, isReal] as const];
    }),
  );
}

function bodyRow(
  body: Body,
  areaName: (code: string) => string | null,
  isReal: boolean | null,
  url: string | null,
): PublicRow<'bodies'> {
  return {
    body_code: body.code,
    name: body.name,
    category: body.category,
    category_title: BODY_CATEGORY_LABELS[body.category as BodyCategory],
    district_code: body.districtCode,
    district: areaName(body.districtCode),
    real_desk: isReal,
    desk_address: webAddress(url),
  };
}

function trackRow({ pair, verifiedRatio }: PairFigures): PublicRow<'body_tracks'> {
  const { body, track } = pair;
  return {
    body_code: body.code,
    track_code: track.code,
    track_title: track.title,
    verified: verifiedRatio,
    deadline: track.deadlineOn,
    deadline_jalali: jalali(track.deadlineOn),
  };
}

/** An exempt milestone is left out, as one that does not apply: why it need not be done stays between the office and the body. */
function milestoneRows({ pair, milestones }: PairFigures): PublicRow<'milestones'>[] {
  return milestones
    .filter(({ state }) => state.state !== 'exempt')
    .map(({ milestone, state }) => {
      const isVerified = state.state === 'verified';
      const on = isVerified ? state.verifiedOn : null;
      return {
        body_code: pair.body.code,
        track_code: pair.track.code,
        milestone_code: milestone.code,
        title: milestone.title,
        actor: milestone.actor,
        verified: isVerified,
        verified_on: on,
        verified_on_jalali: jalali(on),
      };
    });
}

function figureRow(grouping: PublicGrouping, group: GroupFigures): PublicRow<'figures'> {
  return {
    grouping,
    code: grouping === 'total' ? null : group.key,
    title: group.label,
    deadline: group.deadline,
    deadline_jalali: jalali(group.deadline),
    bodies: group.bodies,
    milestones: group.milestones,
    verified_milestones: group.milestones - group.unverifiedMilestones,
    planned: group.planned,
    verified: group.verified,
  };
}
