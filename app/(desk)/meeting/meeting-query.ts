import type { MeetingAddress } from '@/components/meeting/links';
import { DECISION_STATES } from '@/lib/domain/decisions';
import { isAppError } from '@/lib/errors';
import { DECISION_SORTS, type DecisionListParams, type DecisionSort } from '@/lib/services/meeting';
import { queryDay, queryValue, queryWord, type QueryParams } from '@/lib/validation/progress';

export interface MeetingQuery extends DecisionListParams {
  readonly q: string | null;
  readonly sort: DecisionSort | null;
  /** A value of the address was refused; the page is the plain one of today. */
  readonly hasProblem: boolean;
}

function parse(query: QueryParams): MeetingQuery {
  const sort = queryWord(query, 'sort', DECISION_SORTS);
  const order = queryWord(query, 'order', ['asc', 'desc']);
  return {
    asOf: queryDay(query, 'asOf'),
    programme: queryValue(query, 'programme'),
    q: queryValue(query, 'q'),
    state: queryWord(query, 'state', DECISION_STATES),
    body: queryValue(query, 'body'),
    owner: queryValue(query, 'owner'),
    due: queryValue(query, 'due') !== null,
    sort,
    ...(order === null ? {} : { descending: order === 'desc' }),
    hasProblem: false,
  };
}

export const PLAIN_QUERY: MeetingQuery = { q: null, sort: null, hasProblem: true };

/** What the address of the meeting says; an address that cannot be is the plain page with a word about it. */
export function parseMeetingQuery(query: QueryParams): MeetingQuery {
  try {
    return parse(query);
  } catch (error) {
    if (!isAppError(error, 'invalid_input')) throw error;
    return PLAIN_QUERY;
  }
}

/** The address of the same list. */
export function meetingAddress(query: MeetingQuery): MeetingAddress {
  const { asOf, programme, q, state, body, owner, due, sort, descending } = query;
  return {
    asOf,
    programme,
    q,
    state,
    body,
    owner,
    due,
    sort,
    order: descending === undefined ? null : descending ? 'desc' : 'asc',
  };
}
