import { BODY_CATEGORIES, PAIR_STATUSES } from '@/lib/domain/vocabulary';
import { object, text, words } from './schema-words';
import type { Schema } from './types';

export const COMMON_SCHEMAS: Readonly<Record<string, Schema>> = {
  Date: object(
    {
      jalali: { type: 'string', pattern: '^\\d{4}/\\d{2}/\\d{2}$', examples: ['1397/09/17'] },
      iso: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', examples: ['2018-12-08'] },
    },
    'A Tehran civil day in both calendars.',
  ),
  Category: words(BODY_CATEGORIES, 'Kind of body.'),
  Status: words(PAIR_STATUSES, 'Status of a body in a track, worst first.'),
  Error: object({
    error: object({
      code: text('Stable word for programs, such as `invalid_input` or `as_of_out_of_range`.'),
      message: text('Persian sentence for people.'),
    }),
  }),
};
