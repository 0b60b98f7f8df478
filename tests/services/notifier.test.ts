import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseNotifierEnv } from '@/lib/env';
import { createNotifier, DeliveryFailure, type Outgoing } from '@/lib/services/notifier/notifier';
import { smsDriver } from '@/lib/services/notifier/sms-http';
import { startMailServer, startSmsGateway, type MailServer, type SmsGateway } from '@/tests/support/local-receivers';

const VARS = { name: 'رابط', office: 'فرمانداری', summary: '۲ گام عودت شد.', lines: '• شبکه ۳ "عودت" شد', link: '' };
const message = (channel: Outgoing['channel'], to: string): Outgoing => ({
  ...{ id: 'digest-7-2018-12-08', channel, to, template: 'digest', vars: VARS },
});

async function failureOf(sending: Promise<unknown>): Promise<{ message: string; isPermanent: boolean }> {
  const failure: unknown = await sending.catch((error: unknown) => error);
  if (!(failure instanceof DeliveryFailure)) throw new Error(`not a failure of delivery: ${String(failure)}`);
  return { message: failure.message, isPermanent: failure.isPermanent };
}

/** Every run of encoded text in a letter, decoded. */
function decoded(data: string): string {
  return data
    .split(/\r\n\r\n|\r\n--/)
    .map((part) => Buffer.from(part.replace(/\r\n/g, ''), 'base64').toString('utf8'))
    .join('\n');
}

describe('e-mail', () => {
  let server: MailServer;
  beforeAll(async () => {
    server = await startMailServer();
  });
  afterAll(() => server.stop());
  const notifier = () => createNotifier({ email: { url: server.url, from: 'Mizban <desk@example.ir>' }, sms: null });

  it('a letter reaches the mail server with its addresses, words, and a name that stays the same when repeated', async () => {
    const delivery = await notifier().send(message('email', 'rabet@example.ir'));
    expect(delivery).toEqual({ id: 'digest-7-2018-12-08', status: 'sent', answer: '250' });
    await notifier().send(message('email', 'rabet@example.ir'));
    expect(server.letters).toHaveLength(2);
    for (const letter of server.letters) {
      expect([letter.from, letter.to]).toEqual(['desk@example.ir', 'rabet@example.ir']);
      expect(letter.data).toContain('Message-ID: <digest-7-2018-12-08@example.ir>');
      expect(letter.data).toContain('Auto-Submitted: auto-generated');
      expect(decoded(letter.data)).toContain('۲ گام عودت شد.');
    }
  });

  it('a refused address is given up at once; a busy or absent server is tried again', async () => {
    server.refusals.push('550 no such person', '451 later');
    expect(await failureOf(notifier().send(message('email', 'nobody@example.ir')))).toEqual({
      message: 'SMTP 550',
      isPermanent: true,
    });
    expect(await failureOf(notifier().send(message('email', 'rabet@example.ir')))).toEqual({
      message: 'SMTP 451',
      isPermanent: false,
    });
    const gone = await startMailServer();
    await gone.stop();
    const absent = createNotifier({ email: { url: gone.url, from: 'desk@example.ir' }, sms: null });
    expect((await failureOf(absent.send(message('email', 'rabet@example.ir')))).isPermanent).toBe(false);
  });
});

describe('SMS', () => {
  let gateway: SmsGateway;
  beforeAll(async () => {
    gateway = await startSmsGateway();
  });
  afterAll(() => gateway.stop());
  const driver = (changes: Record<string, string> = {}, timeoutMs = 5000) => {
    const env = parseNotifierEnv({
      MIZBAN_SMS_URL: `${gateway.url}/v1/{token}/send?receptor={to}`,
      MIZBAN_SMS_TOKEN: 'se/cret',
      MIZBAN_SMS_HEADERS: '{"Authorization":"Bearer {token}"}',
      MIZBAN_SMS_BODY: '{"message":"{text}","ref":"{id}"}',
      MIZBAN_SMS_ACCEPTS: '"status":"OK"',
      ...changes,
    });
    if (env.sms === null) throw new Error(env.problems.join(' '));
    return smsDriver(env.sms, timeoutMs);
  };

  it('the gateway gets the address, headers and body of the templates, each value written as its place needs it', async () => {
    await driver()(message('sms', '09171234567'));
    const request = gateway.requests.at(-1);
    expect(request).toMatchObject({ method: 'POST', url: '/v1/se%2Fcret/send?receptor=09171234567' });
    expect(request?.headers).toMatchObject({ authorization: 'Bearer se/cret', 'content-type': 'application/json' });
    expect(JSON.parse(request?.body ?? '')).toEqual({ message: 'میزبان: ۲ گام عودت شد.', ref: 'digest-7-2018-12-08' });
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
    await driver({ MIZBAN_SMS_HEADERS: JSON.stringify(form), MIZBAN_SMS_BODY: 'to={to}&text={text}' })(
      message('sms', '09171234567'),
    );
    const fields = new URLSearchParams(gateway.requests.at(-1)?.body);
    expect(fields.get('text')).toBe('میزبان: ۲ گام عودت شد.');
    await driver({ MIZBAN_SMS_METHOD: 'GET' })(message('sms', '09171234567'));
    expect(gateway.requests.at(-1)).toMatchObject({ method: 'GET', body: '' });
  });

  it.each([
    [500, 'HTTP 500', false],
    [429, 'HTTP 429', false],
    [401, 'HTTP 401', false],
    [302, 'HTTP 302', false],
    [422, 'HTTP 422', true],
  ] as const)(
    'an answer %i is %s, permanent: %s, and tells nothing of the token',
    async (status, text, isPermanent) => {
      gateway.answers.push(status);
      expect(await failureOf(driver()(message('sms', '09171234567')))).toEqual({ message: text, isPermanent });
    },
  );

  it('a gateway that does not answer, or says no in a friendly tone, has not taken the message', async () => {
    gateway.answers.push('silent');
    expect(await failureOf(driver({}, 200)(message('sms', '09171234567')))).toEqual({
      message: 'timeout',
      isPermanent: false,
    });
    const friendly = driver({ MIZBAN_SMS_ACCEPTS: '"status":200' })(message('sms', '09171234567'));
    expect(await failureOf(friendly)).toEqual({ message: 'HTTP 200, refused by the gateway', isPermanent: false });
  });
});

describe('the environment', () => {
  it('sets nothing up unless told to, and a notifier without a channel refuses', async () => {
    const env = parseNotifierEnv({});
    expect(env).toEqual({ email: null, sms: null, problems: [] });
    const notifier = createNotifier(env);
    expect(notifier.channels).toEqual([]);
    expect((await failureOf(notifier.send(message('sms', '09171234567')))).message).toBe('not set up');
  });

  it.each([
    [
      { MIZBAN_SMTP_URL: 'mail.example.ir', MIZBAN_SMTP_FROM: 'a@b.ir' },
      'MIZBAN_SMTP_URL must begin with smtp:// or smtps://.',
    ],
    [{ MIZBAN_SMTP_URL: 'smtp://mail' }, 'MIZBAN_SMTP_FROM must be the address that letters come from.'],
    [
      { MIZBAN_SMS_URL: 'http://gateway', MIZBAN_SMS_HEADERS: 'x' },
      'MIZBAN_SMS_HEADERS must be a JSON object of texts.',
    ],
  ])('%j is named as a problem and turns sending off', (source, problem) => {
    expect(parseNotifierEnv(source)).toEqual({ email: null, sms: null, problems: [problem] });
  });
});
