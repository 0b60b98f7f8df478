import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { LetterDocument } from '@/lib/domain/letters';
import type { EventKind } from '@/lib/domain/vocabulary';
import { formatDate } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { LETTER_PAPER, LETTERS, weekdayDate } from '@/lib/messages/letters';
import { paperWords } from '@/lib/messages/reports';
import { EVENT_KIND_LABELS } from '@/lib/messages/vocabulary';
import { LetterBlocks } from './letter-blocks';

export interface LetterViewProps {
  letter: {
    readonly document: LetterDocument;
    readonly sha256: string;
    readonly reported: { readonly kind: EventKind; readonly recordedOn: CivilDate } | null;
  };
}

/** A letter on the screen: its facts, what came after it, and its text. */
export function LetterView({ letter: { document, reported, sha256 } }: LetterViewProps) {
  return (
    <div>
      <dl className="kv">
        <dt>{LETTERS.recipient}</dt>
        <dd>{document.recipient}</dd>
        <dt>{LETTERS.subject}</dt>
        <dd>{document.subject}</dd>
        <dt>{LETTERS.answerBy}</dt>
        <dd>{weekdayDate(document.answerBy)}</dd>
        <dt>{LETTERS.since}</dt>
        <dd>
          {reported === null
            ? LETTERS.noReportYet
            : LETTERS.reportedSince(EVENT_KIND_LABELS[reported.kind], formatDate(reported.recordedOn))}
        </dd>
        <dt>{LETTERS.fingerprint}</dt>
        <dd>
          <bdi dir="ltr">{sha256.slice(0, 8)}</bdi>
        </dd>
      </dl>
      <Section id="text" title={LETTERS.text}>
        <div className="letter-text">
          <LetterBlocks text={document.opening} />
          <Table caption={LETTERS.missing}>
            <thead>
              <tr>
                <th scope="col">{LETTER_PAPER.step}</th>
                <th scope="col">{LETTER_PAPER.due}</th>
                <th scope="col" className="n">
                  {LETTER_PAPER.days}
                </th>
                <th scope="col" className="hide-s">
                  {LETTER_PAPER.standing}
                </th>
                <th scope="col" className="hide-s">
                  {LETTER_PAPER.evidence}
                </th>
              </tr>
            </thead>
            <tbody>
              {document.steps.map((step) => (
                <tr key={`${step.trackName} ${step.code}`}>
                  <th scope="row">
                    {step.title}
                    <small>
                      {step.trackName} {formatInteger(step.position)}
                    </small>
                  </th>
                  <td>{formatDate(step.dueOn)}</td>
                  <td className="n">{formatInteger(step.daysLate)}</td>
                  <td className="hide-s">{step.standing}</td>
                  <td className="hide-s">{step.evidence}</td>
                </tr>
              ))}
            </tbody>
          </Table>
          <LetterBlocks text={document.request} />
          {document.copies.length > 0 && (
            <>
              <p>
                <b>{paperWords.copies}</b>
              </p>
              <ul>
                {document.copies.map((copy) => (
                  <li key={copy}>{copy}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      </Section>
    </div>
  );
}
