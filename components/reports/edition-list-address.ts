/** What the address of the list of editions says; null and empty is left out of it. */
export interface EditionListAddress {
  readonly q: string;
  readonly year: number | null;
  readonly programme: string | null;
  readonly isUnregistered: boolean;
  /** Null: as the list begins. */
  readonly sort: string | null;
  readonly order: 'asc' | 'desc' | null;
}

/** The list, or the same as a file. */
export function editionListHref(
  address: EditionListAddress,
  more: { readonly page?: number; readonly format?: 'csv' | 'xlsx' } = {},
): string {
  const query = new URLSearchParams();
  if (address.q !== '') query.set('q', address.q);
  if (address.year !== null) query.set('year', String(address.year));
  if (address.programme !== null) query.set('programme', address.programme);
  if (address.isUnregistered) query.set('registry', 'none');
  if (address.sort !== null) query.set('sort', address.sort);
  if (address.order !== null) query.set('order', address.order);
  if (more.page !== undefined && more.page > 1) query.set('page', String(more.page));
  if (more.format !== undefined) query.set('format', more.format);
  const path = more.format === undefined ? '/reports' : '/reports/export';
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}
