import { addressDay } from '@/components/dashboard/links';
import type { CivilDate } from '@/lib/calendar/civil-date';

/** What the address of the page on network and letters says. */
export interface NetworkAddress {
  readonly asOf: CivilDate | null;
  readonly programme: string | null;
  readonly track: string | null;
  readonly milestone: string | null;
  readonly category: string;
  readonly district: string | null;
  readonly q: string;
  readonly sort: string;
  readonly descending: boolean;
  readonly indicator: string | null;
}

/** The parts of an address by name; what the page takes for granted is not in it. */
export function networkParts(address: NetworkAddress): readonly (readonly [name: string, value: string])[] {
  const { asOf, category, sort, descending, ...rest } = address;
  const parts = {
    asOf: asOf && addressDay(asOf),
    ...rest,
    category: category === 'village_administration' ? null : category,
    sort: sort === 'place' ? null : sort,
    order: descending ? 'desc' : null,
  };
  return Object.entries(parts).flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}

export function networkHref(
  address: NetworkAddress,
  change: Partial<NetworkAddress> = {},
  path = '/indicators/network',
  more: Readonly<Record<string, string>> = {},
): string {
  const parts = [...networkParts({ ...address, ...change }), ...Object.entries(more)];
  const text = new URLSearchParams(parts.map(([name, value]) => [name, value])).toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Carries along in a form what the form itself does not ask for. */
export function otherParts(address: NetworkAddress, asked: readonly string[]) {
  return networkParts(address).filter(([name]) => !asked.includes(name));
}
