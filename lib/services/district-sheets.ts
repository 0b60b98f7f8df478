import { addDays, type CivilDate } from '@/lib/calendar/civil-date';
import {
  NEXT_DUES_DAYS,
  type DistrictSheet,
  type DistrictTrackRow,
  type NextDue,
  type SheetHead,
} from '@/lib/domain/posters';
import type { GroupFigures } from '@/lib/domain/figures';
import { isOpen } from '@/lib/domain/status';
import { getEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { editionWords } from '@/lib/messages/edition-text';
import { SHEETS } from '@/lib/messages/letters';
import { comparePersian } from '@/lib/text/collation';
import { onPaper } from '@/lib/text/paper-text';
import { areaName } from './body-rows';
import { blockerTable, decisionTable, lateList, silentList } from './edition-lists';
import { officeWordsAsOf } from './office-words';
import { groupsOf } from './progress';
import { openScope, type Scope } from './scope';
import { mayDo, type ServiceContext } from './service-context';
import { trackShortNames } from './track-names';

export interface SheetParams {
  readonly asOf?: CivilDate | null;
  readonly programme?: string | null;
}

export function sheetHead(ctx: ServiceContext, scope: Scope): SheetHead {
  const county = areaName(scope, scope.programme.countyCode);
  return {
    office: officeWordsAsOf(ctx, scope.asOf, county).name,
    programmeTitle: scope.programme.title,
    asOf: scope.asOf,
    sampleNote: getEnv().isSampleData || ctx.clock.isSimulated ? editionWords.sampleNote : null,
    droppedSuffix: editionWords.county(county),
  };
}

/** Districts with bodies whose page this person may see, by name. */
function readableDistricts(ctx: ServiceContext, scope: Scope): { readonly code: string; readonly name: string }[] {
  const used = new Set(scope.reference.pairs.map(({ body }) => body.districtCode));
  return scope.reference.areas
    .filter(
      ({ kind, code }) => kind === 'district' && used.has(code) && mayDo(ctx, 'district.print', { districtCode: code }),
    )
    .map(({ code, name }) => ({ code, name }))
    .sort((a, b) => comparePersian(a.name, b.name));
}

/** The districts whose page this person may print; none for those who may print no page. @throws AppError `no_programme` */
export function listDistrictSheets(ctx: ServiceContext): { readonly code: string; readonly name: string }[] {
  return readableDistricts(ctx, openScope(ctx));
}

function trackRows(scope: Scope, county: Scope): DistrictTrackRow[] {
  const row = (own: GroupFigures, whole: GroupFigures | undefined, label: string): DistrictTrackRow => ({
    code: own.key,
    label,
    isTotal: own.key === 'total',
    bodies: own.bodies,
    planned: own.planned,
    claimed: own.claimed,
    verified: own.verified,
    spi: own.spi,
    countyVerified: whole?.verified ?? null,
    countySpi: whole?.spi ?? null,
  });
  const whole = new Map(
    [...groupsOf(county, 'track'), ...groupsOf(county, 'total')].map((group) => [group.key, group]),
  );
  return [
    ...groupsOf(scope, 'track').map((group) => row(group, whole.get(group.key), group.label)),
    ...groupsOf(scope, 'total').map((group) => row(group, whole.get(group.key), SHEETS.total)),
  ];
}

/** Open steps of a scope that fall due in the next days, today included, by day and step. */
function nextDues(scope: Scope): NextDue[] {
  const names = trackShortNames(scope.reference);
  const until = addDays(scope.asOf, NEXT_DUES_DAYS);
  const dues = new Map<string, { due: Omit<NextDue, 'bodies'>; bodies: number }>();
  for (const { pair, milestones } of scope.figures) {
    for (const item of milestones) {
      const { milestone, effectiveDueOn } = item;
      if (!isOpen(item) || effectiveDueOn < scope.asOf || effectiveDueOn > until) continue;
      const key = `${effectiveDueOn} ${pair.track.position} ${milestone.id}`;
      const known = dues.get(key) ?? {
        due: {
          dueOn: effectiveDueOn,
          trackName: names.get(pair.track.id) ?? pair.track.title,
          position: milestone.position,
          title: milestone.shortTitle,
        },
        bodies: 0,
      };
      dues.set(key, { ...known, bodies: known.bodies + 1 });
    }
  }
  return [...dues]
    .sort(([a, first], [b, second]) =>
      first.due.dueOn === second.due.dueOn ? second.bodies - first.bodies : a < b ? -1 : 1,
    )
    .map(([, { due, bodies }]) => ({ ...due, bodies }));
}

function sheetOf(ctx: ServiceContext, county: Scope, { code, name }: { code: string; name: string }): DistrictSheet {
  const now = openScope(ctx, {
    asOf: county.asOf,
    programme: county.programme.code,
    filter: { districtCode: code },
  });
  const scopes = { ctx, now, before: null };
  return {
    code,
    name,
    bodies: groupsOf(now, 'total')[0]?.bodies ?? 0,
    tracks: trackRows(now, county),
    late: lateList(scopes).rows,
    silent: silentList(scopes).rows,
    silentAfterDays: now.reference.thresholds.silentAfterDays,
    blockers: blockerTable(scopes).rows,
    decisions: decisionTable(scopes).rows,
    dues: nextDues(now),
  };
}

/**
 * The page of one district, or of every district this person may see, as of a day. Somebody limited to a district has the own one only.
 *
 * @throws AppError `not_found` for a district that does not exist, has no bodies, or is another's; `as_of_out_of_range`; `no_programme`
 */
export function getDistrictSheets(
  ctx: ServiceContext,
  district: string | null,
  params: SheetParams = {},
): SheetHead & { readonly sheets: readonly DistrictSheet[] } {
  const county = openScope(ctx, params);
  const wanted = readableDistricts(ctx, county).filter(({ code }) => district === null || code === district);
  if (wanted.length === 0) throw new AppError('not_found', { subject: 'district', district });
  return onPaper({ ...sheetHead(ctx, county), sheets: wanted.map((each) => sheetOf(ctx, county, each)) });
}
