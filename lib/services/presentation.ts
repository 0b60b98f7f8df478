import { getDashboard, type Dashboard } from './dashboard';
import type { MeetingParams } from './meeting';
import { authorise, type ServiceContext } from './service-context';

/** Everything a meeting looks at: the figures of the nearest deadline and the decisions, as of a day. Throws as `askDashboard`. */
export function getPresentation(ctx: ServiceContext, params: MeetingParams = {}): Dashboard {
  authorise(ctx, 'meeting.read');
  return getDashboard(ctx, params);
}
