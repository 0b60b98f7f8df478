import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isAppError } from '@/lib/errors';
import { PrintQueue, type PrintWork } from '@/lib/services/print-queue';

const PDF = new Uint8Array([1]);

/** A print that ends when told, and gives way to its signal. */
function controlled() {
  let finish: (pdf: Uint8Array) => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  const state = { begun: 0, stopped: 0 };
  const work: PrintWork = (signal) => {
    state.begun += 1;
    return new Promise((resolve, reject) => {
      finish = resolve;
      fail = reject;
      signal.addEventListener('abort', () => {
        state.stopped += 1;
        reject(new Error('Target closed'));
      });
    });
  };
  return { work, state, finish: () => finish(PDF), fail: (error: unknown) => fail(error) };
}

const settled = () => vi.advanceTimersByTimeAsync(0);
const refusal = (promise: Promise<unknown>) => promise.then(() => null).catch((error: unknown) => error);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('the queue of prints', () => {
  test('prints one after another, and says who comes first', async () => {
    const queue = new PrintQueue();
    const [first, second] = [controlled(), controlled()];
    queue.ask('a', first.work, 'sara');
    queue.ask('b', second.work, 'reza');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(queue.stateFor('a', 'sara')).toEqual({ name: 'printing', seconds: 3 });
    expect(queue.stateFor('b', 'reza')).toEqual({ name: 'waiting', seconds: 3, ahead: 1 });
    expect([first.state.begun, second.state.begun]).toEqual([1, 0]);
    first.finish();
    await settled();
    expect(queue.stateFor('a', 'sara')).toBeNull();
    expect(queue.stateFor('b', 'reza')).toEqual({ name: 'printing', seconds: 3 });
    second.finish();
    await settled();
    expect(queue.length).toBe(0);
  });

  test('whoever asks for the same shares one print; one of them leaving does not stop it', async () => {
    const queue = new PrintQueue();
    const only = controlled();
    const waiting = queue.print('a', only.work);
    queue.ask('a', only.work, 'sara');
    queue.ask('a', only.work, 'reza');
    expect(queue.length).toBe(1);
    queue.leave('a', 'sara');
    expect(queue.stateFor('a', 'sara')).toBeNull();
    expect(queue.stateFor('a', 'reza')).toMatchObject({ name: 'printing' });
    only.finish();
    expect(await waiting).toBe(PDF);
    expect(only.state).toEqual({ begun: 1, stopped: 0 });
  });

  test('stops when the last one leaves, and the next print goes on', async () => {
    const queue = new PrintQueue();
    const [first, second, third] = [controlled(), controlled(), controlled()];
    queue.ask('a', first.work, 'sara');
    queue.ask('b', second.work, 'reza');
    queue.ask('c', third.work, 'mina');
    queue.leave('b', 'reza');
    expect(queue.length).toBe(2);
    queue.leave('a', 'sara');
    await settled();
    expect([first.state.stopped, second.state.begun, third.state.begun]).toEqual([1, 0, 1]);
    expect(queue.stateFor('a', 'sara')).toBeNull();
  });

  test('a caller that breaks off is told so, and takes the wish back', async () => {
    const queue = new PrintQueue();
    const only = controlled();
    const stopper = new AbortController();
    const ended = refusal(queue.print('a', only.work, stopper.signal));
    await settled();
    stopper.abort();
    const error = await ended;
    expect(isAppError(error, 'print_failed') && error.details).toEqual({ reason: 'cancelled' });
    expect([only.state.stopped, queue.length]).toEqual([1, 0]);
    expect(isAppError(await refusal(queue.print('a', only.work, stopper.signal)), 'print_failed')).toBe(true);
    expect(queue.length).toBe(0);
  });

  test('somebody who looks in no more has gone away; whoever looks in stays', async () => {
    const queue = new PrintQueue({ goneAfterMs: 10_000 });
    const [first, second] = [controlled(), controlled()];
    queue.ask('a', first.work, 'sara');
    queue.ask('b', second.work, 'reza');
    for (let round = 0; round < 4; round += 1) {
      await vi.advanceTimersByTimeAsync(4_000);
      queue.stateFor('a', 'sara');
    }
    expect(queue.stateFor('b', 'reza')).toBeNull();
    expect(queue.length).toBe(1);
    await vi.advanceTimersByTimeAsync(20_000);
    expect([first.state.stopped, second.state.begun, queue.length]).toEqual([1, 0, 0]);
  });

  test('is not endless, and neither is a print', async () => {
    const queue = new PrintQueue({ most: 2, timeLimitMs: 5_000, goneAfterMs: 60_000 });
    const [slow, next] = [controlled(), controlled()];
    queue.ask('a', slow.work, 'sara');
    queue.ask('b', next.work, 'reza');
    expect(() => queue.ask('c', next.work, 'mina')).toThrow('queue_full');
    // the same once more is no further print
    queue.ask('b', next.work, 'mina');
    await vi.advanceTimersByTimeAsync(5_000);
    const state = queue.stateFor('a', 'sara');
    expect(state?.name === 'failed' && state.error.details).toEqual({ reason: 'too_slow' });
    expect([slow.state.stopped, next.state.begun]).toEqual([1, 1]);
  });

  test('a failure is told to those who asked, until they ask again', async () => {
    const log = vi.mocked(console.error).mockImplementation(() => undefined);
    const queue = new PrintQueue();
    const broken = controlled();
    queue.ask('a', broken.work, 'sara');
    const caller = refusal(queue.print('a', broken.work));
    await settled();
    broken.fail(new Error('browser has crashed'));
    expect(isAppError(await caller, 'print_failed')).toBe(true);
    expect(queue.stateFor('a', 'sara')).toMatchObject({ name: 'failed' });
    expect(queue.stateFor('a', 'reza')).toBeNull();
    expect(log).toHaveBeenCalledOnce();
    log.mockClear();
    queue.ask('a', controlled().work, 'sara');
    expect(queue.stateFor('a', 'sara')).toMatchObject({ name: 'printing' });
  });
});
