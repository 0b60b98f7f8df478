import type { Metadata } from 'next';
import { UploadField } from '@/components/evidence/upload-field';
import { PaperSteps } from '@/components/forms/paper-steps';
import { ActionForm } from '@/components/ui/action-form';
import { CheckboxField, SubmitButton, TextareaField, TextField } from '@/components/ui/form-fields';
import { JalaliDateField } from '@/components/ui/jalali-date-field';
import { Note } from '@/components/ui/note';
import { readDraft } from '@/lib/drafts';
import { dateHint } from '@/lib/messages/dates';
import { stepName } from '@/lib/messages/milestones';
import { STEP_FORMS } from '@/lib/messages/my';
import { PAPERS } from '@/lib/messages/papers';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { plainSegment } from '@/lib/paths';
import { findOwnUpload } from '@/lib/services/evidence';
import { getHolidays } from '@/lib/services/my-steps';
import { getPaperEntry, type PaperEntry } from '@/lib/services/papers';
import { uploadToken } from '@/lib/validation/evidence';
import { paperStepValue } from '@/lib/validation/papers';
import { queryValue } from '@/lib/validation/progress';
import { enterPaper } from './actions';
import '../../../my/my.css';
import '../../../my/grid/grid.css';

export const metadata: Metadata = { title: PAPERS.enterOne };

/** Where an expert enters what came back from a body on paper. The code on the form leads here. */
export default async function PaperPage({ params, searchParams }: PageProps<'/bodies/[code]/paper'>) {
  const ctx = await getPageContext();
  const code = plainSegment((await params).code);
  const query = await searchParams;
  const entry = readOrNotFound(() => getPaperEntry(ctx, code));
  const { body, steps } = entry;
  const path = `/bodies/${encodeURIComponent(body.code)}/paper`;
  const uploadId = queryValue(query, 'upload');
  const upload = uploadId === null ? null : findOwnUpload(ctx, body.code, uploadId);
  const draft = await readDraft(path, 'paper');
  const today = ctx.clock.today();
  const holidays = getHolidays(ctx);
  return (
    <div className="wrap page my step-page">
      <p className="crumb">
        <a href={`/bodies/${encodeURIComponent(body.code)}`}>{body.name}</a>
      </p>
      <h1>{PAPERS.formTitle(body.name)}</h1>
      <p className="take">{PAPERS.formTake}</p>
      {queryValue(query, 'problem') !== null && (
        <Note tone="bad" role="alert">
          {STEP_FORMS.fileFailed}
        </Note>
      )}
      <ActionForm
        id="paper"
        action={enterPaper}
        initialState={upload === null ? draft : { ...draft, message: STEP_FORMS.fileArrived }}
        hidden={{ body: body.code }}
      >
        <TextField name="letterNumber" label={PAPERS.letterNumber} maxLength={80} />
        <JalaliDateField
          name="letterOn"
          label={PAPERS.letterOn}
          hint={dateHint(today)}
          today={today}
          max={today}
          holidays={holidays}
        />
        {steps.length === 0 ? <Note>{PAPERS.noSteps}</Note> : <PaperSteps groups={groupsOf(steps)} />}
        <CheckboxField name="unchanged" label={PAPERS.unchanged} hint={PAPERS.unchangedHint} />
        <UploadField
          uploadPath="/my/uploads"
          body={body.code}
          returnTo={path}
          initial={upload === null ? [] : [uploadToken(upload)]}
        />
        <JalaliDateField
          name="occurredOn"
          label={PAPERS.occurredOn}
          hint={PAPERS.occurredOnHint}
          optional
          today={today}
          max={today}
          holidays={holidays}
        />
        <TextareaField name="note" label={PAPERS.note} optional rows={2} maxLength={2000} />
        <CheckboxField name="confidential" label={STEP_FORMS.confidential} hint={STEP_FORMS.confidentialHint} />
        <Note>{PAPERS.fourEyes}</Note>
        <SubmitButton size="big">{PAPERS.save}</SubmitButton>
      </ActionForm>
    </div>
  );
}

function groupsOf(steps: PaperEntry['steps']) {
  const names = [...new Set(steps.map(({ trackName }) => trackName))];
  return names.map((name) => ({
    name,
    steps: steps
      .filter(({ trackName }) => trackName === name)
      .map((step) => ({
        value: paperStepValue(step),
        code: step.code,
        name: stepName(step.trackName, step.position),
        title: step.title,
        asksUrl: step.evidenceKinds.includes('url'),
      })),
  }));
}
