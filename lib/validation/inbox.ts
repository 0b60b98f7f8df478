import { z } from 'zod';
import { MESSAGE_KINDS } from '@/lib/domain/inbox';
import { mobileNumber } from '@/lib/domain/notifications';
import { CONTACT_ISSUES } from '@/lib/messages/notifications';

const word = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((text) => text || null)
    .nullable()
    .catch(null);

/** What the address of the inbox asks for; a word that no list knows asks for nothing. */
export const inboxQuerySchema = z.object({
  q: word(100).default(null),
  kind: z.enum(MESSAGE_KINDS).nullable().catch(null).default(null),
  body: word(60).default(null),
  unread: z
    .string()
    .transform((text) => text === '1')
    .catch(false)
    .default(false),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});

/** A press on «خواندم» of one message, or of all. */
export const markReadForm = z.object({
  key: z.string().max(80).optional(),
  all: z.string().optional(),
  back: z.string().max(400).default('/my/inbox'),
});

const isOn = z
  .string()
  .optional()
  .transform((value) => value !== undefined);

const emailAddress = z
  .string()
  .trim()
  .max(200)
  .refine((text) => text === '' || z.email().safeParse(text).success, CONTACT_ISSUES.email)
  .transform((text) => (text === '' ? null : text.toLowerCase()));

const mobile = z
  .string()
  .trim()
  .max(30)
  .refine((text) => text === '' || mobileNumber(text) !== null, CONTACT_ISSUES.mobile)
  .transform((text) => (text === '' ? null : mobileNumber(text)));

/** Own addresses for being told outside the program. */
export const contactForm = z.object({ email: emailAddress, mobile, wantsEmail: isOn, wantsSms: isOn });

/** The same as a service takes it; what is left out stays as it is. */
export const contactPatchSchema = z.strictObject({
  email: emailAddress.nullable().optional(),
  mobile: mobile.nullable().optional(),
  wantsEmail: z.boolean().optional(),
  wantsSms: z.boolean().optional(),
});
export type ContactPatch = z.input<typeof contactPatchSchema>;
