import { expect, test } from 'vitest';
import { toCsvText } from '@/lib/services/exports/csv-text';

test('a text that a spreadsheet would take for a formula stays a text, over several lines too', () => {
  expect(toCsvText([['a'], ['=1+1'], ['=HYPERLINK("x")\nb'], ['-5'], ['\tx'], ['الف']])).toBe(
    '\ufeffa\r\n"\'=1+1"\r\n"\'=HYPERLINK(""x"")\nb"\r\n"\'-5"\r\n"\'\tx"\r\nالف\r\n',
  );
});

test('numbers stay numbers and nothing stays empty', () => {
  expect(
    toCsvText([
      ['a', 'b', 'c'],
      [-5, 0.125, null],
    ]),
  ).toBe('\ufeffa,b,c\r\n-5,0.125,\r\n');
});
