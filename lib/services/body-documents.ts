import type { CivilDate } from '@/lib/calendar/civil-date';
import { daysLate } from '@/lib/domain/status';
import { apiDate } from '@/lib/format/dates';
import { getBody, listBodies, type BodyListParams } from './bodies';
import type { ScopeParams } from './scope';
import type { ServiceContext } from './service-context';

const apiDateOrNull = (day: CivilDate | null) => (day === null ? null : apiDate(day));

/** The document of `GET /api/v1/bodies`. */
export function getBodiesDocument(ctx: ServiceContext, params: BodyListParams) {
  const { scope, rows } = listBodies(ctx, params);
  return {
    asOf: apiDate(scope.asOf),
    programme: scope.programme.code,
    bodies: rows.map(({ body, districtName, status, verified, tracks, silentDays }) => ({
      code: body.code,
      name: body.name,
      category: body.category,
      district: { code: body.districtCode, name: districtName },
      officialCode: body.officialCode,
      providesPublicService: body.providesPublicService,
      status,
      verified,
      silentDays,
      tracks: tracks.map((track) => {
        const isExempt = track.status === 'exempt';
        return {
          code: track.trackCode,
          status: track.status,
          planned: isExempt ? null : track.planned,
          claimed: isExempt ? null : track.claimed,
          verified: isExempt ? null : track.verified,
        };
      }),
    })),
  };
}

/** The document of `GET /api/v1/bodies/CODE`: per track figures, status and reasons; per milestone state, due and days late. */
export function getBodyDocument(ctx: ServiceContext, code: string, params: Omit<ScopeParams, 'filter'>) {
  const card = getBody(ctx, code, params);
  const { scope, body } = card;
  return {
    asOf: apiDate(scope.asOf),
    programme: scope.programme.code,
    code: body.code,
    name: body.name,
    category: body.category,
    district: { code: body.districtCode, name: card.districtName },
    officialCode: body.officialCode,
    status: card.status,
    silentDays: card.silence?.days ?? null,
    lastReport: apiDateOrNull(card.silence?.lastReportOn ?? null),
    tracks: card.tracks.map(({ figures, reason }) => ({
      code: figures.pair.track.code,
      title: figures.pair.track.title,
      deadline: apiDate(figures.pair.track.deadlineOn),
      planned: figures.isExempt ? null : figures.plannedRatio,
      claimed: figures.isExempt ? null : figures.claimedRatio,
      verified: figures.isExempt ? null : figures.verifiedRatio,
      status: figures.status,
      reasons: reason.grounds.map(({ milestoneCode, ground, days }) => ({ milestone: milestoneCode, ground, days })),
      milestones: figures.milestones.map((item) => ({
        code: item.milestone.code,
        title: item.milestone.title,
        actor: item.milestone.actor,
        weight: item.milestone.weightPoints,
        state: item.state.state,
        baselineDue: apiDate(item.milestone.baselineDueOn),
        due: apiDate(item.effectiveDueOn),
        isAfterDeadline: item.effectiveDueOn > figures.pair.track.deadlineOn,
        daysLate: daysLate(item, scope.asOf),
      })),
    })),
  };
}
