import { addressDay } from '@/components/dashboard/links';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { DecisionStateName } from '@/lib/domain/decisions';

/** What the address of a page about meetings says. */
export interface MeetingAddress {
  readonly asOf?: CivilDate | null;
  readonly programme?: string | null;
  readonly q?: string | null;
  readonly state?: DecisionStateName | null;
  readonly body?: string | null;
  readonly owner?: string | null;
  readonly due?: boolean;
  readonly sort?: string | null;
  readonly order?: 'asc' | 'desc' | null;
}

/** The address with what it is about; what is left out is not in it. */
export function meetingHref(path: string, address: MeetingAddress, fragment = ''): string {
  const query = new URLSearchParams();
  if (address.asOf) query.set('asOf', addressDay(address.asOf));
  if (address.due) query.set('due', '1');
  for (const key of ['programme', 'q', 'state', 'body', 'owner', 'sort', 'order'] as const) {
    const value = address[key];
    if (value) query.set(key, value);
  }
  const text = query.toString();
  return `${path}${text === '' ? '' : `?${text}`}${fragment}`;
}

/** The list of decisions inside the page of the meeting. */
export const decisionListHref = (address: MeetingAddress) => meetingHref('/meeting', address, '#decisions');

export const decisionHref = (number: number, address: Pick<MeetingAddress, 'asOf' | 'programme'> = {}, fragment = '') =>
  meetingHref(`/meeting/${number}`, address, fragment);
