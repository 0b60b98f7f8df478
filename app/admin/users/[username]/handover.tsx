import { ActionForm } from '@/components/ui/action-form';
import { CheckboxField, SelectField, SubmitButton, TextareaField } from '@/components/ui/form-fields';
import { Icon } from '@/components/ui/icon';
import { JalaliDateField } from '@/components/ui/jalali-date-field';
import { Section } from '@/components/ui/section';
import { userHref } from '@/components/admin/users-table';
import { readDraft } from '@/lib/drafts';
import { HANDOVER } from '@/lib/messages/handovers';
import { listHandovers, listReceivers } from '@/lib/services/handovers';
import type { ServiceContext } from '@/lib/services/service-context';
import type { UserSummary } from '@/lib/services/users';
import { handOverAction } from '../actions';

/** Hands everything of a liaison to another; what was handed over before has its minutes. */
export async function Handover({ ctx, user }: { ctx: ServiceContext; user: UserSummary }) {
  const receivers = listReceivers(ctx, user.username);
  const past = listHandovers(ctx, user.username);
  const hasBodies = user.bodyCodes.length + user.scopeDistrictCodes.length > 0;
  const today = ctx.clock.today();
  return (
    <Section id="handover" title={HANDOVER.title} take={hasBodies ? HANDOVER.take : HANDOVER.none}>
      {past.length > 0 && (
        <ul className="list" aria-label={HANDOVER.past}>
          {past.map(({ id, toName, onDay }) => (
            <li key={id}>
              <a href={`/admin/handovers/${id}`}>
                <Icon name="print" className="inline" /> {HANDOVER.sheet(toName, onDay)}
              </a>
            </li>
          ))}
        </ul>
      )}
      {hasBodies && receivers.length === 0 && <p className="small muted">{HANDOVER.noReceiver}</p>}
      {hasBodies && receivers.length > 0 && (
        <ActionForm
          id="handover-form"
          action={handOverAction}
          hidden={{ username: user.username }}
          initialState={await readDraft(userHref(user.username), 'handover-form')}
          className="narrow"
        >
          <SelectField
            name="to"
            label={HANDOVER.to}
            options={receivers.map(({ username, name }) => ({ value: username, label: `${name} (${username})` }))}
          />
          <JalaliDateField
            name="onDay"
            label={HANDOVER.onDay}
            hint={HANDOVER.onDayHint}
            optional
            today={today}
            max={today}
          />
          <TextareaField name="note" label={HANDOVER.note} hint={HANDOVER.noteHint} optional rows={2} maxLength={500} />
          <CheckboxField name="closesAccount" label={HANDOVER.closes} hint={HANDOVER.closesHint} />
          <SubmitButton variant="danger">{HANDOVER.button}</SubmitButton>
        </ActionForm>
      )}
    </Section>
  );
}
