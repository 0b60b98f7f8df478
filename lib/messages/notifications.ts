import type { Channel, DeliveryState, QuietReason } from '@/lib/domain/notifications';
import { toPersianDigits } from '@/lib/text/digits';

/** Words of what leaves the machine. A reviewer's reasons and evidence never do: they stand in the inbox. */

export type NotificationTemplate = 'digest' | 'test';

/** `name`, `office`, `summary` (one sentence), `lines` (one a line, for e-mail), `link` (empty where the address is not known). */
export type NotificationVars = Readonly<Record<'name' | 'office' | 'summary' | 'lines' | 'link', string>>;

export interface RenderedNotification {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

function asHtml(paragraphs: readonly string[]): string {
  const body = paragraphs.map((text) => `<p>${escaped(text).replace(/\n/g, '<br>')}</p>`).join('');
  return `<!doctype html><html lang="fa" dir="rtl"><meta charset="utf-8"><body style="font-family:Tahoma,sans-serif;line-height:1.8">${body}</body></html>`;
}

/** The message in the form its channel takes: an SMS is one short text, a letter has a subject, its lines and where it comes from. */
export function renderNotification({
  channel,
  template,
  vars,
}: {
  readonly channel: Channel;
  readonly template: NotificationTemplate;
  readonly vars: NotificationVars;
}): RenderedNotification {
  const { name, office, summary, lines, link } = vars;
  if (template === 'test') {
    const text = `این پیام آزمایشی میزبان است؛ ${office}.`;
    return { subject: 'پیام آزمایشی میزبان', text, html: asHtml([text]) };
  }
  if (channel === 'sms') {
    const text = [`میزبان: ${summary}`, link].filter(Boolean).join('\n');
    return { subject: '', text, html: '' };
  }
  const paragraphs = [
    `${name}، سلام`,
    summary,
    lines,
    link === '' ? 'برای دیدن پیام‌ها وارد میزبان شوید.' : `برای دیدن پیام‌ها: ${link}`,
    `${office}. این نامه را سامانهٔ میزبان فرستاده است؛ دریافت آن را در صفحهٔ «پیام‌ها» می‌توانید خاموش کنید.`,
  ].filter(Boolean);
  return { subject: `میزبان: ${summary}`, text: paragraphs.join('\n\n'), html: asHtml(paragraphs) };
}

export const CONTACT_ISSUES = {
  email: 'نشانی رایانامه مانند name@example.ir است.',
  mobile: 'شمارهٔ تلفن همراه یازده رقم دارد و با ۰۹ آغاز می‌شود.',
  time: 'ساعت را مانند ۰۸:۰۰ بنویسید.',
  order: 'پایان باید پس از آغاز باشد.',
} as const;

/** A telephone as people write it; empty where there is none. */
export function toPersianPhone(phone: string | null): string {
  return phone === null ? '' : toPersianDigits(phone);
}

export const CHANNEL_LABELS: Record<Channel, string> = { email: 'رایانامه', sms: 'پیامک' };

export const DELIVERY_STATE_LABELS: Record<DeliveryState, string> = {
  queued: 'در صف',
  sending: 'در حال ارسال',
  sent: 'فرستاده شد',
  failed: 'دوباره تلاش می‌شود',
  given_up: 'فرستاده نشد',
};

/** Why nothing leaves now. */
export const SENDING_HOLDS: Record<QuietReason | 'simulated' | 'sample' | 'clock' | 'off', string> = {
  simulated: 'امروزِ سامانه نمایشی است؛ از دادهٔ نمایشی چیزی فرستاده نمی‌شود.',
  sample: 'داده نمونه است؛ از دادهٔ نمونه چیزی فرستاده نمی‌شود.',
  clock: 'ساعت رایانه از آخرین ثبت عقب‌تر است؛ تا درست نشود چیزی فرستاده نمی‌شود.',
  off: 'ارسال خاموش است.',
  quiet_day: 'امروز روز کاری نیست؛ پیام‌ها نخستین روز کاری فرستاده می‌شود.',
  quiet_hours: 'اکنون بیرون از ساعت ارسال است.',
};
export type SendingHold = keyof typeof SENDING_HOLDS;
