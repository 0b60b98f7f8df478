/** What changed between the evidence of two claims of one milestone. */
export interface EvidenceChange<T> {
  /** In both. */
  readonly kept: readonly T[];
  /** Only in the later claim. */
  readonly added: readonly T[];
  /** Only in the earlier claim. */
  readonly gone: readonly T[];
}

/** Whether two pieces are the same thing: the same letter, the same address, the same content of a file. */
export interface ComparableEvidence {
  readonly contentKey: string;
}

/** Compares the pieces of two claims by content; the same file sent again under another name is kept, not added. */
export function compareEvidence<T extends ComparableEvidence>(
  earlier: readonly T[],
  later: readonly T[],
): EvidenceChange<T> {
  const before = new Set(earlier.map(({ contentKey }) => contentKey));
  const after = new Set(later.map(({ contentKey }) => contentKey));
  return {
    kept: later.filter(({ contentKey }) => before.has(contentKey)),
    added: later.filter(({ contentKey }) => !before.has(contentKey)),
    gone: earlier.filter(({ contentKey }) => !after.has(contentKey)),
  };
}
