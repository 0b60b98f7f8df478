import type { Metadata } from 'next';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton, TextField } from '@/components/ui/form-fields';
import { JalaliDateField } from '@/components/ui/jalali-date-field';
import { formatJalaliInput } from '@/lib/format/dates';
import { readDraft } from '@/lib/drafts';
import { DEFINITION_EDIT, REFERENCE } from '@/lib/messages/admin-reference';
import { decimalInput } from '@/lib/messages/admin-reference-text';
import { readOrNotFound } from '@/lib/page-context';
import { trackHref } from '@/components/admin/programme-tables';
import { plainSegment } from '@/lib/paths';
import { getTrackDefinition } from '@/lib/services/admin-reference';
import { getAdminContext } from '../../../../admin-context';
import { changeTrackAction } from '../../../actions';

export const metadata: Metadata = { title: REFERENCE.track };

export default async function TrackPage({ params }: PageProps<'/admin/reference/tracks/[programme]/[track]'>) {
  const ctx = await getAdminContext('reference.manage');
  const keys = await params;
  const { programme, track } = readOrNotFound(() =>
    getTrackDefinition(ctx, plainSegment(keys.programme), plainSegment(keys.track)),
  );
  const { version } = track;
  return (
    <div className="wrap page admin">
      <p className="crumb">
        <a href="/admin/reference">{REFERENCE.title}</a> ‹ {programme.version.title}
      </p>
      <h1>{version.title}</h1>
      <p className="take">{REFERENCE.take}</p>
      <ActionForm
        id="track"
        action={changeTrackAction}
        hidden={{ programme: programme.code, track: track.code, seen: String(version.id) }}
        initialState={await readDraft(trackHref(programme.code, track.code), 'track')}
        className="narrow"
      >
        <TextField name="title" label={DEFINITION_EDIT.trackTitle} maxLength={120} defaultValue={version.title} />
        <JalaliDateField
          name="deadlineOn"
          label={DEFINITION_EDIT.deadline}
          hint={DEFINITION_EDIT.deadlineHint}
          today={ctx.clock.today()}
          min={version.startOn}
          defaultValue={formatJalaliInput(version.deadlineOn)}
        />
        <TextField
          name="deadlineSource"
          label={DEFINITION_EDIT.source}
          hint={DEFINITION_EDIT.sourceHint}
          maxLength={300}
          defaultValue={version.deadlineSource}
        />
        <TextField
          name="weightPoints"
          label={DEFINITION_EDIT.weight}
          inputMode="decimal"
          maxLength={8}
          defaultValue={decimalInput(version.weightPoints)}
        />
        <SubmitButton>{DEFINITION_EDIT.save}</SubmitButton>
      </ActionForm>
    </div>
  );
}
