import { listAreasAsOf } from '@/db/queries/areas';
import { listEventsBetween } from '@/db/queries/events';
import { daysBetween, type CivilDate } from '@/lib/calendar/civil-date';
import { placeAreas, type MapArea, type MapPlace } from '@/lib/domain/area-map';
import type { PairFigures } from '@/lib/domain/figures';
import { searchItems, searchText } from '@/lib/domain/name-search';
import { coverageOf, TELECOM_CAUSE, type AreaCoverage } from '@/lib/domain/network';
import type { Area, Body, Milestone, Track } from '@/lib/domain/reference';
import type { Turn } from '@/lib/domain/vocabulary';
import { AppError } from '@/lib/errors';
import { LISTS } from '@/lib/messages/lists';
import { NETWORK } from '@/lib/messages/network';
import { BODY_CATEGORY_LABELS, TURN_LABELS } from '@/lib/messages/vocabulary';
import { formatJalali } from '@/lib/calendar/jalali';
import { comparePersian } from '@/lib/text/collation';
import type { BlockedSort, NetworkQuery } from '@/lib/validation/network';
import { toTable, type ExportTable } from './exports/table';
import { resolveScope, type Scope } from './scope';
import type { ServiceContext } from './service-context';
import { trackShortNames } from './track-names';

/** A cell of the map: a rural district, or what of a district lies in none. */
export interface CoverageCell extends AreaCoverage {
  /** Of the rural district; null for the centre and towns of a district. */
  readonly ruralDistrictCode: string | null;
  readonly name: string;
  readonly districtCode: string;
  readonly districtName: string;
  readonly place: MapPlace;
}

export interface CoverageDistrict extends AreaCoverage {
  readonly code: string;
  readonly name: string;
  readonly cells: readonly CoverageCell[];
}

export interface CoverageMap extends AreaCoverage {
  readonly track: Track;
  /** Null: the whole track is measured. */
  readonly milestone: Milestone | null;
  readonly milestones: readonly Milestone[];
  /** By name; those without a body of the track are among them. */
  readonly districts: readonly CoverageDistrict[];
}

/** A milestone of a body that waits for telecom coverage. */
export interface BlockedStep {
  readonly body: Body;
  readonly ruralDistrictName: string | null;
  readonly districtName: string;
  readonly track: Track;
  readonly milestone: Milestone;
  /** «شبکه ۲؛ …» */
  readonly step: string;
  readonly sinceOn: CivilDate;
  readonly days: number;
  readonly note: string;
  readonly turn: Turn;
  /** Day of the office's last letter to the body; null: none was sent. */
  readonly askedOn: CivilDate | null;
}

export interface NetworkView {
  readonly asOf: CivilDate;
  readonly today: CivilDate;
  readonly query: NetworkQuery;
  readonly tracks: readonly Track[];
  readonly districts: readonly Area[];
  /** Null where the programme has no track. */
  readonly map: CoverageMap | null;
  /** Searched, filtered and sorted. */
  readonly blocked: readonly BlockedStep[];
  /** Of all bodies, whatever the filter says. */
  readonly blockedInAll: number;
}

function refuse(field: string, value: string): never {
  throw new AppError('invalid_input', { field, value });
}

/** The track that waits most for the telecom on the day; the programme's first where none does. */
function trackOf(scope: Scope, code: string | null): Track | null {
  if (code !== null) return scope.tracks.find((track) => track.code === code) ?? refuse('track', code);
  const waiting = (track: Track) =>
    scope.figures
      .filter(({ pair }) => pair.track.id === track.id)
      .flatMap(({ milestones }) => milestones)
      .filter(({ state }) => state.blocker?.cause === TELECOM_CAUSE).length;
  const [first] = scope.tracks
    .map((track) => ({ track, count: waiting(track) }))
    .sort((a, b) => b.count - a.count || a.track.position - b.track.position);
  return first?.track ?? null;
}

/** Districts of the programme's county, and whatever else bodies name as theirs; by name. */
function districtsOf({ programme, reference }: Scope): Area[] {
  const used = new Set(reference.bodies.map(({ districtCode }) => districtCode));
  return reference.areas
    .filter(
      ({ kind, code, parentCode }) => kind === 'district' && (parentCode === programme.countyCode || used.has(code)),
    )
    .sort((a, b) => comparePersian(a.name, b.name));
}

function coverageMap(ctx: ServiceContext, scope: Scope, query: NetworkQuery): CoverageMap | null {
  const track = trackOf(scope, query.track);
  if (track === null) return null;
  const trackIds = new Set(scope.tracks.map(({ id }) => id));
  const all = scope.reference.milestones.filter(({ trackId }) => trackIds.has(trackId));
  const milestones = all.filter(({ trackId }) => trackId === track.id).sort((a, b) => a.position - b.position);
  if (query.milestone !== null && !all.some(({ code }) => code === query.milestone)) {
    refuse('milestone', query.milestone);
  }
  // a step of the track that was shown before the reader chose another
  const milestone = milestones.find(({ code }) => code === query.milestone) ?? null;
  const figures = scope.figures.filter(({ pair }) => pair.track.id === track.id);
  const coverage = (some: readonly PairFigures[]) => coverageOf(some, milestone?.code ?? null);
  const areas = listAreasAsOf(ctx.db, scope.asOf);
  const districts = districtsOf(scope).map((district) => {
    const own = figures.filter(({ pair }) => pair.body.districtCode === district.code);
    const rural = areas
      .filter(({ kind, parentCode }) => kind === 'rural_district' && parentCode === district.code)
      .sort((a, b) => comparePersian(a.name, b.name));
    const known = new Set(rural.map(({ code }) => code));
    const centre = own.filter(({ pair: { body } }) => !known.has(body.ruralDistrictCode ?? ''));
    return { district, own, rural, centre };
  });
  const onMap = districts.flatMap(({ district, rural, centre }): MapArea[] => {
    const placeOf = (code: string) => {
      const area = areas.find((each) => each.code === code);
      return { code, districtCode: district.code, column: area?.mapColumn ?? null, row: area?.mapRow ?? null };
    };
    // a district in which every body has its rural district needs no cell of its own
    const hasCentre = centre.length > 0 || rural.length === 0;
    return [...(hasCentre ? [placeOf(district.code)] : []), ...rural.map(({ code }) => placeOf(code))];
  });
  const places = placeAreas(onMap);
  const cellOf = (
    district: Area,
    code: string,
    ruralDistrictCode: string | null,
    name: string,
    some: readonly PairFigures[],
  ): CoverageCell[] => {
    const place = places.get(code);
    if (place === undefined) return [];
    const names = { districtCode: district.code, districtName: district.name };
    return [{ ...coverage(some), ...names, ruralDistrictCode, name, place }];
  };
  return {
    ...coverage(figures),
    track,
    milestone,
    milestones,
    districts: districts.map(({ district, own, rural, centre }) => ({
      ...coverage(own),
      code: district.code,
      name: district.name,
      cells: [
        ...cellOf(district, district.code, null, NETWORK.centre, centre),
        ...rural.flatMap(({ code, name }) =>
          cellOf(
            district,
            code,
            code,
            name,
            own.filter(({ pair }) => pair.body.ruralDistrictCode === code),
          ),
        ),
      ],
    })),
  };
}

/** Every milestone of the programme that waits for telecom coverage, by place and name. */
export function blockedSteps(ctx: Pick<ServiceContext, 'db'>, scope: Scope): BlockedStep[] {
  const names = new Map(scope.reference.areas.map(({ code, name }) => [code, name]));
  const short = trackShortNames(scope.reference);
  const asked = new Map<number, CivilDate>();
  for (const { bodyId, recordedOn } of listEventsBetween(ctx.db, scope.programme.startOn, scope.asOf, [
    'letter_sent',
  ])) {
    if (!asked.has(bodyId)) asked.set(bodyId, recordedOn);
  }
  return scope.figures
    .flatMap(({ pair: { body, track }, milestones }) =>
      milestones.flatMap(({ milestone, state: { blocker } }): BlockedStep[] => {
        if (blocker?.cause !== TELECOM_CAUSE) return [];
        const { sinceOn, note, turn } = blocker;
        const rural = body.ruralDistrictCode;
        return [
          {
            body,
            ruralDistrictName: rural === null ? null : (names.get(rural) ?? rural),
            districtName: names.get(body.districtCode) ?? body.districtCode,
            track,
            milestone,
            step: LISTS.step(short.get(track.id) ?? track.title, milestone),
            sinceOn,
            days: daysBetween(sinceOn, scope.asOf),
            note,
            turn,
            askedOn: asked.get(body.id) ?? null,
          },
        ];
      }),
    )
    .sort(byPlace);
}

const byName = (a: BlockedStep, b: BlockedStep) =>
  comparePersian(a.body.name, b.body.name) || a.milestone.position - b.milestone.position;
const byPlace = (a: BlockedStep, b: BlockedStep) =>
  comparePersian(a.districtName, b.districtName) ||
  comparePersian(a.ruralDistrictName ?? '', b.ruralDistrictName ?? '') ||
  byName(a, b);

const ORDERS: Readonly<Record<BlockedSort, (a: BlockedStep, b: BlockedStep) => number>> = {
  place: byPlace,
  name: byName,
  step: (a, b) => a.track.position - b.track.position || a.milestone.position - b.milestone.position || byName(a, b),
  since: (a, b) => b.days - a.days || byName(a, b),
  turn: (a, b) => comparePersian(TURN_LABELS[a.turn], TURN_LABELS[b.turn]) || byName(a, b),
  // who was never asked comes first
  asked: (a, b) => ((a.askedOn ?? '') < (b.askedOn ?? '') ? -1 : a.askedOn === b.askedOn ? byName(a, b) : 1),
};

/** The rows that category and district leave. */
export function ofKind(
  rows: readonly BlockedStep[],
  { category, district }: Pick<NetworkQuery, 'category' | 'district'>,
): BlockedStep[] {
  return rows.filter(
    ({ body }) =>
      (category === 'all' || body.category === category) && (district === null || body.districtCode === district),
  );
}

function chosenRows(rows: readonly BlockedStep[], query: NetworkQuery): BlockedStep[] {
  const own = ofKind(rows, query);
  const found =
    query.q === ''
      ? own
      : searchItems(query.q, own, ({ body, ruralDistrictName, districtName, note, step }) =>
          searchText([body.name, body.code, ruralDistrictName, districtName, step, note]),
        );
  const sorted = [...found].sort(ORDERS[query.sort]);
  return query.descending ? sorted.reverse() : sorted;
}

/**
 * How far a track is in every rural district, and which bodies wait for telecom coverage, as of a day.
 *
 * @throws AppError `forbidden`; `no_programme`; `as_of_out_of_range`; `invalid_input` for a track, milestone or district that does not exist
 */
export function getNetwork(ctx: ServiceContext, query: NetworkQuery): NetworkView {
  const scope = resolveScope(ctx, { asOf: query.asOf, programme: query.programme });
  const districts = districtsOf(scope);
  if (query.district !== null && !districts.some(({ code }) => code === query.district)) {
    refuse('district', query.district);
  }
  const all = blockedSteps(ctx, scope);
  return {
    asOf: scope.asOf,
    today: scope.today,
    query,
    tracks: scope.tracks,
    districts,
    map: coverageMap(ctx, scope, query),
    blocked: chosenRows(all, query),
    blockedInAll: all.length,
  };
}

/** The bodies without coverage as the page of the same address shows them. @throws AppError as `getNetwork` */
export function blockedTable(ctx: ServiceContext, query: NetworkQuery): ExportTable {
  const words = NETWORK;
  return toTable(
    words.file.sheets.blocked,
    [
      { heading: words.file.code, kind: 'text', value: ({ body }) => body.code },
      { heading: words.body, kind: 'text', value: ({ body }) => body.name },
      { heading: words.category, kind: 'text', value: ({ body }) => BODY_CATEGORY_LABELS[body.category] },
      { heading: words.district, kind: 'text', value: ({ districtName }) => districtName },
      { heading: words.ruralDistrict, kind: 'text', value: ({ ruralDistrictName }) => ruralDistrictName },
      { heading: words.step, kind: 'text', value: ({ step }) => step },
      { heading: words.file.sinceOn, kind: 'day', value: ({ sinceOn }) => formatJalali(sinceOn) },
      { heading: words.days, kind: 'number', value: ({ days }) => days },
      { heading: words.note, kind: 'text', value: ({ note }) => note },
      { heading: words.turn, kind: 'text', value: ({ turn }) => TURN_LABELS[turn] },
      { heading: words.asked, kind: 'day', value: ({ askedOn }) => askedOn && formatJalali(askedOn) },
    ],
    getNetwork(ctx, query).blocked,
  );
}

/** The map as a table, a row a cell. @throws AppError as `getNetwork` */
export function areasTable(ctx: ServiceContext, query: NetworkQuery): ExportTable {
  const { map } = getNetwork(ctx, query);
  const words = NETWORK;
  return toTable(
    words.file.sheets.areas,
    [
      { heading: words.district, kind: 'text', value: ({ districtName }) => districtName },
      { heading: words.ruralDistrict, kind: 'text', value: ({ name }) => name },
      { heading: words.track, kind: 'text', value: () => map?.track.title ?? null },
      { heading: words.step, kind: 'text', value: () => map?.milestone?.title ?? null },
      { heading: words.bodies, kind: 'number', value: ({ bodies }) => bodies },
      { heading: words.verifiedBodies, kind: 'number', value: ({ verified }) => verified },
      { heading: words.verifiedShare, kind: 'ratio', value: ({ share }) => share },
      { heading: words.blockedBodies, kind: 'number', value: ({ blocked }) => blocked },
    ],
    map?.districts.flatMap(({ cells }) => cells) ?? [],
  );
}
