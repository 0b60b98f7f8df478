import { AppError, isAppError } from '@/lib/errors';

export interface PrintLimits {
  /** So many prints may wait or run at once. */
  readonly most: number;
  /** One print may take so long. */
  readonly timeLimitMs: number;
  /** Somebody who looks in no more has gone away after so long. */
  readonly goneAfterMs: number;
}

const LIMITS: PrintLimits = { most: 20, timeLimitMs: 180_000, goneAfterMs: 45_000 };

/** Prints; stops as soon as the signal says so, and rejects then. */
export type PrintWork = (signal: AbortSignal) => Promise<Uint8Array>;

export type PrintState =
  | { readonly name: 'waiting'; readonly seconds: number; /** Prints that come first. */ readonly ahead: number }
  | { readonly name: 'printing'; readonly seconds: number }
  | { readonly name: 'failed'; readonly error: AppError };

interface Job {
  readonly key: string;
  readonly work: PrintWork;
  readonly stopper: AbortController;
  readonly finished: Promise<Uint8Array>;
  readonly settle: { readonly resolve: (pdf: Uint8Array) => void; readonly reject: (error: AppError) => void };
  /** When each asker was last heard of; a caller that waits for the result is always there. */
  readonly askers: Map<string, number>;
  readonly askedAt: number;
}

function asPrintError(error: unknown): AppError {
  if (isAppError(error)) return error;
  return new AppError('print_failed', { reason: 'browser' }, { cause: error });
}

/**
 * The prints of one process, one at a time, since a browser needs more memory than the rest of the program. Whoever asks for what is being
 * printed already shares that print. A print nobody wants any more is stopped, or never begun. Nothing of it outlives the process.
 */
export class PrintQueue {
  private readonly limits: PrintLimits;
  /** The first one runs. */
  private readonly jobs: Job[] = [];
  /** What went wrong, for each asker until the next try. */
  private readonly failures = new Map<string, { readonly error: AppError; readonly at: number }>();
  private sweeper: NodeJS.Timeout | null = null;
  private callers = 0;

  constructor(limits: Partial<PrintLimits> = {}) {
    this.limits = { ...LIMITS, ...limits };
  }

  /** Number of prints that wait or run. */
  get length(): number {
    return this.jobs.length;
  }

  /**
   * Asks for a print and looks in later with `stateFor`. Asking again is looking in.
   * @throws AppError `print_failed` with the reason `queue_full`
   */
  ask(key: string, work: PrintWork, asker: string): void {
    this.failures.delete(`${key} ${asker}`);
    this.join(key, work, asker, performance.now());
  }

  /**
   * Asks for a print and waits for it; the signal takes the wish back.
   * @throws AppError `print_failed`, and whatever the work itself refuses with
   */
  async print(key: string, work: PrintWork, signal?: AbortSignal): Promise<Uint8Array> {
    if (signal?.aborted === true) throw new AppError('print_failed', { reason: 'cancelled' });
    this.callers += 1;
    const asker = `caller ${this.callers}`;
    const job = this.join(key, work, asker, Infinity);
    const leave = () => this.leave(key, asker);
    signal?.addEventListener('abort', leave, { once: true });
    try {
      return await job.finished;
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  }

  /** How a print stands for somebody who asked for it; null for whoever did not, and once it is done. */
  stateFor(key: string, asker: string): PrintState | null {
    const now = performance.now();
    const index = this.jobs.findIndex((job) => job.key === key && job.askers.has(asker));
    const job = this.jobs[index];
    if (job === undefined) {
      const failure = this.failures.get(`${key} ${asker}`);
      return failure === undefined ? null : { name: 'failed', error: failure.error };
    }
    job.askers.set(asker, now);
    const seconds = Math.floor((now - job.askedAt) / 1000);
    return index === 0 ? { name: 'printing', seconds } : { name: 'waiting', seconds, ahead: index };
  }

  /** Takes a wish back. The print is stopped if nobody else waits for it. */
  leave(key: string, asker: string): void {
    const job = this.jobs.find((candidate) => candidate.key === key && candidate.askers.has(asker));
    if (job === undefined) return;
    job.askers.delete(asker);
    if (job.askers.size === 0) this.stop(job, 'cancelled');
  }

  private join(key: string, work: PrintWork, asker: string, seenAt: number): Job {
    const known = this.jobs.find((job) => job.key === key && !job.stopper.signal.aborted);
    if (known !== undefined) {
      known.askers.set(asker, seenAt);
      return known;
    }
    if (this.jobs.length >= this.limits.most) {
      throw new AppError('print_failed', { reason: 'queue_full', waiting: this.jobs.length });
    }
    let settle: Job['settle'] | undefined;
    const finished = new Promise<Uint8Array>((resolve, reject) => {
      settle = { resolve, reject };
    });
    if (settle === undefined) throw new Error('A promise runs its executor at once.');
    // those who look in learn of a failure by its state
    finished.catch(() => undefined);
    const job: Job = {
      ...{ key, work, finished, settle },
      ...{ stopper: new AbortController(), askers: new Map([[asker, seenAt]]), askedAt: performance.now() },
    };
    this.jobs.push(job);
    this.sweeper ??= setInterval(() => this.sweep(), Math.min(5_000, this.limits.goneAfterMs)).unref();
    if (this.jobs.length === 1) void this.run(job);
    return job;
  }

  /** Ends a print: a running one as soon as its work gives way, a waiting one at once. */
  private stop(job: Job, reason: 'cancelled' | 'too_slow'): void {
    const error = new AppError('print_failed', { reason });
    job.stopper.abort(error);
    if (this.jobs[0] === job) return;
    this.jobs.splice(this.jobs.indexOf(job), 1);
    job.settle.reject(error);
  }

  private async run(job: Job): Promise<void> {
    const { signal } = job.stopper;
    const limit = setTimeout(() => this.stop(job, 'too_slow'), this.limits.timeLimitMs);
    try {
      const pdf = await job.work(signal);
      if (signal.aborted) throw signal.reason;
      job.settle.resolve(pdf);
    } catch (caught) {
      const error = asPrintError(signal.aborted ? signal.reason : caught);
      for (const asker of job.askers.keys()) {
        if (job.askers.get(asker) === Infinity) continue;
        this.failures.set(`${job.key} ${asker}`, { error, at: performance.now() });
      }
      if (error.cause !== undefined) console.error('A print failed:', error.cause);
      job.settle.reject(error);
    } finally {
      clearTimeout(limit);
      this.jobs.shift();
      const next = this.jobs[0];
      if (next !== undefined) void this.run(next);
    }
  }

  private sweep(): void {
    const goneBefore = performance.now() - this.limits.goneAfterMs;
    for (const [key, { at }] of this.failures) {
      if (at < goneBefore) this.failures.delete(key);
    }
    for (const job of [...this.jobs]) {
      for (const [asker, seenAt] of job.askers) {
        if (seenAt < goneBefore) this.leave(job.key, asker);
      }
    }
    if (this.jobs.length > 0 || this.failures.size > 0 || this.sweeper === null) return;
    clearInterval(this.sweeper);
    this.sweeper = null;
  }
}

// Kept on globalThis, since the server's bundles may hold this module more than once.
const QUEUE = Symbol.for('mizban.prints');
type WithQueue = typeof globalThis & { [QUEUE]?: PrintQueue };

/** The queue of this process. */
export function getPrintQueue(): PrintQueue {
  return ((globalThis as WithQueue)[QUEUE] ??= new PrintQueue());
}
