import { PaperPage } from '@/components/papers/paper-page';
import { Letterhead } from '@/components/reports/report-letter';
import type { LetterDocument } from '@/lib/domain/letters';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatDate } from '@/lib/format/dates';
import { formatDigits, formatInteger } from '@/lib/format/numbers';
import { LETTER_PAPER as W, letterName } from '@/lib/messages/letters';
import { paperWords } from '@/lib/messages/reports';
import { LetterBlocks } from './letter-blocks';
import { letterCss } from './letter-css';

export interface PrintedLetter {
  readonly document: LetterDocument;
  /** The secretariat's number, once there is one. */
  readonly registration: { readonly registryNumber: string; readonly registeredOn: CivilDate } | null;
}

/** More steps than this, and the letter is set closer. */
const WIDE_STEPS = 5;

function StepTable({ document: { steps } }: { document: LetterDocument }) {
  return (
    <table className="t ll">
      <thead>
        <tr>
          <th scope="col">{W.row}</th>
          <th scope="col" className="c-track">
            {W.track}
          </th>
          <th scope="col" className="w">
            {W.step}
          </th>
          <th scope="col" className="c-due">
            {W.due}
          </th>
          <th scope="col" className="c-days">
            {W.days}
          </th>
          <th scope="col" className="w c-standing">
            {W.standing}
          </th>
          <th scope="col" className="w c-evidence">
            {W.evidence}
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step, index) => (
          <tr key={`${step.trackName} ${step.code}`}>
            <td className="n">{formatInteger(index + 1)}</td>
            <td>
              {step.trackName} {formatInteger(step.position)}
            </td>
            <th scope="row">{step.title}</th>
            <td className="n">{formatDate(step.dueOn)}</td>
            <td className="n b">{formatInteger(step.daysLate)}</td>
            <td>{step.standing}</td>
            <td>{step.evidence}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Sheet({ document, name }: { document: LetterDocument; name: string }) {
  const id = `letter-${document.body.code}`;
  return (
    <section
      className={`letter mail ${name}${document.steps.length > WIDE_STEPS ? ' close' : ''}`}
      aria-labelledby={id}
    >
      {/* number, date and attachment are given by the secretariat: rules to write on */}
      <Letterhead lines={document.letterhead} office={document.office} date="" attachment="" />
      <p className="to">
        <b>{document.recipient}</b>
      </p>
      <h1 className="subj" id={id}>
        <b>{paperWords.subject}</b>
        <span>{document.subject}</span>
      </h1>
      <p className="sal">{paperWords.salutation}</p>
      <LetterBlocks text={document.opening} pointsClass="pts" />
      <StepTable document={document} />
      <LetterBlocks text={document.request} pointsClass="pts" />
      <div className="end">
        <div className="sign">
          <p>{paperWords.regards}</p>
          <p className="post">{document.signatory}</p>
          <p className="box">{W.signHere}</p>
        </div>
        {document.copies.length > 0 && (
          <div className="cc">
            <p>
              <b>{paperWords.copies}</b>
            </p>
            <ul>
              {document.copies.map((copy) => (
                <li key={copy}>{copy}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </section>
  );
}

function footOf({ document, registration }: PrintedLetter): string[] {
  const { number, year, asOf, sampleNote } = document;
  return [
    number === null ? W.draft : W.number(letterName(number, year)),
    ...(registration === null
      ? []
      : [W.registry(formatDigits(registration.registryNumber), formatDate(registration.registeredOn))]),
    sampleNote === null ? W.basis(asOf) : `${W.basis(asOf)}؛ ${sampleNote}`,
  ];
}

/** Letters as one HTML document of its own, without script: each begins on a page of its own. */
export function LetterSheets({ letters }: { letters: readonly PrintedLetter[] }) {
  const pages = letters.map((letter, index) => ({ letter, name: `letter-${index + 1}`, foot: footOf(letter) }));
  const [first] = letters;
  const title = letters.length === 1 && first ? W.title(first.document.recipient) : W.titles(letters.length);
  return (
    <PaperPage title={title} css={letterCss(pages)}>
      {letters.some(({ document }) => document.number === null) && (
        <div className="draft" aria-hidden="true">
          <span>{paperWords.draftMark}</span>
        </div>
      )}
      {pages.map(({ letter, name }) => (
        <Sheet key={name} document={letter.document} name={name} />
      ))}
    </PaperPage>
  );
}
