import { z } from 'zod';

/** What the sign-in form sends. Lengths only keep nonsense away; whether it fits is found out by trying. */
export const signInSchema = z.object({
  username: z.string().trim().min(1).max(100),
  password: z.string().min(1).max(500),
});
export type SignInInput = z.infer<typeof signInSchema>;

export const changePasswordSchema = z.object({
  currentPassword: z.string().min(1).max(500),
  newPassword: z.string().min(1).max(500),
});
export type ChangePasswordInput = z.infer<typeof changePasswordSchema>;

/** The first admin, on a database without users. */
export const setUpSchema = z.object({
  username: z.string().trim().min(1).max(100),
  name: z.string().trim().min(1).max(120),
  password: z.string().min(1).max(500),
});
export type SetUpInput = z.infer<typeof setUpSchema>;
