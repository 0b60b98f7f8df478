import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Topic } from '@/lib/messages/present';
import { meetingHref } from './links';

export interface PresentAddress {
  readonly asOf: CivilDate | null;
  readonly programme: string | null;
}

/** The screen of one topic. */
export function presentHref(topic: Topic, address: PresentAddress): string {
  const href = meetingHref('/meeting/present', address);
  return `${href}${href.includes('?') ? '&' : '?'}topic=${topic}`;
}
