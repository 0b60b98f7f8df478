import { z } from 'zod';
import { MILESTONE_EVENTS } from '@/lib/domain/vocabulary';
import { SEVERAL } from '@/lib/messages/review-several';
import { eventId, evidenceFields, lastEventId, optionalJalaliDay, optionalText } from './evidence';

/** Which list of the queue the reviewer works through: what comes next after a decision is found in it. */
const placeFields = { place: z.string().max(600).optional() };

export const verifySchema = z.object({ ...placeFields, claim: eventId, seen: eventId, note: optionalText });

export const returnSchema = z.object({
  ...placeFields,
  claim: eventId,
  seen: eventId,
  /** one of the usual reasons */
  preset: optionalText,
  note: optionalText,
  dueOn: optionalJalaliDay,
});

export const answerSchema = z.object({
  ...placeFields,
  matter: eventId,
  outcome: z.enum(['accepted', 'refused'], { error: 'یکی را برگزینید.' }),
  note: optionalText,
  dueOn: optionalJalaliDay,
});

export const undoSchema = z.object({
  ...placeFields,
  decision: eventId,
  /** the claim that waits again, to be shown next */
  claim: lastEventId,
  note: optionalText,
});

/** Boxes of the confirmation: `claim:last event`; one decision for all, with exceptions already taken out. */
export const severalSchema = z
  .object({
    ...placeFields,
    do: z.enum(['verify', 'return']),
    preset: optionalText,
    note: optionalText,
    dueOn: optionalJalaliDay,
    claims: z
      .array(z.string().regex(/^\d{1,12}:\d{1,12}$/), { error: SEVERAL.pick })
      .min(1, { error: SEVERAL.pick })
      .max(500, { error: SEVERAL.mostPicked })
      .transform((pairs) =>
        pairs.map((pair) => {
          const [claimEventId = 0, expectedLastEventId = 0] = pair.split(':').map(Number);
          return { claimEventId, expectedLastEventId };
        }),
      ),
  })
  .refine((input) => input.do === 'verify' || input.preset !== null || input.note !== null, {
    path: ['preset'],
    error: 'دلیل عودت را برگزینید یا بنویسید.',
  });

/** A decision outside the queue: certify, exempt, extend, reopen and the like. */
export const decideSchema = z.object({
  body: z.string().min(1).max(60),
  milestone: z.string().min(1).max(60),
  programme: z.string().min(1).max(60),
  seen: lastEventId,
  kind: z.enum(MILESTONE_EVENTS),
  ...evidenceFields,
  occurredOn: optionalJalaliDay,
  dueOn: optionalJalaliDay,
  note: optionalText,
});
