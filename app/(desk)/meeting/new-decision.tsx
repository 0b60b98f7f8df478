import { DecisionForm } from '@/components/meeting/decision-form';
import { readDraft } from '@/lib/drafts';
import { getMeetingChoices } from '@/lib/services/meeting-choices';
import type { ServiceContext } from '@/lib/services/service-context';
import { record } from './actions';
import type { MeetingPageData } from './read-meeting';

/** The form of a new decision with what it offers. */
export async function NewDecision({
  ctx,
  programme,
  startOn,
}: {
  ctx: ServiceContext;
  programme: string | null;
  startOn: MeetingPageData['view']['programme']['startOn'];
}) {
  const choices = getMeetingChoices(ctx, programme);
  return (
    <DecisionForm
      action={record}
      initialState={await readDraft('/meeting', 'decision')}
      programme={programme}
      today={ctx.clock.today()}
      startOn={startOn}
      {...choices}
    />
  );
}
