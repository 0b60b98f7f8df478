import { renderNotification } from '@/lib/messages/notifications';
import type { Driver } from './notifier';

/** Writes to the program's log what would leave the machine: for trying things out. */
export const logDriver: Driver = (message) => {
  const { subject, text } = renderNotification(message);
  console.warn(`[${message.channel}] ${message.to}: ${subject}\n${text}`);
  return Promise.resolve({ id: message.id, status: 'sent', answer: 'log' });
};
