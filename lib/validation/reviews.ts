import { z } from 'zod';
import { MILESTONE_EVENTS } from '@/lib/domain/vocabulary';
import { eventId, evidenceFields, lastEventId, optionalJalaliDay, optionalText } from './evidence';

/** Where the reviewer stands in the queue: what comes next after a decision. */
const placeFields = { filter: z.string().max(20).optional(), next: optionalText };

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

export const undoSchema = z.object({ ...placeFields, decision: eventId, note: optionalText });

/** Boxes of the queue: `claim:last event`. */
export const bulkSchema = z.object({
  filter: z.string().max(20).optional(),
  claims: z
    .array(z.string().regex(/^\d{1,12}:\d{1,12}$/))
    .min(1, { error: 'دست‌کم یک اعلام را برگزینید.' })
    .max(200)
    .transform((pairs) =>
      pairs.map((pair) => {
        const [claimEventId = 0, expectedLastEventId = 0] = pair.split(':').map(Number);
        return { claimEventId, expectedLastEventId };
      }),
    ),
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
