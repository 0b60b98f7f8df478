import type { CivilDate } from '@/lib/calendar/civil-date';
import { MOVE_KINDS, type MoveKind } from '@/lib/domain/comparison';
import {
  DESK_CHOICES,
  EVENT_CHOICES,
  MILESTONE_CHOICES,
  REPORTING_CHOICES,
  STATUS_CHOICES,
  WAITING_CHOICES,
  type DeskChoice,
  type EventChoice,
  type MilestoneChoice,
  type ReportingChoice,
  type StatusChoice,
  type WaitingChoice,
} from '@/lib/domain/list-vocabulary';
import {
  BLOCK_CAUSES,
  PAIR_STATUSES,
  TURNS,
  type BlockCause,
  type PairStatus,
  type Turn,
} from '@/lib/domain/vocabulary';
import {
  parseProgressQuery,
  queryCount,
  queryDay,
  queryValue,
  queryWord,
  type ProgressQuery,
  type QueryParams,
} from './progress';

/** Everything the address of a list may say; each list looks at its own part. */
export interface ListQuery extends ProgressQuery {
  readonly since: CivilDate | null;
  readonly status: StatusChoice | null;
  readonly desk: DeskChoice | null;
  /** Only so many pairs, those with the gravest consequence. */
  readonly top: number | null;
  readonly state: MilestoneChoice | null;
  readonly milestone: string | null;
  readonly cause: BlockCause | null;
  readonly turn: Turn | null;
  readonly kind: WaitingChoice | null;
  /** Waits at least, and at most, so many days. */
  readonly minDays: number | null;
  readonly maxDays: number | null;
  readonly from: PairStatus | null;
  readonly to: PairStatus | null;
  readonly move: MoveKind | null;
  readonly event: EventChoice | null;
  readonly report: ReportingChoice | null;
  /** Code of a rural district, or `none` for bodies in none. */
  readonly ruralDistrict: string | null;
  readonly q: string;
  readonly sort: string | null;
  readonly descending: boolean;
  readonly page: number;
}

/** @throws AppError `invalid_input` with the parameter that is not understood */
export function parseListQuery(params: QueryParams): ListQuery {
  const isAll = queryValue(params, 'deadline') === 'all';
  return {
    ...parseProgressQuery(isAll ? { ...params, deadline: undefined } : params),
    since: queryDay(params, 'since'),
    status: queryWord(params, 'status', STATUS_CHOICES),
    desk: queryWord(params, 'desk', DESK_CHOICES),
    top: queryCount(params, 'top'),
    state: queryWord(params, 'state', MILESTONE_CHOICES),
    milestone: queryValue(params, 'milestone'),
    cause: queryWord(params, 'cause', BLOCK_CAUSES),
    turn: queryWord(params, 'turn', TURNS),
    kind: queryWord(params, 'kind', WAITING_CHOICES),
    minDays: queryCount(params, 'minDays'),
    maxDays: queryCount(params, 'maxDays'),
    from: queryWord(params, 'from', PAIR_STATUSES),
    to: queryWord(params, 'to', PAIR_STATUSES),
    move: queryWord(params, 'move', MOVE_KINDS),
    event: queryWord(params, 'event', EVENT_CHOICES),
    report: queryWord(params, 'report', REPORTING_CHOICES),
    ruralDistrict: queryValue(params, 'ruralDistrict'),
    q: queryValue(params, 'q') ?? '',
    sort: queryValue(params, 'sort'),
    descending: queryWord(params, 'order', ['asc', 'desc']) === 'desc',
    page: Math.max(1, queryCount(params, 'page') ?? 1),
  };
}
