import { Letterhead } from '@/components/reports/report-letter';
import { bodyName } from '@/components/reports/report-text';
import type { TelecomLetter } from '@/lib/domain/network';
import { formatDate } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { joinWords } from '@/lib/messages/common';
import { TELECOM_PAPER as W } from '@/lib/messages/network';
import { paperWords } from '@/lib/messages/reports';
import { PaperPage } from './paper-page';
import { TELECOM_PAGE, telecomCss } from './telecom-css';

const COLUMNS = [
  ['c-row', W.row],
  ['c-body', W.body],
  ['c-place', W.ruralDistrict],
  ['c-step', W.step],
  ['c-since', W.since],
  ['c-days', W.days],
  ['c-note', W.note],
  ['c-promised', W.promised],
] as const;
/** Columns of words begin at the edge, those of numbers stand in the middle. */
const NUMBERS: readonly string[] = ['c-row', 'c-since', 'c-days'];

function Rows({ letter }: { letter: TelecomLetter }) {
  return (
    <table className="t tl">
      <caption>{W.caption(letter.rows.length, letter.steps)}</caption>
      <thead>
        <tr>
          {COLUMNS.map(([name, head]) => (
            <th key={name} scope="col" className={NUMBERS.includes(name) ? name : `w ${name}`}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {letter.rows.map((row, index) => (
          <tr key={row.code}>
            <td className="n">{formatInteger(index + 1)}</td>
            <th scope="row">{bodyName(row.name, letter)}</th>
            <td>{row.ruralDistrict === null ? row.district : `${row.ruralDistrict} (${row.district})`}</td>
            <td>{joinWords(row.steps)}</td>
            <td className="n">{formatDate(row.sinceOn)}</td>
            <td className="n b">{formatInteger(row.days)}</td>
            <td>{row.note}</td>
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The list for the telecom as an official letter; number, date and signature are written by hand. */
export function TelecomSheet({ letter }: { letter: TelecomLetter }) {
  const foot = letter.sampleNote === null ? W.foot(letter.asOf) : `${W.foot(letter.asOf)}؛ ${letter.sampleNote}`;
  return (
    <PaperPage title={W.title} css={telecomCss([letter.office, foot])}>
      <section className={`letter mail ${TELECOM_PAGE}`} aria-labelledby="telecom">
        <Letterhead lines={letter.letterhead} office={letter.office} date="" attachment="" motto={letter.motto} />
        <p className="to">
          <b>{letter.recipient}</b>
        </p>
        <h1 className="subj" id="telecom">
          <b>{paperWords.subject}</b>
          <span>{letter.subject}</span>
        </h1>
        <p className="sal">{paperWords.salutation}</p>
        <p>{letter.opening}</p>
        {letter.rows.length > 0 && <Rows letter={letter} />}
        <div className="end">
          {letter.request !== null && <p>{letter.request}</p>}
          <div className="sign">
            <p>{paperWords.regards}</p>
            <p className="post">{letter.signatory}</p>
            <p className="box">{W.signHere}</p>
          </div>
        </div>
      </section>
    </PaperPage>
  );
}
