import type { DeskListQuery } from '@/lib/validation/desk-checks';

/** Address of the list of desks as the query says, but for what is changed; defaults are left out. */
export function desksHref(query: DeskListQuery, change: Partial<DeskListQuery> = {}, format?: string): string {
  const { sort, order, ...rest } = { ...query, ...change };
  const parts = { ...rest, sort: sort === 'name' ? null : sort, order: order === 'asc' ? null : order, format };
  const text = new URLSearchParams(
    Object.entries(parts).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
  ).toString();
  const path = format === undefined ? '/inspections/desks' : '/inspections/desks/export';
  return text === '' ? path : `${path}?${text}`;
}

export const deskHref = (code: string) => `/inspections/desks/${encodeURIComponent(code)}`;
