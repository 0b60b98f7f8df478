import { CheckboxField, TextField } from '@/components/ui/form-fields';
import { mobileNumber } from '@/lib/domain/notifications';
import { INBOX } from '@/lib/messages/inbox';
import { toPersianPhone } from '@/lib/messages/notifications';

export interface ContactFieldsProps {
  contact: {
    readonly phone: string | null;
    readonly email: string | null;
    readonly wantsSms: boolean;
    readonly wantsEmail: boolean;
  };
  /** What the two boxes say; it differs between one's own choice and somebody else's. */
  wants: { readonly sms: string; readonly email: string };
  /** The browser may offer what its user types elsewhere. */
  isOwn?: boolean;
}

/** Addresses for SMS and e-mail, and whether they are wanted. */
export function ContactFields({ contact, wants, isOwn = false }: ContactFieldsProps) {
  return (
    <>
      <TextField
        name="mobile"
        label={INBOX.mobile}
        hint={INBOX.mobileHint}
        optional
        inputMode="tel"
        dir="ltr"
        maxLength={30}
        autoComplete={isOwn ? 'tel' : undefined}
        defaultValue={toPersianPhone(contact.phone === null ? null : mobileNumber(contact.phone))}
      />
      <CheckboxField name="wantsSms" label={wants.sms} defaultChecked={contact.wantsSms} />
      <TextField
        name="email"
        label={INBOX.email}
        hint={INBOX.emailHint}
        optional
        type="email"
        inputMode="email"
        dir="ltr"
        maxLength={200}
        autoComplete={isOwn ? 'email' : undefined}
        defaultValue={contact.email ?? ''}
      />
      <CheckboxField name="wantsEmail" label={wants.email} defaultChecked={contact.wantsEmail} />
    </>
  );
}
