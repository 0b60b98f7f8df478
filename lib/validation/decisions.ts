import { z } from 'zod';
import { DECISION_OUTCOMES } from '@/lib/domain/vocabulary';
import { eventId, lastEventId, optionalJalaliDay, optionalText } from './evidence';

export const decisionSchema = z.object({
  programme: optionalText,
  meetingOn: optionalJalaliDay,
  text: z.string().default(''),
  owner: z.string().default(''),
  /** code or name, as it was typed */
  body: optionalText,
  milestone: optionalText,
  promisedOn: optionalJalaliDay,
});

export const conclusionSchema = z.object({
  programme: optionalText,
  number: eventId,
  outcome: z.enum(DECISION_OUTCOMES, { error: 'نتیجه را برگزینید.' }),
  occurredOn: optionalJalaliDay,
  note: optionalText,
  /** the newest outcome that the form was drawn after */
  seen: lastEventId,
});
