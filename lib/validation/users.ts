import { z } from 'zod';
import { ROLES } from '@/lib/domain/vocabulary';

const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((text) => (text === undefined || text === null || text === '' ? null : text));

const codes = z.array(z.string().trim().min(1).max(60)).max(500).default([]);

/** A new user. Scopes count for a liaison only, `districtCode` for an expert only. */
export const addUserSchema = z.object({
  username: z.string().trim().min(1).max(100),
  name: z.string().trim().min(1).max(120),
  role: z.enum(ROLES),
  phone: optionalText(30),
  districtCode: optionalText(20),
  /** codes of bodies the liaison reports for */
  bodyCodes: codes,
  /** districts for whose village administrations the liaison reports */
  scopeDistrictCodes: codes,
});
export type AddUserInput = z.input<typeof addUserSchema>;

export const updateUserSchema = addUserSchema.pick({ name: true, role: true, phone: true, districtCode: true });
export type UpdateUserInput = z.input<typeof updateUserSchema>;

export const scopesSchema = addUserSchema.pick({ bodyCodes: true, scopeDistrictCodes: true });
export type ScopesInput = z.input<typeof scopesSchema>;

export const tokenSchema = z.object({ name: z.string().trim().min(1).max(80) });
