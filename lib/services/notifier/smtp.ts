import { renderNotification } from '@/lib/messages/notifications';
import { DeliveryFailure, type Driver } from './notifier';

const CONNECT_MS = 10_000;
const SOCKET_MS = 20_000;

function codeOf(error: unknown): { code: string; status: number } {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return {
    code: typeof code === 'string' ? code : 'failed',
    status: typeof responseCode === 'number' ? responseCode : 0,
  };
}

/** E-mail over a mail server of the office. The library is loaded on the first letter only. */
export function smtpDriver({ url, from }: { readonly url: string; readonly from: string }): Driver {
  return async (message) => {
    const { createTransport } = await import('nodemailer');
    const transport = createTransport({
      url,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SOCKET_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    const { subject, text, html } = renderNotification(message);
    try {
      const info = await transport.sendMail({
        from,
        to: message.to,
        subject,
        text,
        html,
        messageId: `<${message.id}@${from.split('@').at(-1)?.replace(/[>\s]/g, '') ?? 'mizban'}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return { id: message.id, status: 'sent', answer: String(info.response ?? '').slice(0, 3) };
    } catch (error) {
      const { code, status } = codeOf(error);
      // 5xx to an envelope is about this address; a refused sign-in or a lost line is about the server
      const isPermanent = code === 'EENVELOPE' && status >= 500;
      throw new DeliveryFailure(status > 0 ? `SMTP ${status}` : code, isPermanent);
    } finally {
      transport.close();
    }
  };
}
