/** A usual reason for sending a claim back, as a reviewer picks it and the liaison reads it. */
export interface ReturnReason {
  readonly text: string;
  /** Offered for claims of this track only; null = for all. */
  readonly trackCode: string | null;
}

export const MOST_RETURN_REASONS = 30;

/** One change of the list. `index` counts from 0 in the order shown. */
export type ReasonChange =
  | { readonly kind: 'add'; readonly reason: ReturnReason }
  | { readonly kind: 'replace'; readonly index: number; readonly reason: ReturnReason }
  | { readonly kind: 'remove'; readonly index: number }
  | { readonly kind: 'move'; readonly index: number; readonly by: -1 | 1 };

export type ReasonRefusal = 'no_such_reason' | 'already_there' | 'too_many' | 'last_one';

const isSame = (a: ReturnReason, b: ReturnReason) => a.text === b.text && a.trackCode === b.trackCode;

/** The list after a change, or why it cannot be made. Moving the first up or the last down leaves the list as it is. */
export function changeReasons(
  reasons: readonly ReturnReason[],
  change: ReasonChange,
):
  | { readonly ok: true; readonly reasons: readonly ReturnReason[] }
  | { readonly ok: false; readonly why: ReasonRefusal } {
  if (change.kind === 'add') {
    if (reasons.length >= MOST_RETURN_REASONS) return { ok: false, why: 'too_many' };
    if (reasons.some((known) => isSame(known, change.reason))) return { ok: false, why: 'already_there' };
    return { ok: true, reasons: [...reasons, change.reason] };
  }
  const { index } = change;
  const current = reasons[index];
  if (current === undefined) return { ok: false, why: 'no_such_reason' };
  switch (change.kind) {
    case 'replace': {
      const isTaken = reasons.some((known, at) => at !== index && isSame(known, change.reason));
      if (isTaken) return { ok: false, why: 'already_there' };
      return { ok: true, reasons: reasons.map((known, at) => (at === index ? change.reason : known)) };
    }
    case 'remove':
      if (reasons.length === 1) return { ok: false, why: 'last_one' };
      return { ok: true, reasons: reasons.filter((_, at) => at !== index) };
    case 'move': {
      const other = reasons[index + change.by];
      if (other === undefined) return { ok: true, reasons };
      const moved = [...reasons];
      moved[index] = other;
      moved[index + change.by] = current;
      return { ok: true, reasons: moved };
    }
  }
}

/** The reasons offered for a claim of a track: its own first, then those for all, each in the order of the list. */
export function reasonsForTrack(reasons: readonly ReturnReason[], trackCode: string | null): readonly ReturnReason[] {
  return [
    ...reasons.filter((reason) => reason.trackCode !== null && reason.trackCode === trackCode),
    ...reasons.filter((reason) => reason.trackCode === null),
  ];
}
