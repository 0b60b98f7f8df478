import { isMarkedAsSample } from '@/db/queries/settings';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { countdownTo, nearestDeadline, type Countdown } from '@/lib/domain/deadline';
import { can } from '@/lib/domain/permissions';
import type { Reference } from '@/lib/domain/reference';
import { getEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { openScope, type Scope } from './scope';
import type { AnonymousContext, ServiceContext } from './service-context';
import { waitingOf } from './waiting';

/** What surrounds every page. */
export interface FrameFacts {
  /** Name of the county of the running programme; null before a programme is imported. */
  readonly countyName: string | null;
  /** Things this person can decide now; null for those who decide nothing. */
  readonly waitingCount: number | null;
}

/** What every page must say while the data or the day are not real. */
export interface Notice {
  readonly isSampleData: boolean;
  readonly simulatedToday: CivilDate | null;
}

/** The programme as anybody may know it: what is to be done, by how many, until when. No figure of progress. */
export interface Outlook {
  readonly countyName: string | null;
  readonly programmeTitle: string;
  /** Nearest deadline not yet passed, with the tracks that end then; null once all have passed. */
  readonly next: { readonly countdown: Countdown; readonly trackTitles: readonly string[] } | null;
  readonly bodyCount: number;
  readonly milestoneCount: number;
  readonly trackTitles: readonly string[];
  /** Telephone of the governorate, if its entry has one. */
  readonly governoratePhone: string | null;
}

function runningScope(ctx: Pick<ServiceContext, 'db' | 'clock'>, districtCode: string | null = null): Scope | null {
  try {
    return openScope(ctx, { filter: { districtCode } });
  } catch (error) {
    const isBeforeStart = error instanceof AppError && ['no_programme', 'as_of_out_of_range'].includes(error.code);
    if (isBeforeStart) return null;
    throw error;
  }
}

function countyOf(reference: Reference, countyCode: string): string | null {
  return reference.areas.find(({ code, kind }) => code === countyCode && kind === 'county')?.name ?? null;
}

/** The facts the frame shows to this person. A reviewer of one district counts that district's matters only. */
export function getFrameFacts(ctx: ServiceContext): FrameFacts {
  const mayReview = can(ctx.actor, 'review.read');
  const scope = runningScope(ctx, mayReview ? ctx.actor.districtCode : null);
  if (scope === null) return { countyName: null, waitingCount: null };
  return {
    countyName: countyOf(scope.reference, scope.programme.countyCode),
    waitingCount: mayReview ? waitingOf(scope).decidable.length : null,
  };
}

/** What the sign-in page says about the running programme; null before one is imported or has begun. */
export function getOutlook(ctx: AnonymousContext): Outlook | null {
  const scope = runningScope(ctx);
  if (scope === null) return null;
  const { reference, tracks, programme, asOf } = scope;
  const deadlineOn = nearestDeadline(
    tracks.map((track) => track.deadlineOn),
    asOf,
  );
  const trackIds = new Set(tracks.map(({ id }) => id));
  return {
    countyName: countyOf(reference, programme.countyCode),
    programmeTitle: programme.title,
    next:
      deadlineOn === null || deadlineOn < asOf
        ? null
        : {
            countdown: countdownTo(deadlineOn, asOf, reference.workCalendar),
            trackTitles: tracks.filter((track) => track.deadlineOn === deadlineOn).map(({ title }) => title),
          },
    bodyCount: new Set(scope.figures.map(({ pair }) => pair.body.id)).size,
    milestoneCount: reference.milestones.filter(({ trackId }) => trackIds.has(trackId)).length,
    trackTitles: tracks.map(({ title }) => title),
    governoratePhone: reference.bodies.find(({ category }) => category === 'governorate')?.phone ?? null,
  };
}

/** A sample says so by itself: on a copied folder as well, whatever the environment says. */
export function getNotice({ db, clock }: Pick<ServiceContext, 'db' | 'clock'>): Notice {
  return {
    isSampleData: getEnv().isSampleData || isMarkedAsSample(db),
    simulatedToday: clock.isSimulated ? clock.today() : null,
  };
}
