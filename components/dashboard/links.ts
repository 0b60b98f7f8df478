import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatJalali } from '@/lib/calendar/jalali';

/** What the address of a page about progress says. */
export interface ProgressAddress {
  readonly asOf?: CivilDate | null;
  readonly since?: CivilDate | null;
  readonly programme?: string | null;
  readonly deadline?: CivilDate | 'all' | null;
  readonly track?: string | null;
  readonly category?: string | null;
  readonly district?: string | null;
  readonly status?: string | null;
  readonly sort?: string | null;
}

/** A day as it stands in an address: Jalali with dashes. */
export const addressDay = (day: CivilDate) => formatJalali(day, '-');

/** The address of a page with what it is about; what is left out is not in it. */
export function progressHref(path: string, address: ProgressAddress): string {
  const query = new URLSearchParams();
  if (address.asOf) query.set('asOf', addressDay(address.asOf));
  if (address.since) query.set('since', addressDay(address.since));
  if (address.programme) query.set('programme', address.programme);
  if (address.deadline) query.set('deadline', address.deadline === 'all' ? 'all' : addressDay(address.deadline));
  for (const key of ['track', 'category', 'district', 'status', 'sort'] as const) {
    const value = address[key];
    if (value) query.set(key, value);
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** The page of one track on the same day, with the same category and district. */
export function trackHref(code: string, address: ProgressAddress): string {
  const { asOf, since, programme, category, district } = address;
  return progressHref(`/tracks/${encodeURIComponent(code)}`, { asOf, since, programme, category, district });
}

/** The page of one body on the same day. */
export function bodyHref(code: string, asOf: CivilDate | null): string {
  return progressHref(`/bodies/${encodeURIComponent(code)}`, { asOf });
}
