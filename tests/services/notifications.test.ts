import { describe, expect, it } from 'vitest';
import { openDatabase } from '@/db/client';
import { addDays, eachDay, type CivilDate } from '@/lib/calendar/civil-date';
import { createClock } from '@/lib/clock';
import { markAllRead } from '@/lib/services/inbox';
import { setContact, setOwnContact } from '@/lib/services/contact-settings';
import { recordMilestoneEvent } from '@/lib/services/milestones';
import { changeNotificationSettings, getNotificationSettings } from '@/lib/services/notification-settings';
import { previewDigests, retryDigest, runNotifications, sendTest } from '@/lib/services/notifications';
import { createNotifier, DeliveryFailure } from '@/lib/services/notifier/notifier';
import { getOutbox } from '@/lib/services/outbox';
import { disableUser } from '@/lib/services/users';
import { startMailServer, startSmsGateway } from '@/tests/support/local-receivers';
import { auditTrail, HD1, LETTER, refusalOf, type MilestoneWorld } from '@/tests/support/milestone-world';
import { addHoliday, addUser, createNotificationWorld, recordingNotifier } from '@/tests/support/notification-world';

const QUIET = { queued: 0, sent: 0, failed: 0, givenUp: 0 };
const lost = new DeliveryFailure('HTTP 500', false);

function returned(world: MilestoneWorld, today: CivilDate): void {
  recordMilestoneEvent(world.as('liaison', { today }), { ...HD1, kind: 'claim', evidence: [LETTER] });
  recordMilestoneEvent(world.as('deputy', { today }), { ...HD1, kind: 'return', note: 'محرمانه: نامه خوانا نیست' });
}

const states = (world: MilestoneWorld) =>
  world.db.$client.prepare("select digest_on || ' ' || channel || ' ' || state from outbox order by id").pluck().all();

describe('a day’s message', () => {
  it('tells a person once, on each channel that is on, what is unread, without a reviewer’s words', async () => {
    const world = createNotificationWorld();
    returned(world, '2018-12-02');
    const notifier = recordingNotifier(['email', 'sms']);
    const report = await runNotifications(world.at('2018-12-03'), { notifier });
    expect(report).toEqual({ hold: null, queued: 2, sent: 2, failed: 0, givenUp: 0 });
    expect(notifier.sent.map(({ channel, to }) => [channel, to])).toEqual([
      ['email', 'rabet@example.ir'],
      ['sms', '09171234567'],
    ]);
    expect(notifier.sent[0]?.vars).toMatchObject({
      summary: '۱ گام عودت شد، موعد ۱ گام گذشت و موعد ۱ گام نزدیک است، نخستین ۱۷\u00a0آذر.',
    });
    expect(JSON.stringify(notifier.sent)).not.toContain('محرمانه');
    expect(await runNotifications(world.at('2018-12-03', '11:00'), { notifier })).toEqual({ hold: null, ...QUIET });
    expect(auditTrail(world.db).filter((row) => row.startsWith('notification'))).toEqual([
      'notification.change notifications system',
      'notification.queue 2018-12-03 system',
    ]);
  });

  it('leaves out what was read, and what came before the channel was turned on', async () => {
    const world = createNotificationWorld();
    const notifier = recordingNotifier();
    markAllRead(world.as('liaison', { id: 'rabet', today: '2018-12-03' }));
    expect(await runNotifications(world.at('2018-12-03'), { notifier })).toEqual({ hold: null, ...QUIET });
    changeNotificationSettings(world.at('2018-12-04'), { sms: false });
    changeNotificationSettings(world.at('2018-12-09'), { email: false, sms: true });
    // HD2 was due on the day before
    expect(previewDigests(world.at('2018-12-09')).map(({ keys }) => keys)).toEqual([['d:2:2018-12-08:-1']]);
  });

  it('reaches nobody without an address, who does not want it, or whose account is closed', async () => {
    const world = createNotificationWorld();
    addUser(world.db, 'desk-phone', 'liaison', [world.bodyIds['EA-001']], '07644000001');
    addUser(world.db, 'expert', 'expert', [], '09170000000');
    const day = '2018-12-03';
    const names = () => previewDigests(world.at(day)).map(({ username, channel }) => `${username} ${channel}`);
    expect(names()).toEqual(['rabet email', 'rabet sms']);
    setOwnContact(world.as('liaison', { id: 'rabet', today: day }), { wantsSms: false });
    expect(names()).toEqual(['rabet email']);
    disableUser(world.at(day), 'rabet');
    expect(names()).toEqual([]);
  });

  it('that waits is sent to the address of the moment, and given up where it is wanted no more', async () => {
    const world = createNotificationWorld();
    const notifier = recordingNotifier();
    notifier.failures.push(lost);
    await runNotifications(world.at('2018-12-03'), { notifier });
    setContact(world.at('2018-12-03'), 'rabet', { wantsSms: false });
    expect(await runNotifications(world.at('2018-12-03', '09:05'), { notifier })).toMatchObject({ givenUp: 1 });
    expect(notifier.sent).toEqual([]);
  });
});

describe('quiet', () => {
  it.each([
    ['2018-12-07', '10:00', 'quiet_day'],
    ['2018-12-06', '10:00', 'quiet_day'],
    ['2018-12-03', '07:59', 'quiet_hours'],
    ['2018-12-03', '14:00', 'quiet_hours'],
  ] as const)('on %s at %s nobody is disturbed: %s', async (day, time, hold) => {
    const world = createNotificationWorld();
    const notifier = recordingNotifier();
    expect(await runNotifications(world.at(day, time), { notifier })).toEqual({ hold, ...QUIET });
    expect(states(world)).toEqual([]);
  });

  it('over holidays nothing is lost: what fell on them goes out once on the next working day', async () => {
    const world = createNotificationWorld();
    for (const day of eachDay('2018-12-02', '2018-12-05')) addHoliday(world.db, day);
    const notifier = recordingNotifier();
    await runNotifications(world.at('2018-12-01'), { notifier });
    for (const day of eachDay('2018-12-02', '2018-12-07')) await runNotifications(world.at(day), { notifier });
    expect(notifier.sent).toHaveLength(1);
    returned(world, '2018-12-05');
    await runNotifications(world.at('2018-12-08'), { notifier });
    expect(notifier.sent.map(({ id }) => id.slice(-10))).toEqual(['2018-12-01', '2018-12-08']);
    expect(notifier.sent[1]?.vars.summary).toContain('عودت شد');
  });

  it('a simulated day and a sample never send, nor does a clock that runs behind what is recorded', async () => {
    const world = createNotificationWorld();
    const notifier = recordingNotifier();
    returned(world, '2018-12-02');
    const simulated = { ...world.at('2018-12-03'), clock: createClock('2018-12-03') };
    expect((await runNotifications(simulated, { notifier })).hold).toBe('simulated');
    expect((await runNotifications(world.at('2018-11-25'), { notifier })).hold).toBe('clock');
    world.db.$client.exec(
      "insert into setting_versions (recorded_on, recorded_at, key, value) values ('2018-12-01', '2018-12-01T05:00:00.000Z', 'is_sample', 'true')",
    );
    expect((await runNotifications(world.at('2018-12-03'), { notifier })).hold).toBe('sample');
    expect(await sendTest(world.at('2018-12-03'), 'sms', notifier)).toEqual({ status: 'held', hold: 'sample' });
    expect(notifier.sent).toEqual([]);
  });

  it('is the rule until the admin turns a channel on and the environment sets it up', async () => {
    const world = createNotificationWorld();
    const none = createNotifier({ email: null, sms: null });
    expect((await runNotifications(world.at('2018-12-03'), { notifier: none })).hold).toBe('off');
    changeNotificationSettings(world.at('2018-12-03'), { email: false, sms: false });
    expect((await runNotifications(world.at('2018-12-03'), { notifier: recordingNotifier() })).hold).toBe('off');
  });
});

describe('failures', () => {
  it('are tried again after growing waits, then given up, and the admin sees it; the next day tells it anew', async () => {
    const world = createNotificationWorld();
    const gateway = await startSmsGateway();
    const notifier = createNotifier({
      email: null,
      sms: { url: `${gateway.url}/{to}`, method: 'POST', headers: {}, body: '"{text}"', token: '', accepts: null },
    });
    gateway.answers.push(500, 500, 500, 500, 500);
    // waits of 5, 15, 60 and 120 minutes after attempts at 9:00, 9:05, 9:20, 10:20, 12:20; a look in between does nothing
    for (const time of ['09:00', '09:04', '09:05', '09:19', '09:20', '10:19', '10:20', '12:19']) {
      await runNotifications(world.at('2018-12-03', time), { notifier });
    }
    expect(gateway.requests).toHaveLength(4);
    expect(getOutbox(world.at('2018-12-03')).rows[0]).toMatchObject({
      state: 'failed',
      attempts: 4,
      answer: 'HTTP 500',
    });
    expect(await runNotifications(world.at('2018-12-03', '12:20'), { notifier })).toMatchObject({ givenUp: 1 });
    expect(getOutbox(world.at('2018-12-03'), 'given_up').rows).toMatchObject([
      { username: 'rabet', attempts: 5, answer: 'HTTP 500', messages: 0 },
    ]);
    expect(auditTrail(world.db).at(-1)).toBe('notification.give_up rabet system');
    await runNotifications(world.at('2018-12-04'), { notifier });
    expect(gateway.requests).toHaveLength(6);
    expect(states(world)).toEqual(['2018-12-03 sms given_up', '2018-12-04 sms sent']);
    await gateway.stop();
  });

  it('of an address are given up at once, and sent again only when the admin orders it', async () => {
    const world = createNotificationWorld();
    const server = await startMailServer();
    server.refusals.push('550 no such person');
    const notifier = createNotifier({ email: { url: server.url, from: 'desk@example.ir' }, sms: null });
    expect(await runNotifications(world.at('2018-12-03'), { notifier })).toMatchObject({ givenUp: 1 });
    await runNotifications(world.at('2018-12-04'), { notifier });
    const again = server.letters.length;
    const [row] = getOutbox(world.at('2018-12-04'), 'given_up').rows;
    retryDigest(world.at('2018-12-04'), row?.id ?? 0);
    expect(auditTrail(world.db).at(-1)).toBe('notification.retry rabet system');
    expect(await runNotifications(world.at('2018-12-04'), { notifier })).toMatchObject({ sent: 1 });
    expect(server.letters).toHaveLength(again + 1);
    expect(refusalOf(() => retryDigest(world.at('2018-12-04'), row?.id ?? 0)).code).toBe('conflict');
    await server.stop();
  });

  it('a message kept back for days is not sent late; what is still new goes into the next one', async () => {
    const world = createNotificationWorld();
    const notifier = recordingNotifier();
    notifier.failures.push(lost);
    await runNotifications(world.at('2018-12-01'), { notifier });
    expect(await runNotifications(world.at('2018-12-05'), { notifier })).toMatchObject({ queued: 0, givenUp: 1 });
    expect(await runNotifications(world.at('2018-12-05'), { notifier })).toMatchObject({ queued: 1, sent: 1 });
  });

  it('yesterday’s message sent this morning is the message of the day', async () => {
    const world = createNotificationWorld();
    const notifier = recordingNotifier();
    notifier.failures.push(lost);
    await runNotifications(world.at('2018-12-02', '13:59'), { notifier });
    returned(world, '2018-12-02');
    expect(await runNotifications(world.at('2018-12-03'), { notifier })).toMatchObject({ queued: 0, sent: 1 });
    expect(await runNotifications(world.at('2018-12-03', '12:00'), { notifier })).toMatchObject({ queued: 0, sent: 0 });
    expect(await runNotifications(world.at('2018-12-04'), { notifier })).toMatchObject({ queued: 1, sent: 1 });
  });
});

describe('a restart', () => {
  it('neither repeats what was sent nor forgets what waits, whenever it comes', async () => {
    const world = createNotificationWorld();
    const notifier = recordingNotifier(['email', 'sms']);
    notifier.failures.push(lost);
    await runNotifications(world.at('2018-12-03'), { notifier });
    expect(states(world)).toEqual(['2018-12-03 email failed', '2018-12-03 sms sent']);
    for (const time of ['09:01', '09:05', '09:06']) {
      // as a process that knows nothing but the file
      const db = openDatabase(world.db.$client.name);
      await runNotifications(world.at('2018-12-03', time, db), { notifier });
      db.$client.close();
    }
    expect(notifier.sent.map(({ channel }) => channel)).toEqual(['sms', 'email']);
  });

  it('between claim and answer leaves the message claimed: nobody takes it for a quarter of an hour, then it is tried again', async () => {
    const world = createNotificationWorld();
    const dies = { channels: ['sms'] as const, send: () => Promise.reject(new Error('killed')) };
    await expect(runNotifications(world.at('2018-12-03'), { notifier: dies })).rejects.toThrow('killed');
    const notifier = recordingNotifier();
    await runNotifications(world.at('2018-12-03', '09:14'), { notifier });
    expect(notifier.sent).toEqual([]);
    await runNotifications(world.at('2018-12-03', '09:15'), { notifier });
    expect(notifier.sent.map(({ id }) => id)).toEqual(['digest-1-2018-12-03']);
  });

  it('each message of a fortnight is told exactly once, with a restart every morning', async () => {
    const world = createNotificationWorld();
    const notifier = recordingNotifier();
    returned(world, '2018-12-04');
    for (const day of eachDay('2018-12-05', addDays('2018-12-05', 14))) {
      for (const time of ['08:00', '13:00']) {
        const db = openDatabase(world.db.$client.name);
        await runNotifications(world.at(day, time, db), { notifier });
        db.$client.close();
      }
    }
    const told = world.db.$client
      .prepare("select message_key from outbox_messages where channel = 'sms'")
      .pluck()
      .all();
    expect(new Set(told).size).toBe(told.length);
    expect(told).toContain('e:2');
    const days = notifier.sent.map(({ id }) => id.slice(-10));
    expect(new Set(days).size).toBe(days.length);
  });
});

describe('the admin', () => {
  it('sends a test message to the own address, audited, and learns what the other side said', async () => {
    const world = createNotificationWorld();
    addUser(world.db, 'rahbar', 'admin', [], '09179999999');
    const admin = { ...world.as('admin', { id: 'rahbar' }), clock: world.at('2018-12-07').clock };
    const notifier = recordingNotifier(['email', 'sms']);
    expect(await sendTest(admin, 'email', notifier)).toEqual({ status: 'no_own_address' });
    expect(await sendTest(admin, 'sms', notifier)).toEqual({ status: 'sent', answer: 'ok' });
    expect(notifier.sent.map(({ to, template }) => [to, template])).toEqual([['09179999999', 'test']]);
    notifier.failures.push(lost);
    expect(await sendTest(admin, 'sms', notifier)).toEqual({ status: 'refused', answer: 'HTTP 500' });
    expect(auditTrail(world.db).slice(-2)).toEqual(['notification.test admin admin', 'notification.test admin admin']);
  });

  it('sets hours and channels with an audit row; what is as before is not written', () => {
    const world = createNotificationWorld();
    const ctx = world.at('2018-12-03');
    expect(changeNotificationSettings(ctx, { untilTime: '16:00' })).toBe(true);
    expect(changeNotificationSettings(ctx, { email: true, untilTime: '16:00' })).toBe(false);
    expect(getNotificationSettings(ctx)).toEqual({
      ...{ email: '2018-12-01', sms: '2018-12-01', fromTime: '08:00', untilTime: '16:00' },
    });
    expect(refusalOf(() => changeNotificationSettings(ctx, { untilTime: '07:00' })).code).toBe('invalid_input');
  });

  it('sees where channels lead, never the key', () => {
    const world = createNotificationWorld();
    const outbox = getOutbox(world.at('2018-12-03'), null, {
      email: { url: 'smtp://user:secret@mail.example.ir:587', from: 'a@b.ir' },
      sms: {
        url: 'https://gw.example.ir/v1/{token}',
        method: 'GET',
        headers: {},
        body: null,
        token: 'k',
        accepts: null,
      },
      problems: [],
    });
    expect(outbox.hosts).toEqual({ email: 'mail.example.ir:587', sms: 'gw.example.ir' });
    expect(JSON.stringify(outbox)).not.toContain('secret');
  });

  it.each(['deputy', 'expert', 'liaison', 'viewer'] as const)(
    'a %s sends, sees and changes nothing of it',
    async (role) => {
      const world = createNotificationWorld();
      const ctx = world.as(role);
      const rows = auditTrail(world.db).length;
      await expect(runNotifications(ctx, { notifier: recordingNotifier() })).rejects.toThrow('forbidden');
      await expect(sendTest(ctx, 'sms', recordingNotifier())).rejects.toThrow('forbidden');
      for (const attempt of [
        () => previewDigests(ctx),
        () => retryDigest(ctx, 1),
        () => getOutbox(ctx),
        () => changeNotificationSettings(ctx, { sms: false }),
        () => setContact(ctx, 'rabet', { email: null }),
      ]) {
        expect(refusalOf(attempt).code).toBe('forbidden');
      }
      expect(auditTrail(world.db)).toHaveLength(rows);
    },
  );
});
