import { z } from 'zod';
import { REGISTERED_PAPERS } from '@/lib/domain/vocabulary';
import { eventId, lastEventId, optionalJalaliDay } from './evidence';

/** The form that records the secretariat's number of a signed paper. */
export const registrationSchema = z.object({
  paper: z.enum(REGISTERED_PAPERS),
  paperId: eventId,
  registryNumber: z.string().default(''),
  registeredOn: optionalJalaliDay,
  /** the newest registration that the form was drawn after */
  seen: lastEventId,
});
