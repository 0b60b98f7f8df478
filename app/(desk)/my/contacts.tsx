import { Icon } from '@/components/ui/icon';
import { MY, phoneText } from '@/lib/messages/my';
import type { Contact } from '@/lib/services/my-steps';

/** Whom to call: a tap on the phone dials. */
export function Contacts({ contacts }: { contacts: readonly Contact[] }) {
  return contacts.slice(0, 2).map((contact) => (
    <a key={contact.phone} className="call" href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>
      <Icon name="phone" />
      <span>
        <b>{MY.call}</b>
        <small>
          {contact.name}، {contact.role === 'expert' ? MY.expert : MY.deputy}،{' '}
          <bdi className="ltr">{phoneText(contact.phone)}</bdi>
        </small>
      </span>
    </a>
  ));
}
