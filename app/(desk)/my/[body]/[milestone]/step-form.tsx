import type { ReactNode } from 'react';
import { draftKeyOf } from '@/components/drafts/device-drafts';
import { KeptDraft } from '@/components/drafts/kept-draft';
import { BlockFields } from '@/components/milestones/block-fields';
import { ClaimFields } from '@/components/milestones/claim-fields';
import { ActionForm, type ActionFormProps } from '@/components/ui/action-form';
import { RadioField, SubmitButton, TextareaField } from '@/components/ui/form-fields';
import { JalaliDateField } from '@/components/ui/jalali-date-field';
import { Note } from '@/components/ui/note';
import { REQUEST_KINDS } from '@/lib/domain/vocabulary';
import { readDraft } from '@/lib/drafts';
import { ERROR_CODES } from '@/lib/errors';
import { describeErrorInline } from '@/lib/messages/errors';
import { REQUEST_VERBS } from '@/lib/messages/milestones';
import { STEP_FORMS } from '@/lib/messages/my';
import { findOwnUpload } from '@/lib/services/evidence';
import { getHolidays, type MyStepPage } from '@/lib/services/my-steps';
import type { ServiceContext } from '@/lib/services/service-context';
import { newSubmissionKey } from '@/lib/services/submissions';
import { uploadToken } from '@/lib/validation/evidence';
import { queryValue, type QueryParams } from '@/lib/validation/progress';
import { askDeputy, blockStep, claimStep, objectToReturn, startStep, unblockStep, withdrawStep } from '../../actions';
import { titleOf, type StepFormName } from './step-forms';
import '../../uploads.css';

const ACTIONS: Record<StepFormName, ActionFormProps<unknown>['action']> = {
  claim: claimStep,
  unblock: unblockStep,
  start: startStep,
  block: blockStep,
  object: objectToReturn,
  ask: askDeputy,
  withdraw: withdrawStep,
};

export interface StepFormProps {
  ctx: ServiceContext;
  page: MyStepPage;
  doing: StepFormName;
  query: QueryParams;
}

/** The form for one thing to do with a step, with whatever was typed before signing in again or before a file was sent. */
export async function StepForm({ ctx, page, doing, query }: StepFormProps) {
  const { step, body } = page;
  const path = `/my/${encodeURIComponent(body.code)}/${encodeURIComponent(step.milestone.code)}`;
  const returnTo = `${path}?${new URLSearchParams({ programme: step.programmeCode, do: doing }).toString()}`;
  const uploadId = queryValue(query, 'upload');
  const upload = uploadId === null ? null : findOwnUpload(ctx, body.code, uploadId);
  const problem = queryValue(query, 'problem');
  const draft = await readDraft(path, `step-${doing}`);
  const initialState = upload === null ? draft : { ...draft, message: STEP_FORMS.fileArrived };
  const seen = String(page.lastEventId ?? '');
  const draftKey = draftKeyOf(ctx.actor.id, body.code, step.milestone.code, doing);
  return (
    <>
      {problem !== null && (
        <Note tone="bad" role="alert">
          {describeProblem(problem)}
        </Note>
      )}
      <ActionForm
        id={`step-${doing}`}
        action={ACTIONS[doing]}
        initialState={initialState}
        hidden={{
          body: body.code,
          milestone: step.milestone.code,
          programme: step.programmeCode,
          seen,
        }}
      >
        <KeptDraft draftKey={draftKey} seen={seen} submission={newSubmissionKey()}>
          <Fields
            ctx={ctx}
            page={page}
            doing={doing}
            returnTo={returnTo}
            uploads={upload === null ? [] : [uploadToken(upload)]}
            keepAs={draftKey}
          />
        </KeptDraft>
        <SubmitButton size="big">{doing === 'claim' ? STEP_FORMS.send : titleOf(doing)}</SubmitButton>
      </ActionForm>
    </>
  );
}

/** Why a file sent without script was not taken in. */
function describeProblem(problem: string): string {
  const code = ERROR_CODES.find((known) => known === problem);
  if (code === undefined) return STEP_FORMS.fileFailed;
  return code === 'file_too_large' ? STEP_FORMS.fileTooLarge : describeErrorInline({ code, details: {} });
}

interface FieldsProps extends Omit<StepFormProps, 'query'> {
  returnTo: string;
  uploads: readonly string[];
  keepAs: string;
}

function Fields({ ctx, page, doing, returnTo, uploads, keepAs }: FieldsProps): ReactNode {
  const today = ctx.clock.today();
  const { step, body } = page;
  const holidays = getHolidays(ctx);
  switch (doing) {
    case 'claim':
      return (
        <ClaimFields
          expected={step.milestone.evidenceKinds}
          today={today}
          holidays={holidays}
          body={body.code}
          returnTo={returnTo}
          uploads={uploads}
          keepAs={keepAs}
        />
      );
    case 'block':
      return <BlockFields />;
    case 'ask':
      return (
        <>
          <RadioField
            name="requestKind"
            label={STEP_FORMS.askWhat}
            defaultValue={step.waitingRequests.includes('extension') ? 'exemption' : 'extension'}
            options={REQUEST_KINDS.map((value) => ({
              value,
              label: REQUEST_VERBS[value],
              disabled: step.waitingRequests.includes(value),
            }))}
          />
          <JalaliDateField
            name="dueOn"
            label={STEP_FORMS.askDue}
            hint={STEP_FORMS.askDueHint}
            optional
            today={today}
            min={today}
            holidays={holidays}
          />
          <TextareaField name="note" label={STEP_FORMS.askWhy} hint={STEP_FORMS.askWhyHint} maxLength={2000} />
        </>
      );
    case 'object':
      return <TextareaField name="note" label={STEP_FORMS.objectWhy} hint={STEP_FORMS.objectHint} maxLength={2000} />;
    case 'withdraw':
      return <TextareaField name="note" label={STEP_FORMS.whyWithdraw} maxLength={2000} />;
    case 'unblock':
      return <TextareaField name="note" label={STEP_FORMS.note} optional maxLength={2000} />;
    case 'start':
      return null;
  }
}
