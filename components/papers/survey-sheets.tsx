import { groupByAxis, type SurveyItem } from '@/lib/domain/survey';
import { formatInteger } from '@/lib/format/numbers';
import { SURVEY_PAPER as W } from '@/lib/messages/survey';
import { editionWords } from '@/lib/messages/edition-text';
import { PaperPage } from './paper-page';
import { POSTER_A4_CSS, QUESTIONNAIRE_CSS } from './survey-css';

export interface SurveyPaperHead {
  readonly office: string;
  readonly bodyName: string;
  readonly isSample: boolean;
}

/** The questionnaire on one page: six titled groups, a box for each of the five answers. */
export function Questionnaire({
  office,
  bodyName,
  isSample,
  items,
}: SurveyPaperHead & { items: readonly SurveyItem[] }) {
  return (
    <PaperPage title={W.questionnaireTitle} css={QUESTIONNAIRE_CSS}>
      <section className="sheet" aria-labelledby="title">
        <header className="qh">
          <div>
            <p>{office}</p>
            <h1 id="title">{W.questionnaireTitle}</h1>
            <p className="b">{bodyName}</p>
          </div>
          <p className="m">
            {W.servedIn} <span />
          </p>
        </header>
        <p className="how">{W.how}</p>
        <table>
          <colgroup>
            <col className="n" />
            <col className="t" />
            {W.answers.map((answer) => (
              <col key={answer} className="a" />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th scope="col" className="t" colSpan={2}>
                {W.statement}
              </th>
              {W.answers.map((answer, index) => (
                <th key={answer} scope="col">
                  {answer}
                  <small>{formatInteger(index + 1)}</small>
                </th>
              ))}
            </tr>
          </thead>
          {groupByAxis(items).map(({ axis, title, items: own }) => (
            <tbody key={axis}>
              <tr className="g">
                <th scope="rowgroup" colSpan={2 + W.answers.length}>
                  {title}
                </th>
              </tr>
              {own.map((item) => (
                <tr key={item.code}>
                  <td className="n">{formatInteger(items.indexOf(item) + 1)}</td>
                  <th scope="row">{item.text}</th>
                  {W.answers.map((answer) => (
                    <td key={answer} className="a">
                      <span className="box" />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
        <footer className="qf">
          <span>{W.thanks}</span>
          {isSample && <b>{editionWords.sampleNote}</b>}
          <span>
            {W.typedIn} <span className="box" />
          </span>
        </footer>
      </section>
    </PaperPage>
  );
}

/** The poster for the counter, with a square code that leads to the questionnaire. */
export function SurveyPoster({
  paper: { office, bodyName, isSample },
  address,
  codeImage,
}: {
  paper: SurveyPaperHead;
  address: string;
  codeImage: string;
}) {
  return (
    <PaperPage title={W.posterTitle} css={POSTER_A4_CSS}>
      <section className="sheet" aria-labelledby="title">
        <p className="o">{office}</p>
        <p className="b">{bodyName}</p>
        <h1 id="title">{W.posterTitle}</h1>
        <img src={codeImage} alt={W.posterCode} />
        <p className="u">{address}</p>
        <ol>
          {W.posterSteps.map((step, index) => (
            <li key={step}>
              <span>{formatInteger(index + 1)}</span>
              {step}
            </li>
          ))}
        </ol>
        <p className="p">{W.posterPrivacy}</p>
        <p className="f">
          {W.posterOther}
          {isSample && (
            <>
              <br />
              <b>{editionWords.sampleNote}</b>
            </>
          )}
        </p>
      </section>
    </PaperPage>
  );
}
