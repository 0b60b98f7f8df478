import { Note } from './note';

/** Why the page is not what its address asked for; nothing where it is. */
export function Problem({ sentence }: { sentence: string | null }) {
  if (sentence === null) return null;
  return (
    <Note tone="bad" role="alert">
      {sentence}
    </Note>
  );
}
