import { minDate, type CivilDate } from '@/lib/calendar/civil-date';
import type { PairFigures } from '@/lib/domain/figures';
import type { Pair, Programme, Reference, Track } from '@/lib/domain/reference';
import type { BodyCategory } from '@/lib/domain/vocabulary';
import { AppError } from '@/lib/errors';
import { getLedger, type DaySnapshot, type Ledger } from './ledger';
import { authorise, type ServiceContext } from './service-context';

/** Which pairs a figure is about. Everything left out is not filtered. */
export interface PairFilter {
  readonly deadlineOn?: CivilDate | null;
  readonly trackCode?: string | null;
  readonly category?: BodyCategory | null;
  readonly districtCode?: string | null;
  readonly bodyCode?: string | null;
}

/** What every question about progress may say. */
export interface ScopeParams {
  /** Default: today. */
  readonly asOf?: CivilDate | null;
  /** Programme code; default: the one running on the as-of day. */
  readonly programme?: string | null;
  readonly filter?: PairFilter;
}

/** A question about progress, resolved: the day, the programme and the pairs. */
export interface Scope {
  readonly ledger: Ledger;
  readonly asOf: CivilDate;
  readonly today: CivilDate;
  readonly programme: Programme;
  readonly tracks: readonly Track[];
  readonly reference: Reference;
  readonly snapshot: DaySnapshot;
  readonly filter: PairFilter;
  /** Names the programme and filters, for keeping results. */
  readonly key: string;
  readonly includes: (pair: Pair) => boolean;
  readonly figures: readonly PairFigures[];
}

/** The programme that runs on a day, else the last one that began. */
function defaultProgramme(programmes: readonly Programme[], day: CivilDate): Programme | undefined {
  const begun = programmes.filter(({ startOn }) => startOn <= day);
  return begun.find(({ endOn }) => endOn >= day) ?? begun.at(-1) ?? programmes[0];
}

/**
 * The programme a request is about.
 * @throws AppError `no_programme` when none was imported, `not_found` for an unknown code
 */
export function resolveProgramme(reference: Reference, code: string | null | undefined, day: CivilDate): Programme {
  if (reference.programmes.length === 0) throw new AppError('no_programme');
  const programme = code
    ? reference.programmes.find((known) => known.code === code)
    : defaultProgramme(reference.programmes, day);
  if (!programme) throw new AppError('not_found', { subject: 'programme', code });
  return programme;
}

/** Whether a pair belongs to a programme and passes a filter. */
export function matchesFilter(pair: Pair, programmeId: number, filter: PairFilter): boolean {
  return (
    pair.track.programmeId === programmeId &&
    (!filter.deadlineOn || pair.track.deadlineOn === filter.deadlineOn) &&
    (!filter.trackCode || pair.track.code === filter.trackCode) &&
    (!filter.category || pair.body.category === filter.category) &&
    (!filter.districtCode || pair.body.districtCode === filter.districtCode) &&
    (!filter.bodyCode || pair.body.code === filter.bodyCode)
  );
}

function assertKnown(filter: PairFilter, tracks: readonly Track[], reference: Reference): void {
  const refuse = (field: string, value: string) => {
    throw new AppError('invalid_input', { field, value });
  };
  if (filter.trackCode && !tracks.some(({ code }) => code === filter.trackCode)) refuse('track', filter.trackCode);
  if (filter.deadlineOn && !tracks.some(({ deadlineOn }) => deadlineOn === filter.deadlineOn)) {
    refuse('deadline', filter.deadlineOn);
  }
  if (
    filter.districtCode &&
    !reference.areas.some(({ code, kind }) => code === filter.districtCode && kind === 'district')
  ) {
    refuse('district', filter.districtCode);
  }
}

/**
 * Resolves the day, programme and filters of a question, for whoever may read progress.
 * @throws AppError `forbidden`; `no_programme`; `as_of_out_of_range` for a day before the programme's start or after today;
 *   `invalid_input` for a filter value that does not exist
 */
export function resolveScope(ctx: ServiceContext, params: ScopeParams = {}): Scope {
  authorise(ctx, 'progress.read');
  return openScope(ctx, params);
}

/** As `resolveScope`, for services that have authorised something narrower themselves. */
export function openScope(ctx: Pick<ServiceContext, 'db' | 'clock'>, params: ScopeParams = {}): Scope {
  const ledger = getLedger(ctx.db);
  const today = ctx.clock.today();
  const asOf = params.asOf ?? today;
  // The programme of a past day stays the same when a newer one has begun since.
  const programme = resolveProgramme(ledger.reference(today), params.programme, minDate(asOf, today));
  if (asOf > today || asOf < programme.startOn) {
    throw new AppError('as_of_out_of_range', { asOf, from: programme.startOn, to: today });
  }
  const filter = params.filter ?? {};
  const scope = buildScope(ledger, { asOf, today, programme, filter });
  assertKnown(filter, scope.tracks, scope.reference);
  return scope;
}

/** The same question about an earlier day, each day by what was known on it. What the filter names need not have existed then. */
export function scopeOn(scope: Scope, asOf: CivilDate): Scope {
  const { ledger, today, programme, filter } = scope;
  return buildScope(ledger, { asOf, today, programme, filter });
}

function buildScope(
  ledger: Ledger,
  { asOf, today, programme, filter }: Pick<Scope, 'asOf' | 'today' | 'programme' | 'filter'>,
): Scope {
  const reference = ledger.reference(asOf);
  const tracks = reference.tracks.filter(({ programmeId }) => programmeId === programme.id);
  const includes = (pair: Pair) => matchesFilter(pair, programme.id, filter);
  const key = [
    programme.id,
    filter.deadlineOn ?? '',
    filter.trackCode ?? '',
    filter.category ?? '',
    filter.districtCode ?? '',
    filter.bodyCode ?? '',
  ].join('|');
  return {
    ledger,
    asOf,
    today,
    programme,
    tracks,
    reference,
    filter,
    key,
    includes,
    // Drawn up only when asked for: what was answered before is kept and needs no day's figures.
    get snapshot() {
      return ledger.snapshot(asOf);
    },
    get figures() {
      return ledger.snapshot(asOf).figures.filter(({ pair }) => includes(pair));
    },
  };
}
