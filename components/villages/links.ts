/** Addresses of the pages on which one person reports for many bodies. */

export type GridAddress = Readonly<Partial<Record<'programme' | 'track' | 'filter' | 'find' | 'rural', string | null>>>;

function withQuery(path: string, parts: Readonly<Record<string, string | null | undefined>>): string {
  const query = new URLSearchParams(
    Object.entries(parts).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();
  return query === '' ? path : `${path}?${query}`;
}

export const gridHref = (address: GridAddress = {}) => withQuery('/my/grid', address);

export function jointReportHref(parts: {
  readonly do: 'claim' | 'block' | 'check_in';
  readonly programme?: string | null;
  readonly step?: string | null;
  readonly rural?: string | null;
}): string {
  return withQuery('/my/grid/report', parts);
}

export function jointReceiptHref(receipt: {
  readonly events: readonly number[];
  readonly leftOut: readonly string[];
  readonly step: { readonly milestone: string; readonly programme: string } | null;
  readonly isRepeat: boolean;
}): string {
  return withQuery('/my/grid/receipt', {
    events: receipt.events.join('.'),
    not: receipt.leftOut.join('.'),
    step: receipt.leftOut.length > 0 ? receipt.step?.milestone : null,
    programme: receipt.leftOut.length > 0 ? receipt.step?.programme : null,
    again: receipt.isRepeat ? '1' : null,
  });
}
