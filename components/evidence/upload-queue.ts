import { dropParts, sendInParts } from './send-in-parts';
import { forgetPendingFile, keepPendingFile, listPendingFiles, momentNow, type PendingFile } from './pending-files';
import { shrinkPhoto } from './shrink-photo';

/** A file on its way, as the form shows it. */
export interface SendingFile {
  readonly id: number;
  readonly name: string;
  readonly sizeBytes: number;
  readonly state: 'preparing' | 'waiting' | 'sending' | 'broken' | 'signed_out' | 'refused';
  readonly percent: number;
  /** The server's sentence about a file that it refused. */
  readonly message: string | null;
}

export interface QueueOptions {
  readonly path: string;
  readonly body: string;
  /** Under which the browser keeps files until they have arrived; null: it keeps none. */
  readonly form: string | null;
  readonly onChange: (files: readonly SendingFile[]) => void;
  /** `shrunkFrom`: the bytes of the photo before it was made smaller, if it was. */
  readonly onArrived: (token: string, name: string, shrunkFrom: number | null) => void;
  readonly onContinued: (name: string) => void;
}

interface Entry {
  shown: SendingFile;
  pending: PendingFile | null;
  shrunkFrom: number | null;
  failures: number;
}

const LONGEST_WAIT_MS = 30_000;

/** Sends files one after the other, tries again by itself after growing waits, and keeps each until it has arrived. */
export class UploadQueue {
  private entries: Entry[] = [];
  private isRunning = false;
  private isClosed = false;
  private current: { id: number; controller: AbortController } | null = null;
  private wake: (() => void) | null = null;
  private lastId = 0;

  constructor(private readonly options: QueueOptions) {
    window.addEventListener('online', this.tryNow);
  }

  /** Goes on with what was on its way when the page was left. */
  async resume(): Promise<void> {
    if (this.options.form === null) return;
    const kept = await listPendingFiles(this.options.form);
    if (this.isClosed) return;
    for (const pending of kept) {
      if (this.entries.some(({ shown }) => shown.id === pending.id)) continue;
      const { id, name, content } = pending;
      const shown: SendingFile = {
        id,
        name,
        sizeBytes: content.size,
        state: 'waiting',
        percent: 0,
        message: null,
      };
      this.entries.push({ shown, pending, shrunkFrom: null, failures: 0 });
      this.options.onContinued(name);
    }
    this.tell();
    void this.run();
  }

  async add(file: File): Promise<void> {
    const id = (this.lastId = Math.max(momentNow(), this.lastId + 1));
    const shown: SendingFile = {
      id,
      name: file.name,
      sizeBytes: file.size,
      state: 'preparing',
      percent: 0,
      message: null,
    };
    const entry: Entry = { shown, pending: null, shrunkFrom: null, failures: 0 };
    this.entries.push(entry);
    this.tell();
    const small = await shrinkPhoto(file);
    if (!this.entries.includes(entry)) return;
    entry.shrunkFrom = small === file ? null : file.size;
    const form = this.options.form ?? '';
    entry.pending = { id, form, name: small.name, content: small, serverId: null };
    if (this.options.form !== null) await keepPendingFile(entry.pending);
    // called off, or the page was left, while it was being kept
    if (!this.entries.includes(entry)) return void forgetPendingFile(id);
    this.show(entry, { name: small.name, sizeBytes: small.size, state: 'waiting' });
    void this.run();
  }

  /** Tries again at once: the line is back, somebody signed in again, or pressed the button. */
  readonly tryNow = (): void => {
    for (const entry of this.entries) {
      if (entry.shown.state === 'signed_out') this.show(entry, { state: 'waiting' });
    }
    this.wake?.();
    void this.run();
  };

  cancel(id: number): void {
    const entry = this.entries.find(({ shown }) => shown.id === id);
    if (entry === undefined) return;
    this.take(entry);
    if (this.current?.id === id) this.current.controller.abort();
    this.wake?.();
    if (entry.pending?.serverId) void dropParts(this.options.path, entry.pending.serverId);
  }

  /** The page is left: what is on its way stops, and is kept. */
  close(): void {
    this.isClosed = true;
    this.current?.controller.abort();
    this.wake?.();
    window.removeEventListener('online', this.tryNow);
  }

  private show(entry: Entry, change: Partial<SendingFile>): void {
    entry.shown = { ...entry.shown, ...change };
    this.tell();
  }

  private tell(): void {
    if (!this.isClosed) this.options.onChange(this.entries.map(({ shown }) => shown));
  }

  private take(entry: Entry): void {
    this.entries = this.entries.filter((each) => each !== entry);
    void forgetPendingFile(entry.shown.id);
    this.tell();
  }

  private async run(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    try {
      for (let entry = this.next(); entry !== undefined; entry = this.next()) await this.send(entry);
    } finally {
      this.isRunning = false;
    }
  }

  private next(): Entry | undefined {
    if (this.isClosed || this.entries.some(({ shown }) => shown.state === 'signed_out')) return undefined;
    return this.entries.find(({ shown }) => shown.state === 'waiting' || shown.state === 'broken');
  }

  private async send(entry: Entry): Promise<void> {
    const { pending } = entry;
    if (pending === null) return;
    const controller = new AbortController();
    this.current = { id: pending.id, controller };
    this.show(entry, { state: 'sending' });
    let before = -1;
    const answer = await sendInParts(
      this.options.path,
      { ...pending, body: this.options.body },
      {
        signal: controller.signal,
        onBegun: (serverId) => {
          entry.pending = { ...pending, serverId };
          if (this.options.form !== null) void keepPendingFile(entry.pending);
        },
        onProgress: (percent) => {
          // it moves again: the next break is waited out from the beginning
          if (before >= 0 && percent > before) entry.failures = 0;
          before = percent;
          if (percent !== entry.shown.percent) this.show(entry, { percent });
        },
      },
    );
    this.current = null;
    if (this.isClosed || !this.entries.includes(entry)) return;
    switch (answer.status) {
      case 'done':
        this.options.onArrived(answer.token, entry.shown.name, entry.shrunkFrom);
        this.take(entry);
        return;
      case 'refused':
        void forgetPendingFile(pending.id);
        this.show(entry, { state: 'refused', message: answer.message });
        return;
      case 'signed_out':
        this.show(entry, { state: 'signed_out' });
        return;
      case 'broken':
        this.show(entry, { state: 'broken' });
        entry.failures += 1;
        await this.wait(Math.min(LONGEST_WAIT_MS, 1000 * 2 ** (entry.failures - 1)));
    }
  }

  private wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.wake = null;
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      this.wake = end;
    });
  }
}
