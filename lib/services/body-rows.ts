import type { CivilDate } from '@/lib/calendar/civil-date';
import { searchText, type SearchText } from '@/lib/domain/name-search';
import type { MilestoneOnDay, PairFigures } from '@/lib/domain/figures';
import { meanRatios } from '@/lib/domain/group-figures';
import { isRealDesk } from '@/lib/domain/pair-figures';
import type { Body } from '@/lib/domain/reference';
import { worstStatus } from '@/lib/domain/status';
import type { PairStatus } from '@/lib/domain/vocabulary';
import type { Scope } from './scope';
import { silenceOf, silentBodiesOf } from './silence';
import { waitingOf } from './waiting';

export interface BodyTrackCell {
  readonly trackCode: string;
  readonly status: PairStatus;
  readonly planned: number;
  readonly claimed: number;
  readonly verified: number;
}

export interface BodyRow {
  readonly body: Body;
  readonly districtName: string;
  readonly ruralDistrictName: string | null;
  /** Worst of its tracks that pass the filter. */
  readonly status: PairStatus;
  /** Means over the tracks that pass the filter; null when all are exempt. */
  readonly planned: number | null;
  readonly claimed: number | null;
  readonly verified: number | null;
  /** planned − verified: how far it is behind its plan. */
  readonly gap: number | null;
  readonly tracks: readonly BodyTrackCell[];
  readonly silentDays: number | null;
  readonly lastReportOn: CivilDate | null;
  /** Silent for longer than the threshold, with work left. Silence is about the body, whatever track or deadline is asked for. */
  readonly isSilent: boolean;
  /** Of the body as a whole; null where it has no desk. */
  readonly isRealDesk: boolean | null;
  /** Blocked milestones in the tracks that pass the filter. */
  readonly blockers: readonly NonNullable<MilestoneOnDay['state']['blocker']>[];
  /** Claims, requests and objections that wait for the governorate's decision. */
  readonly waitingCount: number;
  readonly search: SearchText;
}

export function areaName(scope: Scope, code: string): string {
  return scope.reference.areas.find((area) => area.code === code)?.name ?? code;
}

function groupByBody(figures: readonly PairFigures[]): Map<number, PairFigures[]> {
  const groups = new Map<number, PairFigures[]>();
  for (const pair of figures) {
    const list = groups.get(pair.pair.body.id);
    if (list) list.push(pair);
    else groups.set(pair.pair.body.id, [pair]);
  }
  return groups;
}

/** Desks by body, of the programme as a whole: a filter by track must not hide that a desk is real. */
function desksOf(scope: Scope): Map<number, boolean> {
  const desks = new Map<number, boolean>();
  for (const figures of scope.snapshot.figures) {
    if (figures.pair.track.programmeId !== scope.programme.id) continue;
    const isReal = isRealDesk(figures, scope.reference.thresholds.realDeskMilestones);
    if (isReal !== null) desks.set(figures.pair.body.id, isReal);
  }
  return desks;
}

function waitingCounts(scope: Scope): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { body } of waitingOf(scope).decidable) counts.set(body.id, (counts.get(body.id) ?? 0) + 1);
  return counts;
}

/** Every body of a scope with its facts, in the order of codes; kept until something is recorded that may change it. */
export function bodyRowsOf(scope: Scope): readonly BodyRow[] {
  return scope.ledger.view(scope.asOf, `bodies ${scope.key}`, () => {
    const desks = desksOf(scope);
    const waiting = waitingCounts(scope);
    const silent = new Set(silentBodiesOf(scope).map(({ body }) => body.id));
    return [...groupByBody(scope.figures).values()].map((list): BodyRow => {
      const { body } = (list[0] as PairFigures).pair;
      const means = meanRatios(list);
      const districtName = areaName(scope, body.districtCode);
      const ruralDistrictName = body.ruralDistrictCode === null ? null : areaName(scope, body.ruralDistrictCode);
      const silence = silenceOf(scope, body.id);
      return {
        body,
        districtName,
        ruralDistrictName,
        status: worstStatus(list.map(({ status }) => status)) ?? 'exempt',
        ...means,
        gap: means.planned === null || means.verified === null ? null : means.planned - means.verified,
        tracks: list.map(({ pair, status, plannedRatio, claimedRatio, verifiedRatio }) => ({
          trackCode: pair.track.code,
          status,
          planned: plannedRatio,
          claimed: claimedRatio,
          verified: verifiedRatio,
        })),
        silentDays: silence?.days ?? null,
        lastReportOn: silence?.lastReportOn ?? null,
        isSilent: silent.has(body.id),
        isRealDesk: desks.get(body.id) ?? null,
        blockers: list.flatMap(({ milestones }) =>
          milestones.flatMap(({ state }) => (state.state === 'blocked' && state.blocker ? [state.blocker] : [])),
        ),
        waitingCount: waiting.get(body.id) ?? 0,
        search: searchText([body.name, body.code, body.officialCode, districtName, ruralDistrictName]),
      };
    });
  });
}
