import { listAreasAsOf, listHolidaysAsOf, type AreaVersionRow } from '@/db/queries/areas';
import { findBodyId, listBodiesAsOf, listBodyVersions, type BodyVersionRow } from '@/db/queries/bodies';
import { listUserNames } from '@/db/queries/admin-facts';
import { listMilestonesAsOf, listProgrammesAsOf, listTracksAsOf } from '@/db/queries/programmes';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Applicability } from '@/lib/domain/reference';
import { BODY_CATEGORIES, type BodyCategory } from '@/lib/domain/vocabulary';
import { AppError } from '@/lib/errors';
import { normaliseForMatch } from '@/lib/text/normalise';
import { parseAppliesTo } from './reference-history';
import { authorise, type ServiceContext } from './service-context';

/** Reference data as known today, for whoever looks after it: dissolved bodies and all programmes are among them. */

export interface AdminMilestone {
  readonly code: string;
  readonly version: ReturnType<typeof listMilestonesAsOf>[number]['version'];
  readonly appliesTo: readonly Applicability[];
}

export interface AdminTrack {
  readonly code: string;
  readonly version: ReturnType<typeof listTracksAsOf>[number]['version'];
  readonly milestones: readonly AdminMilestone[];
}

export interface AdminProgramme {
  readonly code: string;
  readonly version: ReturnType<typeof listProgrammesAsOf>[number]['version'];
  readonly countyName: string | null;
  readonly tracks: readonly AdminTrack[];
}

/** All programmes with their tracks and milestones; withdrawn milestones are left out. @throws AppError `forbidden` */
export function listProgrammeDefinitions(ctx: ServiceContext): AdminProgramme[] {
  authorise(ctx, 'reference.manage');
  const today = ctx.clock.today();
  const areas = listAreasAsOf(ctx.db, today);
  return listProgrammesAsOf(ctx.db, today).map(({ code, version }) => {
    const milestones = listMilestonesAsOf(ctx.db, version.programmeId, today).filter((each) => !each.version.isRetired);
    return {
      code,
      version,
      countyName: areas.find((area) => area.code === version.countyCode)?.name ?? null,
      tracks: listTracksAsOf(ctx.db, version.programmeId, today).map((track) => ({
        code: track.code,
        version: track.version,
        milestones: milestones
          .filter(({ trackId }) => trackId === track.version.trackId)
          .map((each) => ({
            code: each.code,
            version: each.version,
            appliesTo: parseAppliesTo(each.version.appliesTo),
          })),
      })),
    };
  });
}

/** One track of a programme. @throws AppError `forbidden`, `not_found` */
export function getTrackDefinition(ctx: ServiceContext, programmeCode: string, trackCode: string) {
  const programme = listProgrammeDefinitions(ctx).find(({ code }) => code === programmeCode);
  const track = programme?.tracks.find(({ code }) => code === trackCode);
  if (programme === undefined || track === undefined) throw new AppError('not_found', { subject: 'track' });
  return { programme, track };
}

/** One milestone of a programme. @throws AppError `forbidden`, `not_found` */
export function getMilestoneDefinition(ctx: ServiceContext, programmeCode: string, milestoneCode: string) {
  const programme = listProgrammeDefinitions(ctx).find(({ code }) => code === programmeCode);
  for (const track of programme?.tracks ?? []) {
    const milestone = track.milestones.find(({ code }) => code === milestoneCode);
    if (programme !== undefined && milestone !== undefined) return { programme, track, milestone };
  }
  throw new AppError('not_found', { subject: 'milestone' });
}

/** All areas, by code. @throws AppError `forbidden` */
export function listAreas(ctx: ServiceContext): AreaVersionRow[] {
  authorise(ctx, 'reference.manage');
  return listAreasAsOf(ctx.db, ctx.clock.today());
}

/** Districts, by code: for choosing one. @throws AppError `forbidden` */
export function listDistricts(ctx: ServiceContext): { readonly code: string; readonly name: string }[] {
  return listAreas(ctx).filter(({ kind }) => kind === 'district');
}

/** Official holidays in force, by day. @throws AppError `forbidden` */
export function listHolidays(ctx: ServiceContext): { readonly day: CivilDate; readonly title: string }[] {
  authorise(ctx, 'reference.manage');
  return listHolidaysAsOf(ctx.db, ctx.clock.today())
    .filter(({ isHoliday }) => isHoliday)
    .map(({ day, title }) => ({ day, title }));
}

export interface AdminBody {
  readonly code: string;
  readonly version: BodyVersionRow;
  readonly districtName: string;
}

export interface AdminBodyFilter {
  readonly q?: string | null;
  readonly category?: BodyCategory | null;
  readonly districtCode?: string | null;
}

/** Bodies that fit the search, in the order of an official list. @throws AppError `forbidden` */
export function listAdminBodies(
  ctx: ServiceContext,
  filter: AdminBodyFilter = {},
): { readonly rows: AdminBody[]; readonly total: number } {
  authorise(ctx, 'reference.manage');
  const today = ctx.clock.today();
  const names = new Map(listAreasAsOf(ctx.db, today).map(({ code, name }) => [code, name]));
  const all = listBodiesAsOf(ctx.db, today).map(({ code, version }) => ({
    code,
    version,
    districtName: names.get(version.districtCode) ?? version.districtCode,
  }));
  const words = normaliseForMatch(filter.q ?? '')
    .split(' ')
    .filter(Boolean);
  const rows = all.filter(({ code, version, districtName }) => {
    if (filter.category && version.category !== filter.category) return false;
    if (filter.districtCode && version.districtCode !== filter.districtCode) return false;
    const haystack = normaliseForMatch(`${version.name} ${code} ${version.officialCode ?? ''} ${districtName}`);
    const joined = haystack.replaceAll(' ', '');
    return words.every((word) => joined.includes(word));
  });
  const place = ({ version }: AdminBody) => BODY_CATEGORIES.indexOf(version.category);
  return { rows: rows.sort((a, b) => place(a) - place(b) || (a.code < b.code ? -1 : 1)), total: all.length };
}

export interface BodyVersionEntry {
  readonly version: BodyVersionRow;
  /** Null for the first load and the command line. */
  readonly recordedByName: string | null;
  readonly previous: BodyVersionRow | null;
}

/** One body with all its versions, newest first. @throws AppError `forbidden`, `not_found` */
export function getAdminBody(
  ctx: ServiceContext,
  code: string,
): { readonly code: string; readonly current: BodyVersionRow; readonly history: readonly BodyVersionEntry[] } {
  authorise(ctx, 'reference.manage');
  const bodyId = findBodyId(ctx.db, code);
  const versions = bodyId === null ? [] : listBodyVersions(ctx.db, bodyId);
  const current = versions.at(-1);
  if (current === undefined) throw new AppError('not_found', { subject: 'body', code });
  const names = listUserNames(ctx.db);
  const history = versions.map((version, index) => ({
    version,
    recordedByName: version.recordedBy === null ? null : (names.get(version.recordedBy) ?? null),
    previous: versions[index - 1] ?? null,
  }));
  return { code, current, history: history.reverse() };
}
