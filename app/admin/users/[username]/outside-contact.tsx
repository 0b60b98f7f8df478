import { ContactFields } from '@/components/notifications/contact-fields';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/form-fields';
import { Section } from '@/components/ui/section';
import { readDraft } from '@/lib/drafts';
import { ADMIN_NOTIFICATIONS } from '@/lib/messages/admin-notifications';
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
        <ContactFields contact={contact} wants={ADMIN_NOTIFICATIONS.wants} />
        <SubmitButton variant="default">{ADMIN_NOTIFICATIONS.saveContact}</SubmitButton>
      </ActionForm>
    </Section>
  );
}
