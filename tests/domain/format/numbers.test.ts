import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatBytes,
  formatDecimal,
  formatInteger,
  formatPercentValue,
  formatRatio,
  formatSigned,
} from '@/lib/format/numbers';

describe('numbers in Persian', () => {
  test('whole numbers carry thousands separators', () => {
    expect(formatInteger(0)).toBe('۰');
    expect(formatInteger(999)).toBe('۹۹۹');
    expect(formatInteger(1234)).toBe('۱٬۲۳۴');
    expect(formatInteger(1234567)).toBe('۱٬۲۳۴٬۵۶۷');
    expect(formatInteger(-1234)).toBe('−۱٬۲۳۴');
  });

  test('decimals carry the Persian decimal point and keep their zeros', () => {
    expect(formatDecimal(242.2222, 1)).toBe('۲۴۲٫۲');
    expect(formatDecimal(2, 1)).toBe('۲٫۰');
    expect(formatDecimal(12345.678, 2)).toBe('۱۲٬۳۴۵٫۶۸');
    expect(formatDecimal(1e-9, 2)).toBe('۰٫۰۰');
  });

  test('halves are rounded away from zero, without the noise of binary fractions', () => {
    expect(formatDecimal(1.005, 2)).toBe('۱٫۰۱');
    expect(formatDecimal(-2.5, 0)).toBe('−۳');
    expect(formatPercentValue(0.575, 0)).toBe('۵۸');
    expect(formatPercentValue(0.285, 0)).toBe('۲۹');
  });

  test('a percentage comes without its sign', () => {
    expect(formatPercentValue(0.574)).toBe('۵۷٫۴');
    expect(formatPercentValue(1)).toBe('۱۰۰٫۰');
    expect(formatPercentValue(0.574, 0)).toBe('۵۷');
  });

  test('a change carries its sign in front, and no change none', () => {
    expect(formatSigned(3.24, 1)).toBe('+۳٫۲');
    expect(formatSigned(-3.24, 1)).toBe('−۳٫۲');
    expect(formatSigned(0, 1)).toBe('۰٫۰');
    expect(formatSigned(-0.04, 1)).toBe('۰٫۰');
    expect(formatSigned(12)).toBe('+۱۲');
  });

  test('nothing is ever shown as minus zero', () => {
    expect(formatDecimal(-0.01, 1)).toBe('۰٫۰');
    expect(formatInteger(-0)).toBe('۰');
  });

  test('an index has two decimals', () => {
    expect(formatRatio(0.57 / 0.87)).toBe('۰٫۶۶');
    expect(formatRatio(0.8974)).toBe('۰٫۹۰');
  });

  test('file sizes in bytes, kilobytes and megabytes', () => {
    expect(formatBytes(420)).toBe('۴۲۰ بایت');
    expect(formatBytes(350_000)).toBe('۳۴۲ کیلوبایت');
    expect(formatBytes(5_000_000)).toBe('۴٫۸ مگابایت');
    expect(formatBytes(1024 * 1024 - 1)).toBe('۱٫۰ مگابایت');
  });

  test('what is not a number is a bug, not «NaN» on paper', () => {
    expect(() => formatInteger(Number.NaN)).toThrow(RangeError);
    expect(() => formatRatio(1 / 0)).toThrow(RangeError);
  });

  test('no Latin digit or hidden mark ever appears', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.nat(4), (value, digits) => {
        expect(formatDecimal(value, digits)).toMatch(/^−?[۰-۹]{1,3}(٬[۰-۹]{3})*(٫[۰-۹]+)?$/u);
      }),
    );
  });
});
