import type { Metadata } from 'next';
import { milestoneHref } from '@/components/admin/programme-tables';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton, TextareaField, TextField } from '@/components/ui/form-fields';
import { JalaliDateField } from '@/components/ui/jalali-date-field';
import { formatJalaliInput } from '@/lib/format/dates';
import { readDraft } from '@/lib/drafts';
import { DEFINITION_EDIT, REFERENCE } from '@/lib/messages/admin-reference';
import { decimalInput } from '@/lib/messages/admin-reference-text';
import { readOrNotFound } from '@/lib/page-context';
import { plainSegment } from '@/lib/paths';
import { getMilestoneDefinition } from '@/lib/services/admin-reference';
import { getAdminContext } from '../../../../admin-context';
import { changeMilestoneAction } from '../../../actions';

export const metadata: Metadata = { title: REFERENCE.milestone };

export default async function MilestonePage({
  params,
}: PageProps<'/admin/reference/milestones/[programme]/[milestone]'>) {
  const ctx = await getAdminContext('reference.manage');
  const keys = await params;
  const { programme, track, milestone } = readOrNotFound(() =>
    getMilestoneDefinition(ctx, plainSegment(keys.programme), plainSegment(keys.milestone)),
  );
  const { version } = milestone;
  return (
    <div className="wrap page admin">
      <p className="crumb">
        <a href="/admin/reference">{REFERENCE.title}</a> ‹ {track.version.title} ‹ {milestone.code}
      </p>
      <h1>{version.title}</h1>
      <p className="take">{REFERENCE.take}</p>
      <ActionForm
        id="milestone"
        action={changeMilestoneAction}
        hidden={{ programme: programme.code, milestone: milestone.code, seen: String(version.id) }}
        initialState={await readDraft(milestoneHref(programme.code, milestone.code), 'milestone')}
        className="definition"
      >
        <TextField name="title" label={DEFINITION_EDIT.milestoneTitle} maxLength={300} defaultValue={version.title} />
        <TextField
          name="shortTitle"
          label={DEFINITION_EDIT.shortTitle}
          maxLength={80}
          defaultValue={version.shortTitle}
        />
        <TextareaField
          name="guidance"
          label={DEFINITION_EDIT.guidance}
          optional
          rows={4}
          maxLength={2000}
          defaultValue={version.guidance}
        />
        <TextField
          name="evidenceText"
          label={DEFINITION_EDIT.evidenceText}
          optional
          maxLength={500}
          defaultValue={version.evidenceText}
        />
        <div className="f2 level">
          <JalaliDateField
            name="baselineDueOn"
            label={DEFINITION_EDIT.due}
            hint={DEFINITION_EDIT.dueHint}
            today={ctx.clock.today()}
            defaultValue={formatJalaliInput(version.baselineDueOn)}
          />
          <TextField
            name="weightPoints"
            label={DEFINITION_EDIT.weight}
            inputMode="decimal"
            maxLength={8}
            defaultValue={decimalInput(version.weightPoints)}
          />
        </div>
        <SubmitButton>{DEFINITION_EDIT.save}</SubmitButton>
      </ActionForm>
    </div>
  );
}
