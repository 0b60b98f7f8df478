import { ActionForm } from '@/components/ui/action-form';
import { CheckboxField, SubmitButton, TextField } from '@/components/ui/form-fields';
import { Section } from '@/components/ui/section';
import { mobileNumber } from '@/lib/domain/notifications';
import { readDraft } from '@/lib/drafts';
import { ADMIN_NOTIFICATIONS } from '@/lib/messages/admin-notifications';
import { INBOX } from '@/lib/messages/inbox';
import { toPersianPhone } from '@/lib/messages/notifications';
import type { Contact } from '@/lib/services/contact-settings';
import { saveUserContact } from '../../notifications/actions';

/** Where this person is told by e-mail and SMS. */
export async function OutsideContact({
  username,
  contact,
  path,
}: {
  username: string;
  contact: Contact;
  path: string;
}) {
  return (
    <Section id="outside" title={ADMIN_NOTIFICATIONS.contact} take={ADMIN_NOTIFICATIONS.contactTake}>
      <ActionForm
        id="outside-contact"
        action={saveUserContact}
        hidden={{ username }}
        initialState={await readDraft(path, 'outside-contact')}
        className="narrow"
      >
        <TextField
          name="mobile"
          label={INBOX.mobile}
          hint={INBOX.mobileHint}
          optional
          inputMode="tel"
          dir="ltr"
          maxLength={30}
          defaultValue={toPersianPhone(contact.phone === null ? null : mobileNumber(contact.phone))}
        />
        <CheckboxField name="wantsSms" label={ADMIN_NOTIFICATIONS.wants.sms} defaultChecked={contact.wantsSms} />
        <TextField
          name="email"
          label={INBOX.email}
          hint={INBOX.emailHint}
          optional
          type="email"
          dir="ltr"
          maxLength={200}
          defaultValue={contact.email ?? ''}
        />
        <CheckboxField name="wantsEmail" label={ADMIN_NOTIFICATIONS.wants.email} defaultChecked={contact.wantsEmail} />
        <SubmitButton variant="default">{ADMIN_NOTIFICATIONS.saveContact}</SubmitButton>
      </ActionForm>
    </Section>
  );
}
