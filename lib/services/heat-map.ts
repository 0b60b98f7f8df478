import type { Body, Milestone, Track } from '@/lib/domain/reference';
import { daysLate, isOpen } from '@/lib/domain/status';
import { daysBetween } from '@/lib/calendar/civil-date';
import type { MilestoneStateName } from '@/lib/domain/vocabulary';
import { latePairsOf } from './lateness';
import { resolveScope, type Scope, type ScopeParams } from './scope';
import type { ServiceContext } from './service-context';

/** One body in one milestone. Null where the milestone does not apply to the body. */
export interface HeatCell {
  readonly state: MilestoneStateName;
  readonly isGovernorates: boolean;
  readonly daysLate: number;
  readonly isDueSoon: boolean;
}

export interface HeatRow {
  readonly body: Body;
  readonly consequence: number;
  /** In the order of the columns. */
  readonly cells: readonly (HeatCell | null)[];
}

export interface HeatTrack {
  readonly track: Track;
  readonly milestones: readonly (Milestone & { readonly isDue: boolean })[];
}

export interface HeatMap {
  readonly tracks: readonly HeatTrack[];
  readonly rows: readonly HeatRow[];
}

/**
 * Bodies by milestones of a scope.
 * @param limit only this many bodies, those with the gravest consequence; null for all, the gravest first
 */
export function heatMapOf(scope: Scope, limit: number | null): HeatMap {
  return scope.ledger.view(scope.asOf, `heat ${limit ?? 'all'} ${scope.key}`, () => {
    const { asOf, reference, filter } = scope;
    const consequence = new Map<number, number>();
    for (const late of latePairsOf(scope)) {
      consequence.set(late.body.id, (consequence.get(late.body.id) ?? 0) + late.consequence);
    }
    const tracks = scope.tracks
      .filter(
        (track) =>
          (!filter.trackCode || track.code === filter.trackCode) &&
          (!filter.deadlineOn || track.deadlineOn === filter.deadlineOn),
      )
      .map((track) => ({
        track,
        milestones: reference.milestones
          .filter(({ trackId }) => trackId === track.id)
          .map((milestone) => ({ ...milestone, isDue: milestone.baselineDueOn <= asOf })),
      }));
    const columns = tracks.flatMap(({ milestones }) => milestones.map(({ id }) => id));
    const rows = new Map<number, { body: Body; cells: Map<number, HeatCell> }>();
    for (const { pair, milestones } of scope.figures) {
      const row = rows.get(pair.body.id) ?? { body: pair.body, cells: new Map<number, HeatCell>() };
      rows.set(pair.body.id, row);
      for (const item of milestones) {
        const daysToGo = daysBetween(asOf, item.effectiveDueOn);
        row.cells.set(item.milestone.id, {
          state: item.state.state,
          isGovernorates: item.milestone.actor === 'governorate',
          daysLate: daysLate(item, asOf),
          isDueSoon: isOpen(item) && daysToGo >= 0 && daysToGo <= reference.thresholds.atRiskDueWithinDays,
        });
      }
    }
    const list = [...rows.values()].map(({ body, cells }) => ({
      body,
      consequence: consequence.get(body.id) ?? 0,
      cells: columns.map((id) => cells.get(id) ?? null),
    }));
    // rows come by code, and sorting keeps that order among equals
    const gravest = list.sort((a, b) => b.consequence - a.consequence);
    if (limit === null) return { tracks, rows: gravest };
    return { tracks, rows: gravest.filter((row) => row.consequence > 0).slice(0, limit) };
  });
}

/** The whole map, for its own page. */
export function getHeatMap(ctx: ServiceContext, params: ScopeParams): HeatMap {
  return heatMapOf(resolveScope(ctx, params), null);
}
