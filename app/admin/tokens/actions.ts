'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import type { Secret } from '@/components/admin/secret-answer';
import type { FormState } from '@/components/ui/form-state';
import { action, done } from '@/lib/actions';
import { TOKENS } from '@/lib/messages/admin';
import { createToken, revokeToken } from '@/lib/services/tokens';
import { tokenForm, tokenIdForm } from '@/lib/validation/admin';

export const createTokenAction = action(tokenForm, (ctx, input) => {
  const { name, token } = createToken(ctx, input);
  revalidatePath('/admin/tokens');
  return done<Secret>({
    title: TOKENS.created(name),
    label: TOKENS.secretLabel,
    secret: token,
    hint: TOKENS.secretHint,
  });
});

export const revokeTokenAction = action(tokenIdForm, (ctx, { id }): FormState => {
  revokeToken(ctx, id);
  redirect('/admin/tokens?done=revoked');
});
