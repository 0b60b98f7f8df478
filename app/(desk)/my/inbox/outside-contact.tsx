import { ActionForm } from '@/components/ui/action-form';
import { CheckboxField, SubmitButton, TextField } from '@/components/ui/form-fields';
import { Icon } from '@/components/ui/icon';
import { readDraft } from '@/lib/drafts';
import { mobileNumber } from '@/lib/domain/notifications';
import { toPersianPhone } from '@/lib/messages/notifications';
import { INBOX } from '@/lib/messages/inbox';
import { getOwnContact } from '@/lib/services/contact-settings';
import type { ServiceContext } from '@/lib/services/service-context';
import { saveOwnContact } from './actions';

/** Own addresses for e-mail and SMS, and whether they are wanted. */
export async function OutsideContact({ ctx }: { ctx: ServiceContext }) {
  const contact = getOwnContact(ctx);
  const draft = await readDraft('/my/inbox', 'contact');
  return (
    <details className="rest" id="outside" open={draft.values !== undefined}>
      <summary>
        <span>{INBOX.outside}</span>
        <Icon name="chevron_down" />
      </summary>
      <p className="small muted">{contact.isSendingOn ? INBOX.outsideText : INBOX.outsideOff}</p>
      <ActionForm id="contact" action={saveOwnContact} initialState={draft}>
        <TextField
          name="mobile"
          label={INBOX.mobile}
          hint={INBOX.mobileHint}
          optional
          inputMode="tel"
          dir="ltr"
          maxLength={30}
          autoComplete="tel"
          defaultValue={toPersianPhone(contact.phone === null ? null : mobileNumber(contact.phone))}
        />
        <CheckboxField name="wantsSms" label={INBOX.wantsSms} defaultChecked={contact.wantsSms} />
        <TextField
          name="email"
          label={INBOX.email}
          hint={INBOX.emailHint}
          optional
          type="email"
          inputMode="email"
          dir="ltr"
          maxLength={200}
          autoComplete="email"
          defaultValue={contact.email ?? ''}
        />
        <CheckboxField name="wantsEmail" label={INBOX.wantsEmail} defaultChecked={contact.wantsEmail} />
        <SubmitButton variant="default">{INBOX.saveContact}</SubmitButton>
      </ActionForm>
    </details>
  );
}
