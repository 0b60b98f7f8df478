import { z } from 'zod';
import { evidenceFields, optionalJalaliDay, optionalText } from './evidence';

const URL_PREFIX = 'url.';

/** One step as a box carries it: programme, milestone, and the last event that was seen of it. */
export function paperStepValue(step: {
  readonly programmeCode: string;
  readonly code: string;
  readonly lastEventId: number | null;
}): string {
  return [step.programmeCode, step.code, step.lastEventId ?? ''].join('|');
}

const steps = z
  .array(z.string().regex(/^[^|]{1,60}\|[^|]{1,60}\|\d{0,12}$/))
  .max(200)
  .default([]);

/** What an expert enters from a paper; the addresses stand in fields named after their steps. */
export const paperSchema = z
  .looseObject({
    ...evidenceFields,
    body: z.string().min(1).max(60),
    steps,
    unchanged: z.literal('on').optional(),
    occurredOn: optionalJalaliDay,
    note: optionalText,
  })
  .transform((input) => ({
    body: input.body,
    letterNumber: input.letterNumber,
    letterOn: input.letterOn,
    confidential: input.confidential,
    uploads: input.uploads,
    isUnchanged: input.unchanged === 'on',
    occurredOn: input.occurredOn,
    note: input.note,
    steps: input.steps.map((value) => {
      const [programmeCode = '', milestoneCode = '', seen = ''] = value.split('|');
      const url: unknown = input[`${URL_PREFIX}${milestoneCode}`];
      return {
        programmeCode,
        milestoneCode,
        expectedLastEventId: seen === '' ? null : Number(seen),
        url: typeof url === 'string' && url.trim() !== '' ? url.trim() : null,
      };
    }),
  }));
