'use server';

import { redirect } from 'next/navigation';
import { renderMinutes } from '@/components/inspections/render-minutes';
import type { FormState } from '@/components/ui/form-state';
import { action } from '@/lib/actions';
import { clearDraft } from '@/lib/drafts';
import { answerProposal, certifyByVisit } from '@/lib/services/inspection-decisions';
import { changeInspectionSettings } from '@/lib/services/inspection-settings';
import { recordInspection } from '@/lib/services/inspections';
import {
  certifyVisitSchema,
  inspectionSettingsSchema,
  proposalAnswerSchema,
  visitSchema,
} from '@/lib/validation/inspections';
import { takeFile } from '../my/take-file';
import { takePhotos } from './take-photos';

const recordNow = action(visitSchema, async (ctx, input): Promise<FormState> => {
  const { id, isRepeat } = recordInspection(ctx, input);
  await clearDraft('/inspections/new');
  redirect(`/inspections/${id}?done=${isRepeat ? 'repeated' : 'recorded'}`);
});

/** The form of a visit as it is sent without script: photos come with it. */
export async function recordVisit(state: FormState, data: FormData): Promise<FormState> {
  return (await takePhotos(data)) ?? recordNow(state, data);
}

export const answer = action(proposalAnswerSchema, async (ctx, input): Promise<FormState> => {
  const { inspection, milestone, outcome, reason, dueOn, seen } = input;
  answerProposal(ctx, {
    inspectionId: inspection,
    milestoneCode: milestone,
    outcome,
    reason,
    dueOn,
    expectedLastEventId: seen,
  });
  await clearDraft(`/inspections/${inspection}`);
  redirect(`/inspections/${inspection}?done=answered`);
});

const certifyNow = action(certifyVisitSchema, async (ctx, input): Promise<FormState> => {
  const { inspection, uploads, seen } = input;
  await certifyByVisit(ctx, { inspectionId: inspection, uploads, expectedLastEventId: seen }, renderMinutes);
  await clearDraft(`/inspections/${inspection}`);
  redirect(`/inspections/${inspection}?done=certified`);
});

/** The certification; the signed scan may come with the form when there is no script. */
export async function certify(state: FormState, data: FormData): Promise<FormState> {
  return (await takeFile(data)) ?? certifyNow(state, data);
}

export const saveRule = action(inspectionSettingsSchema, async (ctx, input): Promise<FormState> => {
  const isChanged = changeInspectionSettings(ctx, input);
  await clearDraft('/inspections/plan');
  redirect(`/inspections/plan?done=${isChanged ? 'saved' : 'unchanged'}`);
});
