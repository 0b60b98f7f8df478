'use server';

import { redirect } from 'next/navigation';
import { action } from '@/lib/actions';
import { clearDraft } from '@/lib/drafts';
import { changeLetterTemplate, getLetterTemplate } from '@/lib/services/letter-template';
import { issueLetters } from '@/lib/services/letters';
import { registerPaper } from '@/lib/services/registrations';
import {
  issueLettersSchema,
  letterRegistrationSchema,
  letterTemplateForm,
  resetTemplateSchema,
} from '@/lib/validation/letters';

async function goTo(path: string, formPath: string): Promise<never> {
  await clearDraft(formPath);
  redirect(path);
}

/** One letter leads to its page, several to the list of what was issued; so does what was issued before. */
export const issue = action(issueLettersSchema, async (ctx, input) => {
  const { letterIds, earlierIds, notLate } = issueLetters(ctx, input);
  const [only] = [...letterIds, ...earlierIds];
  if (input.bodies.length === 1 && only !== undefined) {
    return goTo(`/reports/letters/${only}?done=${letterIds.length > 0 ? 'issued' : 'again'}`, '/reports/letters/new');
  }
  const result = { new: letterIds.join('.'), before: earlierIds.join('.'), gone: notLate.join('.') };
  const query = new URLSearchParams(Object.entries(result).filter(([, ids]) => ids !== ''));
  return goTo(`/reports/letters/result?${query.toString()}`, '/reports/letters/new');
});

/** Looks at the text, or keeps it. What was typed comes back with the sample. */
export const saveTemplate = action(letterTemplateForm, async (ctx, input) => {
  const { do: wanted, ...template } = input;
  if (wanted === 'see') {
    getLetterTemplate(ctx);
    return { status: 'idle' as const, values: { ...template, do: wanted } };
  }
  const isNew = changeLetterTemplate(ctx, template);
  return goTo(`/reports/letters/template?done=${isNew ? 'saved' : 'unchanged'}`, '/reports/letters/template');
});

export const resetTemplate = action(resetTemplateSchema, async (ctx) => {
  const isNew = changeLetterTemplate(ctx, null);
  return goTo(`/reports/letters/template?done=${isNew ? 'reset' : 'unchanged'}`, '/reports/letters/template');
});

export const registerLetter = action(letterRegistrationSchema, async (ctx, { seen, ...input }) => {
  const { isNew } = registerPaper(ctx, { ...input, paper: 'letter', expectedRegistrationId: seen });
  const path = `/reports/letters/${input.paperId}`;
  return goTo(`${path}?done=${isNew ? 'registered' : 'registered_before'}`, path);
});
