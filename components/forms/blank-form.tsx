import type { CivilDate } from '@/lib/calendar/civil-date';
import type { BodyCategory, EvidenceKind } from '@/lib/domain/vocabulary';
import { stepName } from '@/lib/messages/milestones';
import { FORM_WORDS as W } from '@/lib/messages/papers';
import { FORM_CSS } from './form-css';

export interface BlankFormSheet {
  readonly body: { readonly code: string; readonly name: string; readonly category: BodyCategory };
  readonly ruralDistrictName: string | null;
  readonly districtName: string | null;
  /** The square code as a `data:` address. */
  readonly codeImage: string;
  readonly steps: readonly {
    readonly trackName: string;
    readonly code: string;
    readonly position: number;
    readonly title: string;
    readonly evidenceText: string;
    readonly evidenceKinds: readonly EvidenceKind[];
    readonly state: string;
    readonly dueOn: CivilDate;
    readonly daysLate: number;
    readonly returnedReason: string | null;
  }[];
}

export interface BlankFormsProps {
  readonly printedOn: CivilDate;
  readonly office: string;
  readonly letterhead: readonly string[];
  readonly isSample: boolean;
  readonly sheets: readonly BlankFormSheet[];
}

/** More steps than this stand in one line each. */
const MOST_TALL_ROWS = 14;

/** Blank forms as one HTML document of its own: a page a body, no script. */
export function BlankForms({ sheets, ...head }: BlankFormsProps) {
  const [first] = sheets;
  const title = sheets.length === 1 && first ? W.title(first.body.name) : W.titles(sheets.length);
  return (
    <html lang="fa" dir="rtl">
      <head>
        <meta charSet="utf-8" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: FORM_CSS }} />
      </head>
      <body>
        <main>
          {sheets.map((sheet) => (
            <Sheet key={sheet.body.code} sheet={sheet} {...head} />
          ))}
        </main>
      </body>
    </html>
  );
}

function Sheet({ sheet, ...head }: Omit<BlankFormsProps, 'sheets'> & { sheet: BlankFormSheet }) {
  const { body, steps } = sheet;
  const chief = body.category === 'village_administration' ? W.head.village_administration : W.head.other;
  return (
    <section className={steps.length > MOST_TALL_ROWS ? 'sheet dense' : 'sheet'} aria-labelledby={`form-${body.code}`}>
      <Head sheet={sheet} {...head} />
      <h1 id={`form-${body.code}`}>{W.title(body.name)}</h1>
      <p className="place">
        {W.place(sheet.ruralDistrictName, sheet.districtName)}
        {head.isSample && `؛ ${W.sample}`}
      </p>
      <p className="how">{W.howTo}</p>
      {steps.length === 0 ? <p>{W.nothingOpen}</p> : <Steps steps={steps} />}
      <p className="unchanged">
        <span className="box" /> {W.unchanged}
      </p>
      <p className="remarks">{W.remarks}</p>
      <div className="foot">
        <p className="paper">
          <b>
            {W.paperNumber}: <span />
          </b>
          <b>
            {W.paperDate}: <span />
          </b>
        </p>
        <div className="sign">
          <p>
            {W.name} {chief}:
          </p>
          <p>
            {W.signature} {chief}:
          </p>
        </div>
        <p className="office-only">
          {W.received}
          <br />
          {W.scan}
        </p>
      </div>
    </section>
  );
}

function Head({ sheet, printedOn, office, letterhead }: Omit<BlankFormsProps, 'sheets'> & { sheet: BlankFormSheet }) {
  return (
    <header className="head">
      <p className="office">
        {letterhead.map((line) => (
          <span key={line}>
            {line}
            <br />
          </span>
        ))}
        <b>{office}</b>
      </p>
      <p className="name">{W.inTheName}</p>
      <div className="code">
        <dl>
          <dt>{W.code}</dt>
          <dd>
            <bdi dir="ltr">{sheet.body.code}</bdi>
          </dd>
          <dt>{W.printedOn}</dt>
          <dd>{W.day(printedOn)}</dd>
        </dl>
        <img src={sheet.codeImage} alt="" />
      </div>
    </header>
  );
}

function Steps({ steps }: { steps: BlankFormSheet['steps'] }) {
  const asksUrl = steps.some(({ evidenceKinds }) => evidenceKinds.includes('url'));
  return (
    <table>
      <thead>
        <tr>
          <th className="c-box">{W.done}</th>
          <th className="c-step">{W.step}</th>
          <th>{W.work}</th>
          <th className="c-due">{W.due}</th>
          <th className="c-letter">{asksUrl ? W.letterOrUrl : W.letter}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <tr key={`${step.trackName} ${step.code}`}>
            <td className="c-box">
              <span className="box" />
            </td>
            <td>{stepName(step.trackName, step.position)}</td>
            <td className="work">
              {step.title}
              <small>{step.returnedReason === null ? step.evidenceText : W.returned(step.returnedReason)}</small>
            </td>
            <td>
              {W.dueOn(step.dueOn)}
              {step.daysLate > 0 && <small className="late">{W.late(step.daysLate)}</small>}
              {step.state === 'blocked' && <small>{W.blocked}</small>}
            </td>
            <td>
              <span className="line" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
