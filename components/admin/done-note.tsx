import { Note } from '@/components/ui/note';

/** What has just happened, as the address says it after a form went through; words that are not known are not shown. */
export function DoneNote({ done, words }: { done: string | null; words: Readonly<Record<string, string>> }) {
  const sentence = done === null ? undefined : words[done];
  if (sentence === undefined) return null;
  return (
    <Note tone="ok" role="status" className="done-note">
      {sentence}
    </Note>
  );
}
