import { isAppError } from '@/lib/errors';
import type { Dashboard } from '@/lib/services/dashboard';
import { listDecisions, type DecisionList } from '@/lib/services/meeting';
import { getPresentation } from '@/lib/services/presentation';
import type { ServiceContext } from '@/lib/services/service-context';
import type { QueryParams } from '@/lib/validation/progress';
import { parseMeetingQuery, PLAIN_QUERY, type MeetingQuery } from './meeting-query';

export interface MeetingPageData {
  readonly query: MeetingQuery;
  readonly view: Dashboard;
  readonly list: DecisionList;
}

/** Figures and decisions for the page; for a day that cannot be, today's with a word about it. */
export function readMeeting(ctx: ServiceContext, params: QueryParams): MeetingPageData {
  const read = (query: MeetingQuery): MeetingPageData => ({
    query,
    view: getPresentation(ctx, { asOf: query.asOf, programme: query.programme }),
    list: listDecisions(ctx, query),
  });
  try {
    return read(parseMeetingQuery(params));
  } catch (error) {
    if (!isAppError(error, 'as_of_out_of_range')) throw error;
    return read(PLAIN_QUERY);
  }
}
