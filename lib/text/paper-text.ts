/**
 * Text as it goes to paper. A letter with a mark of its own is one glyph for two characters, and taking text out of a PDF turns the two
 * round: so heh with hamza becomes the single letter ۀ, and short vowels are left out.
 */
export function paperText(text: string): string {
  return text
    .replace(/[\u0647\u06d5]\u0654/g, '\u06c0')
    .replace(/[\u064b-\u0652\u0670]/g, '')
    .normalize('NFC');
}

/** Every text of a value as it goes to paper. */
export function onPaper<T>(value: T): T {
  if (typeof value === 'string') return paperText(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => onPaper(item)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, onPaper(item)])) as T;
}
