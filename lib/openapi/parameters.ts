import { BODY_CATEGORIES, PAIR_STATUSES } from '@/lib/domain/vocabulary';
import { GROUPINGS } from '@/lib/services/progress';
import { SERIES_STEPS } from '@/lib/services/series';
import type { Parameter, Schema } from './types';

const day: Schema = {
  type: 'string',
  pattern: '^[0-9۰-۹٠-٩]{4}[/-][0-9۰-۹٠-٩]{1,2}[/-][0-9۰-۹٠-٩]{1,2}$',
};
const word: Schema = { type: 'string', minLength: 1 };

function query(name: string, description: string, schema: Schema, example?: string): Parameter {
  return { name, in: 'query', description, schema, ...(example && { example }) };
}

const jalali = (name: string, description: string, example: string) =>
  query(name, `${description} Jalali, as 1397-09-17 or 1397/09/17, in any digits.`, day, example);

export const PARAMETERS: Readonly<Record<string, Parameter>> = {
  asOf: jalali('asOf', 'The day whose knowledge is shown; default: today.', '1397-09-17'),
  programme: query('programme', 'Code of the programme; default: the one that runs on asOf.', word),
  reportProgramme: query(
    'programme',
    'Code of the programme whose reports are meant; default: all, or the only one.',
    word,
  ),
  deadline: jalali('deadline', 'Only tracks with this deadline.', '1397-09-30'),
  track: query('track', 'Only this track.', word, 'ED'),
  category: query('category', 'Only bodies of this kind.', { type: 'string', enum: BODY_CATEGORIES }),
  district: query('district', 'Only bodies of the district with this area code.', word, '220305'),
  groupBy: query('groupBy', 'What the groups are.', { type: 'string', enum: GROUPINGS, default: 'total' }),
  from: jalali('from', "First day; default: the programme's start.", '1397-06-31'),
  to: jalali('to', 'Last day; default: today.', '1397-09-17'),
  step: query('step', 'Every day or every seventh, and always the last.', {
    type: 'string',
    enum: SERIES_STEPS,
    default: 'week',
  }),
  q: query('q', 'Words of the name, code or district, however they are spelt.', word),
  status: query('status', 'Only bodies whose worst track has this status.', { type: 'string', enum: PAIR_STATUSES }),
  after: query('after', 'Only events with a higher id.', { type: 'integer', minimum: 0, default: 0 }),
  format: query('format', 'json or csv.', { type: 'string', enum: ['json', 'csv'], default: 'json' }),
  code: { name: 'code', in: 'path', required: true, description: 'Code of the body.', schema: word, example: 'EA-001' },
  number: {
    name: 'number',
    in: 'path',
    required: true,
    description: 'Number of the edition.',
    schema: { type: 'integer', minimum: 1 },
  },
};
