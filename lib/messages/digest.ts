import type { MessageKind } from '@/lib/domain/inbox';
import { formatDayMonth } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { joinWords } from './common';
import { inboxTitleOf, type TitledMessage } from './inbox';

export interface DigestMessage extends TitledMessage {
  readonly bodies: readonly { readonly name: string }[];
}

const LINES = 30;

const COUNTED: Record<MessageKind, (count: string) => string> = {
  returned: (count) => `${count} گام عودت شد`,
  reopened: (count) => `${count} گام بازگشایی شد`,
  overdue: (count) => `موعد ${count} گام گذشت`,
  due: (count) => `موعد ${count} گام نزدیک است`,
  answered: (count) => `${count} درخواست یا اعتراض پاسخ گرفت`,
  verified: (count) => `${count} گام تأیید شد`,
  undone: (count) => `${count} تصمیم برگشت`,
  decided: (count) => `${count} تصمیم تازه ثبت شد`,
  letter: (count) => `${count} نامه فرستاده شد`,
  guidance: (count) => `راهنمای ${count} گام تازه شد`,
};

/** «۲ گام عودت شد و موعد ۳ گام نزدیک است، نخستین ۲۴ آذر.» Days are named, so that it stays true when it arrives late. */
export function digestSummary(messages: readonly DigestMessage[]): string {
  const parts = Object.entries(COUNTED).flatMap(([kind, words]) => {
    const own = messages.filter((message) => message.kind === kind);
    if (own.length === 0) return [];
    const dues = own.flatMap(({ kind: each, dueOn }) => (each === 'due' && dueOn !== null ? [dueOn] : [])).sort();
    const first = dues[0] === undefined ? '' : `، نخستین ${formatDayMonth(dues[0])}`;
    return [`${words(formatInteger(own.length))}${first}`];
  });
  return `${joinWords(parts)}.`;
}

/** One line a message, for a letter. Notes stay in the inbox. */
export function digestLines(messages: readonly DigestMessage[]): string {
  const lines = messages.slice(0, LINES).map((message) => {
    const [first, ...others] = message.bodies;
    const body = others.length === 0 ? (first?.name ?? '') : `${formatInteger(message.bodies.length)} دستگاه`;
    return `• ${inboxTitleOf(message)}، ${body} (${formatDayMonth(message.on)})`;
  });
  const rest = messages.length - lines.length;
  return [...lines, ...(rest > 0 ? [`و ${formatInteger(rest)} پیام دیگر`] : [])].join('\n');
}
