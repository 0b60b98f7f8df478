/** Persian alphabet (پ after ب, گ after ک), ي equal to ی, numbers by value («دهیاری ۲» before «دهیاری ۱۰»). */
const BASE = new Intl.Collator('fa', { sensitivity: 'base', numeric: true });
const EXACT = new Intl.Collator('fa', { sensitivity: 'variant', numeric: true });

/** Order of Persian names for `sort`. Total: two different texts are never equal, so lists keep one order on every machine. */
export function comparePersian(a: string, b: string): number {
  const order = BASE.compare(a, b) || EXACT.compare(a, b);
  if (order !== 0) return order;
  return a < b ? -1 : a > b ? 1 : 0;
}
