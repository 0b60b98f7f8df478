import { progressHref, type ProgressAddress } from '@/components/dashboard/links';
import type { ListName } from '@/lib/domain/list-vocabulary';

/** What the address of a list may say besides the day and the filters of a page. */
const OWN = [
  'desk',
  'top',
  'state',
  'milestone',
  'cause',
  'turn',
  'kind',
  'minDays',
  'maxDays',
  'from',
  'to',
  'move',
  'event',
  'report',
  'ruralDistrict',
  'q',
  'order',
  'page',
] as const;

export type ListAddress = ProgressAddress & { readonly [name in (typeof OWN)[number]]?: string | number | null };

/** The address of a list behind a number; what is left out is not in it. */
export function listHref(name: ListName, address: ListAddress): string {
  return withOwn(progressHref(`/lists/${name}`, address), address);
}

/** The same list as a file. */
export function listFileHref(name: ListName, address: ListAddress, format: 'csv' | 'xlsx'): string {
  const href = withOwn(progressHref(`/lists/${name}/export`, address), { ...address, page: null });
  return `${href}${href.includes('?') ? '&' : '?'}format=${format}`;
}

function withOwn(href: string, address: ListAddress): string {
  const query = new URLSearchParams();
  for (const key of OWN) {
    const value = address[key];
    if (value !== undefined && value !== null && value !== '') query.set(key, String(value));
  }
  const text = query.toString();
  return text === '' ? href : `${href}${href.includes('?') ? '&' : '?'}${text}`;
}
