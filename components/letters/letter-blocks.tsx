import { letterBlocks } from '@/lib/domain/letters';

/** A text of the office as it is read: paragraphs and numbered points. */
export function LetterBlocks({ text, pointsClass }: { text: string; pointsClass?: string }) {
  return letterBlocks(text).map((block) =>
    block.kind === 'paragraph' ? (
      <p key={block.text}>{block.text}</p>
    ) : (
      <ol className={pointsClass} key={block.items.join('\n')}>
        {block.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ol>
    ),
  );
}
