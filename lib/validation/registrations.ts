import { z } from 'zod';
import { eventId, lastEventId, optionalJalaliDay, optionalText } from './evidence';

/** What the secretariat gave a signed paper, as a form sends it. */
export const registrationFields = {
  paperId: eventId,
  registryNumber: z.string().default(''),
  registeredOn: optionalJalaliDay,
  /** the newest registration that the form was drawn after */
  seen: lastEventId,
} as const;

/** The form on the page of an edition; its number and programme lead back to it. */
export const editionRegistrationSchema = z.object({ ...registrationFields, number: eventId, programme: optionalText });
