import type { NotifierEnv } from '@/lib/env';
import { renderNotification } from '@/lib/messages/notifications';
import { DeliveryFailure, type Driver } from './notifier';

const TIMEOUT_MS = 20_000;
/** A wrong key, a gateway that asks for patience: not about this number. */
const PASSING = new Set([401, 403, 408, 425, 429]);
/** No gateway needs more to say yes or no. */
const ANSWER_BYTES = 4096;

type Fields = Readonly<Record<'to' | 'text' | 'token' | 'id', string>>;

/** Puts `{to}`, `{text}`, `{token}` and `{id}` into a template, each written as its place needs it. */
function fill(template: string, fields: Fields, write: (value: string) => string): string {
  return template.replace(/\{(to|text|token|id)\}/g, (_, name: keyof Fields) => write(fields[name]));
}

const asIs = (value: string) => value;
const inJson = (value: string) => JSON.stringify(value).slice(1, -1);

function failureOf(error: unknown): DeliveryFailure {
  if (error instanceof DeliveryFailure) return error;
  if (error instanceof Error && error.name === 'TimeoutError') return new DeliveryFailure('timeout', false);
  const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
  return new DeliveryFailure(typeof cause?.code === 'string' ? cause.code : 'no connection', false);
}

/**
 * SMS over any gateway that takes an HTTP request. Nothing of the address or the token gets into a failure: many gateways want the token
 * in the address.
 */
export function smsDriver(gateway: NonNullable<NotifierEnv['sms']>, timeoutMs = TIMEOUT_MS): Driver {
  return async (message) => {
    const fields = { to: message.to, text: renderNotification(message).text, token: gateway.token, id: message.id };
    const isJson = Object.entries(gateway.headers).every(
      ([name, value]) => name.toLowerCase() !== 'content-type' || value.includes('json'),
    );
    const headers = Object.fromEntries(
      Object.entries(gateway.headers).map(([name, value]) => [name, fill(value, fields, asIs)]),
    );
    const hasBody = gateway.method !== 'GET' && gateway.body !== null;
    if (hasBody && !Object.keys(headers).some((name) => name.toLowerCase() === 'content-type')) {
      headers['Content-Type'] = 'application/json';
    }
    try {
      const response = await fetch(fill(gateway.url, fields, encodeURIComponent), {
        method: gateway.method,
        headers,
        body: hasBody ? fill(gateway.body ?? '', fields, isJson ? inJson : encodeURIComponent) : undefined,
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      const answer = (await response.text()).slice(0, ANSWER_BYTES);
      if (!response.ok) {
        const isPermanent = response.status >= 400 && response.status < 500 && !PASSING.has(response.status);
        throw new DeliveryFailure(`HTTP ${response.status}`, isPermanent);
      }
      if (gateway.accepts !== null && !answer.includes(gateway.accepts)) {
        throw new DeliveryFailure(`HTTP ${response.status}, refused by the gateway`, false);
      }
      return { id: message.id, status: 'sent', answer: `HTTP ${response.status}` };
    } catch (error) {
      throw failureOf(error);
    }
  };
}
