import { typedValues, type TypedValues } from '@/components/drafts/typed-values';
import { momentNow } from '@/components/evidence/pending-files';
import { shrinkPhoto } from '@/components/evidence/shrink-photo';
import type { FormError, FormState } from '@/components/ui/form-state';
import { gradeProblems, type ChecklistItem } from '@/lib/domain/inspections';
import { INSPECTION_GRADES } from '@/lib/domain/vocabulary';
import { GRADE_PROBLEMS, VISIT_FORM } from '@/lib/messages/inspections';
import { findKeptVisit, forgetVisit, keepVisit, sendVisit, type KeptPhoto, type KeptVisit } from './visit-outbox';

export type Sending =
  | { readonly name: 'form' | 'kept' | 'signed_out' }
  | { readonly name: 'sending'; readonly photo: readonly [index: number, total: number] | null }
  | { readonly name: 'recorded'; readonly href: string; readonly label: string };

/** What the form of a visit shows. */
export interface KeeperView {
  readonly sending: Sending;
  readonly photos: readonly KeptPhoto[];
  /** What stands in the fields instead of what the server drew; null: that. */
  readonly state: FormState | null;
  /** Grows when the fields are to be drawn anew. */
  readonly round: number;
  readonly isRestored: boolean;
  /** The browser keeps what is typed. */
  readonly isKept: boolean;
}

export const FIRST_VIEW: KeeperView = {
  sending: { name: 'form' },
  photos: [],
  state: null,
  round: 0,
  isRestored: false,
  isKept: true,
};

export interface KeeperOptions {
  readonly name: string;
  readonly userId: string;
  readonly body: string;
  readonly bodyName: string;
  /** Id of the visit that is corrected, or empty. */
  readonly corrects: string;
  readonly items: readonly ChecklistItem[];
  readonly onChange: (view: KeeperView) => void;
}

const PAUSE_MS = 400;
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 60_000;

/** A key nobody guesses; also where the connection is not secure and the browser has no `randomUUID`. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What the server would refuse, said before it is kept for later: once the line is back the inspector is not at the desk any more. */
function problemsOf(
  values: TypedValues,
  items: readonly ChecklistItem[],
  isCorrection: boolean,
): Record<string, string> {
  const problems: Record<string, string> = {};
  const valueOf = (name: string) => values[name]?.[0] ?? '';
  const isEmpty = (name: string) => valueOf(name).trim() === '';
  if (isEmpty('isAnnounced')) problems['isAnnounced'] = VISIT_FORM.chooseAnnounced;
  for (const name of ['visitedOn', 'inspectorPost', 'deskPost'] as const)
    if (isEmpty(name)) problems[name] = VISIT_FORM.missing[name];
  const grades = items.map(({ code }) => ({
    code,
    grade: INSPECTION_GRADES.find((grade) => grade === valueOf(`grade-${code}`)) ?? null,
    remark: valueOf(`remark-${code}`),
  }));
  for (const { code, title, problem } of gradeProblems(items, grades)) {
    const field = problem === 'remark_for_not_applicable' ? 'remark' : 'grade';
    problems[`${field}-${code}`] = GRADE_PROBLEMS[problem](title);
  }
  if (isCorrection && isEmpty('remark')) problems['remark'] = VISIT_FORM.missing.correction;
  return problems;
}

/**
 * Keeps the form of a visit on the device as it is filled in, and sends it once: at once, or when the line is back. Without it the form is
 * sent as every other.
 */
export class VisitKeeper {
  private view = FIRST_VIEW;
  // a kept page is opened more than once, so the key that the server drew cannot be taken
  private key = newKey();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private controller: AbortController | null = null;
  private wake: (() => void) | null = null;
  private isClosed = false;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly options: KeeperOptions,
  ) {
    for (const name of ['input', 'change', 'click'] as const) form.addEventListener(name, this.later);
    form.addEventListener('submit', this.submit, true);
    window.addEventListener('pagehide', this.save);
    window.addEventListener('online', this.tryNow);
    document.addEventListener('visibilitychange', this.tryNow);
  }

  /**
   * Puts back what was kept, and goes on sending it.
   *
   * @param isAnswered the server has sent values of its own, which are newer
   * @param isStale the page is of another day: its day is not to be taken for today
   */
  async start({ isAnswered, isStale }: { isAnswered: boolean; isStale: boolean }): Promise<void> {
    const kept = isAnswered ? null : await findKeptVisit(this.options.name);
    if (this.isClosed) return;
    if (kept === null) {
      if (isStale && !isAnswered) this.show({ state: { status: 'idle', values: { visitedOn: '' } }, round: 1 });
      return;
    }
    this.key = kept.key;
    const state = { status: 'idle' as const, values: kept.values };
    this.show({ photos: kept.photos, state, round: 1, isRestored: !kept.isWaiting });
    if (kept.isWaiting) void this.send(kept);
  }

  close(): void {
    this.save();
    this.isClosed = true;
    this.stop();
    for (const name of ['input', 'change', 'click'] as const) this.form.removeEventListener(name, this.later);
    this.form.removeEventListener('submit', this.submit, true);
    window.removeEventListener('pagehide', this.save);
    window.removeEventListener('online', this.tryNow);
    document.removeEventListener('visibilitychange', this.tryNow);
  }

  readonly tryNow = (): void => this.wake?.();

  /** Takes a visit that waits back into the form. */
  edit(): void {
    this.stop();
    void this.keep(false);
    this.show({ sending: { name: 'form' } });
  }

  startAnew(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    void forgetVisit(this.options.name);
    this.key = newKey();
    this.show({ photos: [], state: { status: 'idle' }, round: this.view.round + 1, isRestored: false });
  }

  async addPhotos(item: string | null, files: readonly File[]): Promise<void> {
    for (const file of files) {
      const content = await shrinkPhoto(file);
      const id = Math.max(momentNow(), (this.view.photos.at(-1)?.id ?? 0) + 1);
      const photo: KeptPhoto = { id, item, name: content.name, content, serverId: null, token: null };
      this.show({ photos: [...this.view.photos, photo] });
    }
    await this.keep(false);
  }

  removePhoto(id: number): void {
    this.show({ photos: this.view.photos.filter((photo) => photo.id !== id) });
    void this.keep(false);
  }

  private show(change: Partial<KeeperView>): void {
    this.view = { ...this.view, ...change };
    if (!this.isClosed) this.options.onChange(this.view);
  }

  private stop(): void {
    this.controller?.abort();
    this.controller = null;
    this.wake?.();
  }

  private current(isWaiting: boolean): KeptVisit {
    const { name, userId, body, bodyName, corrects } = this.options;
    // photos of the visit that is corrected, which the server has already
    const tokens = new FormData(this.form).getAll('photos[]').map(String);
    return {
      name,
      userId,
      key: this.key,
      body,
      bodyName,
      path: `${location.pathname}${location.search}`,
      values: { ...typedValues(this.form), body: [body], corrects: [corrects], 'photos[]': tokens },
      photos: this.view.photos,
      isWaiting,
      savedAt: momentNow(),
    };
  }

  private async keep(isWaiting: boolean): Promise<KeptVisit> {
    const visit = this.current(isWaiting);
    const isKept = await keepVisit(visit);
    if (isKept !== this.view.isKept) this.show({ isKept });
    return visit;
  }

  private readonly later = (): void => {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(this.save, PAUSE_MS);
  };

  private readonly save = (): void => {
    if (this.timer === null) return;
    clearTimeout(this.timer);
    this.timer = null;
    if (this.view.sending.name === 'form') void this.keep(false);
  };

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    if (this.view.sending.name !== 'form') return;
    const { values } = this.current(true);
    const fieldErrors = problemsOf(values, this.options.items, this.options.corrects !== '');
    if (Object.keys(fieldErrors).length > 0) {
      this.refuse({ status: 'error', message: VISIT_FORM.refused, fieldErrors, values });
      void this.keep(false);
      return;
    }
    this.show({ sending: { name: 'sending', photo: null } });
    void this.keep(true).then((visit) => this.send(visit));
  };

  private refuse(error: FormError): void {
    this.show({ sending: { name: 'form' }, state: error, round: this.view.round + 1, isRestored: false });
  }

  private async send(first: KeptVisit): Promise<void> {
    if (this.controller !== null || this.isClosed) return;
    const controller = (this.controller = new AbortController());
    const { signal } = controller;
    let visit = first;
    let failures = 0;
    while (!signal.aborted) {
      this.show({ sending: { name: 'sending', photo: null } });
      const answer = await sendVisit(visit, {
        signal,
        onPhoto: (index, total) => this.show({ sending: { name: 'sending', photo: [index, total] } }),
        photoFailed: VISIT_FORM.photoFailed,
      });
      if (signal.aborted) return;
      if (answer.status === 'recorded') {
        this.show({ sending: { name: 'recorded', href: answer.href, label: answer.label } });
        location.replace(answer.href);
        return;
      }
      const left = await findKeptVisit(this.options.name);
      if (left !== null) this.show({ photos: left.photos });
      if (answer.status === 'refused') {
        this.controller = null;
        this.refuse(answer.error);
        return;
      }
      this.show({ sending: { name: answer.status === 'broken' ? 'kept' : 'signed_out' } });
      visit = left ?? visit;
      // the line is back, or somebody pressed the button: the next break is waited out from the beginning
      const isWoken = await this.wait(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures));
      failures = isWoken ? 0 : failures + 1;
    }
  }

  /** @returns whether it was woken before the time was over */
  private wait(milliseconds: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (isWoken: boolean) => {
        clearTimeout(timer);
        this.wake = null;
        resolve(isWoken);
      };
      const timer = setTimeout(() => end(false), milliseconds);
      this.wake = () => end(true);
    });
  }
}
