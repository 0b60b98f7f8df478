import { ContactFields } from '@/components/notifications/contact-fields';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/form-fields';
import { Icon } from '@/components/ui/icon';
import { readDraft } from '@/lib/drafts';
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
        <ContactFields contact={contact} wants={{ sms: INBOX.wantsSms, email: INBOX.wantsEmail }} isOwn />
        <SubmitButton variant="default">{INBOX.saveContact}</SubmitButton>
      </ActionForm>
    </details>
  );
}
