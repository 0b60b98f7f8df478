const PERSIAN_ZERO = 0x06f0;

/** Persian and Arabic-Indic digits become Latin ones; everything else stays. */
export function toLatinDigits(text: string): string {
  // Both blocks start at a multiple of 16, so the low four bits are the digit.
  return text.replace(/[\u06f0-\u06f9\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/** Latin and Arabic-Indic digits become Persian ones. A number is written as JavaScript writes it: format it first. */
export function toPersianDigits(textOrNumber: string | number): string {
  return String(textOrNumber).replace(/[0-9\u0660-\u0669]/g, (digit) =>
    String.fromCharCode(PERSIAN_ZERO + (digit.charCodeAt(0) & 0xf)),
  );
}
