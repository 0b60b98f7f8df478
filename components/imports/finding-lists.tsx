import { Section } from '@/components/ui/section';
import type { RowProblem, RowWarning } from '@/lib/domain/import-problem';
import { formatInteger } from '@/lib/format/numbers';
import { IMPORT_SCREEN } from '@/lib/messages/import-screen';
import { describeRowProblem, describeRowWarning } from '@/lib/messages/imports';

const MOST_SHOWN = 100;

function Findings({
  id,
  title,
  take,
  sentences,
}: {
  id: string;
  title: string;
  take: string;
  sentences: readonly string[];
}) {
  if (sentences.length === 0) return null;
  const rest = sentences.length - MOST_SHOWN;
  return (
    <Section id={id} title={title} take={take} aside={<span className="count">{formatInteger(sentences.length)}</span>}>
      <ul className="list">
        {sentences.slice(0, MOST_SHOWN).map((sentence, index) => (
          <li key={`${index} ${sentence}`}>{sentence}</li>
        ))}
      </ul>
      {rest > 0 && <p className="hint">{IMPORT_SCREEN.moreFindings(formatInteger(rest))}</p>}
    </Section>
  );
}

/** What is wrong, row by row. */
export function ProblemList({ problems }: { problems: readonly RowProblem[] }) {
  return (
    <Findings
      id="problems"
      title={IMPORT_SCREEN.problems}
      take={IMPORT_SCREEN.fixFirst}
      sentences={problems.map(describeRowProblem)}
    />
  );
}

/** What is taken in all the same. */
export function WarningList({ warnings }: { warnings: readonly RowWarning[] }) {
  return (
    <Findings
      id="warnings"
      title={IMPORT_SCREEN.warnings}
      take={IMPORT_SCREEN.warningsTake}
      sentences={warnings.map(describeRowWarning)}
    />
  );
}
