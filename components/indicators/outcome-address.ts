import { addressDay } from '@/components/dashboard/links';
import type { CivilDate } from '@/lib/calendar/civil-date';

/** The address of a page on outcomes as its query says; what is the page's own default is left out. */
export function outcomeHref(
  path: string,
  { asOf, ...rest }: { readonly asOf: CivilDate | null } & Readonly<Record<string, string | number | null>>,
  defaults: Readonly<Record<string, string | number>> = {},
): string {
  const parts = Object.entries({ asOf: asOf && addressDay(asOf), ...rest });
  const text = new URLSearchParams(
    parts.flatMap(([name, value]) =>
      value === null || value === '' || defaults[name] === value ? [] : [[name, String(value)]],
    ),
  ).toString();
  return text === '' ? path : `${path}?${text}`;
}
