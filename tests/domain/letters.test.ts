import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asCivilDate, weekdayOf } from '@/lib/calendar/civil-date';
import { countWorkingDaysAfter, isWorkingDay, type WorkCalendar } from '@/lib/calendar/working-days';
import {
  ANSWER_WORKING_DAYS,
  defaultAnswerDay,
  LETTER_FIELDS,
  letterBlocks,
  mergeTemplate,
  parseTemplate,
  type LetterField,
  type LetterValues,
} from '@/lib/domain/letters';
import { LETTER_FIELD_NAMES, letterFieldOf } from '@/lib/messages/letter-fields';
import { DEFAULT_LETTER_TEMPLATE, letterStanding, recipientOf } from '@/lib/messages/letters';
import { letterTemplateSchema } from '@/lib/validation/letters';

const valuesOf = (of: (field: LetterField) => string) =>
  Object.fromEntries(LETTER_FIELDS.map((field) => [field, of(field)])) as LetterValues;
const merge = (text: string, values: LetterValues) => mergeTemplate(text, letterFieldOf, values);

/** A template as pieces: words without braces, and fields under any spelling of their spaces. */
const piece = fc.oneof(
  fc.string().map((text) => ({ text: text.replace(/[{}]/g, '') })),
  fc.constantFrom(...LETTER_FIELDS).map((field) => ({ field })),
);
const template = fc.array(piece, { maxLength: 12 });
const written = (pieces: readonly ({ text: string } | { field: LetterField })[]) =>
  pieces.map((part) => ('text' in part ? part.text : `{${LETTER_FIELD_NAMES[part.field]}}`)).join('');

describe('merging a template', () => {
  it('puts every value in its place and leaves no placeholder behind', () => {
    fc.assert(
      fc.property(template, (pieces) => {
        const merged = merge(
          written(pieces),
          valuesOf((field) => `[${field}]`),
        );
        expect(merged).toBe(pieces.map((part) => ('text' in part ? part.text : `[${part.field}]`)).join(''));
        expect(merged).not.toMatch(/[{}]/);
      }),
    );
  });

  it('never takes what stands in a value for a placeholder', () => {
    fc.assert(
      fc.property(template, fc.constantFrom(...LETTER_FIELDS), fc.string(), (pieces, named, around) => {
        const hostile = `${around}{${LETTER_FIELD_NAMES[named]}}$&$1`;
        const expected = pieces.map((part) => ('text' in part ? part.text : hostile)).join('');
        expect(
          merge(
            written(pieces),
            valuesOf(() => hostile),
          ),
        ).toBe(expected);
      }),
    );
  });

  it('knows a field by its name, whatever its spaces, half-spaces and letters', () => {
    for (const name of ['شمار گام‌ها', 'شمار گام ها', ' شمارگامها ', 'شمار  گام‌ها'])
      expect(letterFieldOf(name)).toBe('steps');
    expect(letterFieldOf('تا تاريخ')).toBe('answerBy');
    expect(new Set(Object.values(LETTER_FIELD_NAMES).map(letterFieldOf))).toEqual(new Set(LETTER_FIELDS));
  });

  it('names what it does not know, and sees a brace without its partner', () => {
    expect(parseTemplate('به {نام دستگاه} و {نام رئیس}', letterFieldOf)).toMatchObject({
      unknown: ['نام رئیس'],
      hasStrayBrace: false,
    });
    expect(parseTemplate('{نام دستگاه', letterFieldOf).hasStrayBrace).toBe(true);
    expect(parseTemplate('نام دستگاه}', letterFieldOf).hasStrayBrace).toBe(true);
    expect(parseTemplate('', letterFieldOf)).toEqual({ parts: [], unknown: [], hasStrayBrace: false });
  });

  it('the text of the program passes its own rules', () => {
    expect(letterTemplateSchema.parse(DEFAULT_LETTER_TEMPLATE)).toEqual(DEFAULT_LETTER_TEMPLATE);
  });

  it('is refused with a sentence that names the unknown field', () => {
    const refused = letterTemplateSchema.safeParse({ ...DEFAULT_LETTER_TEMPLATE, request: 'تا {روز آخر}' });
    expect(refused.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
      'request: جای‌نگهدار «{روز آخر}» شناخته نیست. نام را از فهرست بردارید.',
    ]);
  });
});

describe('lines of a text', () => {
  it('those that begin with a dash are points of one list, the others paragraphs', () => {
    expect(letterBlocks('خواهشمند است:\n- یک\n– دو\n\nپایان')).toEqual([
      { kind: 'paragraph', text: 'خواهشمند است:' },
      { kind: 'points', items: ['یک', 'دو'] },
      { kind: 'paragraph', text: 'پایان' },
    ]);
  });
});

describe('the day for an answer', () => {
  const calendar = (...holidays: string[]): WorkCalendar => ({
    holidays: new Set(holidays.map(asCivilDate)),
    thursdayIsWorkingDay: false,
  });

  it.each([
    ['a Saturday', '2018-12-08', [], '2018-12-12'],
    ['a Sunday: three working days are left', '2018-12-09', [], '2018-12-12'],
    ['a Monday: two are too few, so a week later', '2018-12-10', [], '2018-12-19'],
    ['a Wednesday', '2018-12-12', [], '2018-12-19'],
    ['a holiday on the Wednesday: the working day before it', '2018-12-08', ['2018-12-12'], '2018-12-11'],
    ['two holidays before it: a week later', '2018-12-08', ['2018-12-12', '2018-12-11'], '2018-12-19'],
  ])('%s', (_, today, holidays, expected) => {
    expect(defaultAnswerDay(asCivilDate(today), calendar(...holidays))).toBe(expected);
  });

  it('is always a working day that leaves enough of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.array(fc.integer({ min: 0, max: 720 })), (offset, off) => {
        const day = (number: number) => asCivilDate(new Date(Date.UTC(2018, 0, 1 + number)).toISOString().slice(0, 10));
        const work = calendar(...off.map(day));
        const today = day(offset);
        const answer = defaultAnswerDay(today, work);
        expect(isWorkingDay(answer, work)).toBe(true);
        expect(weekdayOf(answer)).toBeLessThanOrEqual(4);
        expect(countWorkingDaysAfter(today, answer, work)).toBeGreaterThanOrEqual(ANSWER_WORKING_DAYS);
      }),
    );
  });
});

describe('words of a letter', () => {
  it('names the head of a body by post', () => {
    expect(recipientOf('دهیاری گزیر')).toBe('دهیار محترم گزیر');
    expect(recipientOf('شهرداری بندر کنگ')).toBe('شهردار محترم بندر کنگ');
    expect(recipientOf('بخشداری مرکزی')).toBe('بخشدار محترم مرکزی');
    expect(recipientOf('گمرک بندرلنگه')).toBe('ریاست محترم گمرک بندرلنگه');
    expect(recipientOf('دهیاری')).toBe('ریاست محترم دهیاری');
  });

  it('says whose turn it is only where it is not the body’s', () => {
    expect(letterStanding('not_started', null, 'body')).toBe('آغاز نشده');
    expect(letterStanding('blocked', 'no_staff', 'body')).toBe('مانع: کمبود نیرو');
    expect(letterStanding('blocked', 'no_telecom_coverage', 'telecom')).toContain('نوبت');
  });
});
