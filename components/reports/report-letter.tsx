import type { EditionDocument } from '@/lib/domain/edition';
import { formatDate } from '@/lib/format/dates';
import { paperWords } from '@/lib/messages/reports';

/** Head of an official letter. Its number is given by the secretariat, so the place for it stays empty. */
export function Letterhead({
  lines,
  office,
  date,
  attachment,
  motto = null,
}: {
  lines: readonly string[];
  office: string;
  date: string;
  attachment: string;
  /** The motto of the year, under everything else. */
  motto?: string | null;
}) {
  return (
    <header className="lh">
      <div className="lh-r">
        <span className="emblem" aria-hidden="true">
          <svg viewBox="0 0 100 100">
            <circle cx="50" cy="50" r="46" fill="none" stroke="#4b5258" strokeWidth="1.4" strokeDasharray="3 3" />
          </svg>
          <b>
            {paperWords.emblem[0]}
            <br />
            {paperWords.emblem[1]}
          </b>
        </span>
        <p>
          {lines.map((line) => (
            <span key={line}>
              {line}
              <br />
            </span>
          ))}
          <b>{office}</b>
        </p>
      </div>
      <p className="bsm">{paperWords.inTheName}</p>
      <dl className="lh-l">
        <div>
          <dt>{paperWords.letterNumber}</dt>
          <dd className="blank" />
        </div>
        <div>
          <dt>{paperWords.letterDate}</dt>
          <dd>{date}</dd>
        </div>
        <div>
          <dt>{paperWords.letterAttachment}</dt>
          <dd>{attachment}</dd>
        </div>
      </dl>
      {motto !== null && <p className="motto">{motto}</p>}
    </header>
  );
}

/** The covering letter: recipient by post, subject, greeting, numbered points, request, signature, copies. */
export function ReportLetter({ document }: { document: EditionDocument }) {
  const { header, letter } = document;
  return (
    <section className="letter">
      <Letterhead
        lines={header.letterhead}
        office={header.office}
        date={formatDate(header.issuedOn)}
        attachment={paperWords.hasAttachment}
        motto={header.motto ?? null}
      />
      <p className="to">
        {letter.recipient.split('\n').map((recipient) => (
          <b key={recipient}>{recipient}</b>
        ))}
      </p>
      <h1 className="subj">
        <b>{paperWords.subject}</b>
        <span>{letter.subject}</span>
      </h1>
      <p className="subj2">{letter.subjectDetail}</p>
      <p className="sal">{paperWords.salutation}</p>
      <p>{letter.opening}</p>
      <ol className="pts">
        {letter.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ol>
      {letter.request !== null && <p>{letter.request}</p>}
      <div className="sign">
        <p>{paperWords.regards}</p>
        <p className="post">{letter.signatory}</p>
        <p className="box">{paperWords.signHere}</p>
      </div>
      {letter.copies.length > 0 && (
        <div className="cc">
          <p>
            <b>{paperWords.copies}</b>
          </p>
          <ul>
            {letter.copies.map((copy) => (
              <li key={copy}>{copy}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
