import { z } from 'zod';
import { CHANNELS, DELIVERY_STATES } from '@/lib/domain/notifications';
import { CONTACT_ISSUES } from '@/lib/messages/notifications';
import { toLatinDigits } from '@/lib/text/digits';
import { contactForm } from './inbox';

const isOn = z
  .string()
  .optional()
  .transform((value) => value !== undefined);

const time = z
  .string()
  .trim()
  .transform((text) => toLatinDigits(text).padStart(5, '0'))
  .refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), CONTACT_ISSUES.time);

export const notificationsForm = z
  .object({ email: isOn, sms: isOn, fromTime: time, untilTime: time })
  .refine(({ fromTime, untilTime }) => fromTime < untilTime, { path: ['untilTime'], message: CONTACT_ISSUES.order });

export const testForm = z.object({ channel: z.enum(CHANNELS) });
export const retryForm = z.object({ id: z.coerce.number().int().positive() });
export const userContactForm = contactForm.extend({ username: z.string().min(1).max(100) });

/** The state an address asks for; a word that is none asks for all. */
export const deliveryStateQuery = z.enum(DELIVERY_STATES).nullable().catch(null);
