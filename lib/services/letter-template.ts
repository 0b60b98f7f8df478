import { findNewestSetting } from '@/db/queries/settings';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { LetterTemplate } from '@/lib/domain/letters';
import { DEFAULT_LETTER_TEMPLATE } from '@/lib/messages/letters';
import { letterTemplateSchema } from '@/lib/validation/letters';
import { parseInput } from './parse-input';
import { authorise, type ServiceContext } from './service-context';
import { writeSetting } from './setting-versions';
import { writeTransaction } from './write-transaction';

const KEY = 'letterTemplate';
/** What stands in place of a text that was taken back. */
const TAKEN_BACK = 'default';

export interface CurrentTemplate {
  readonly template: LetterTemplate;
  /** It is the text that comes with the program. */
  readonly isDefault: boolean;
  /** Since when it holds; null where nobody ever wrote one. */
  readonly since: CivilDate | null;
}

/** The template that holds now. For services that have authorised what they want it for. */
export function currentTemplate(ctx: Pick<ServiceContext, 'db'>): CurrentTemplate {
  const newest = findNewestSetting(ctx.db, KEY);
  // what an earlier version of the program wrote and this one cannot read falls back to the default
  const parsed = newest === null ? null : letterTemplateSchema.safeParse(newest.value);
  const template = parsed?.success === true ? parsed.data : null;
  return {
    template: template ?? DEFAULT_LETTER_TEMPLATE,
    isDefault: template === null,
    since: newest?.recordedOn ?? null,
  };
}

/** The template for those who write it. @throws AppError `forbidden` */
export function getLetterTemplate(ctx: ServiceContext): CurrentTemplate {
  authorise(ctx, 'letter.change_template');
  return currentTemplate(ctx);
}

/**
 * Keeps another text for the letters from now on; null goes back to the text of the program. Letters that were issued stay as they are.
 *
 * @returns false when it is as before
 * @throws AppError `forbidden`, `invalid_input` (a field that does not exist, an empty part), `read_only_clock`
 */
export function changeLetterTemplate(ctx: ServiceContext, wanted: LetterTemplate | null): boolean {
  authorise(ctx, 'letter.change_template');
  const value = wanted === null ? TAKEN_BACK : parseInput(letterTemplateSchema, wanted);
  return writeTransaction(ctx, (tx) => {
    const before = findNewestSetting(tx, KEY)?.value ?? TAKEN_BACK;
    if (JSON.stringify(before) === JSON.stringify(value)) return false;
    writeSetting(ctx, tx, {
      key: KEY,
      value,
      action: 'letter.change_template',
      details: { before: before === TAKEN_BACK ? null : before, after: value === TAKEN_BACK ? null : value },
    });
    return true;
  });
}
