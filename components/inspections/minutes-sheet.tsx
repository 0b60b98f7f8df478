import { PaperPage } from '@/components/papers/paper-page';
import { cssString, FAMILY, fontFaces, PAPER_CSS } from '@/components/reports/report-css';
import { Letterhead } from '@/components/reports/report-letter';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { InspectionScore } from '@/lib/domain/inspections';
import type { InspectionGrade } from '@/lib/domain/vocabulary';
import { formatDate } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import {
  GRADE_LABELS,
  INSPECTIONS,
  verdictReasonText,
  VISIT_PAGE,
  VISIT_PAPER as W,
  visitName,
} from '@/lib/messages/inspections';
import { paperWords } from '@/lib/messages/reports';

export interface MinutesSheetProps {
  readonly inspection: {
    readonly year: number;
    readonly number: number;
    readonly visitedOn: CivilDate;
    readonly recordedOn: CivilDate;
    readonly isAnnounced: boolean;
    readonly isReal: boolean;
    readonly inspectorPost: string;
    readonly deskPost: string;
    readonly remark: string | null;
  };
  readonly body: { readonly name: string };
  readonly districtName: string;
  readonly score: InspectionScore;
  readonly scores: readonly {
    readonly code: string;
    readonly title: string;
    readonly grade: InspectionGrade;
    readonly points: number;
    readonly maxPoints: number;
    readonly isCritical: boolean;
    readonly remark: string | null;
  }[];
  readonly photoCount: number;
  readonly office: { readonly name: string; readonly letterhead: readonly string[] };
  readonly programmeTitle: string;
  /** Says that the data are a sample. */
  readonly sampleNote: string | null;
}

const EDGE = 'vertical-align:top;margin-top:1.6mm;border-top:.5pt solid #15181b;padding-top:2mm';

const minutesCss = (foot: string) => `${fontFaces()}${PAPER_CSS}
@page{size:A4;margin:16mm 21mm 25mm 17mm;
@bottom-right{content:${cssString(foot)};font:400 7.2pt/1.65 ${FAMILY};color:#3a4147;text-align:right;width:70%;${EDGE}}
@bottom-center{content:none}
@bottom-left{content:${cssString(`${paperWords.pageWords[0]} `)} counter(page,persian) ${cssString(` ${paperWords.pageWords[1]} `)} counter(pages,persian);font:500 8.4pt/1.65 ${FAMILY};text-align:left;width:30%;${EDGE}}}
.minutes .lh{margin-bottom:3mm}
.minutes h1{font:700 13.5pt/8mm ${FAMILY};color:var(--acc);margin-bottom:1mm}
.minutes .intro{text-align:justify;margin-bottom:2.5mm}
.minutes .verdict{font-size:11pt;line-height:6.6mm;margin-bottom:2.5mm;break-inside:avoid}
.minutes .verdict small{display:block;font-weight:400;font-size:8.8pt}
.minutes .t .w{width:auto}.minutes .c-grade{width:22mm}.minutes .c-points{width:22mm}.minutes .c-remark{width:48mm}
.minutes .sig2 p{height:26mm}
.minutes .facts{font-size:9pt;line-height:5.4mm;margin-bottom:2mm}
`;

/** The minutes of a visit: letterhead, what was found item by item, and places for two signatures. One page, or two. */
export function MinutesSheet(minutes: MinutesSheetProps) {
  const { inspection, body, districtName, score, scores, photoCount, office, programmeTitle, sampleNote } = minutes;
  const name = visitName(inspection.number, inspection.year);
  const titleOf = (code: string) => scores.find((each) => each.code === code)?.title ?? code;
  const foot = [W.number(name), programmeTitle, ...(sampleNote === null ? [] : [sampleNote])].join('؛ ');
  return (
    <PaperPage title={W.title(name, body.name)} css={minutesCss(foot)}>
      <section className="minutes" aria-labelledby="minutes">
        <Letterhead
          lines={office.letterhead}
          office={office.name}
          date={formatDate(inspection.recordedOn)}
          attachment={photoCount > 0 ? VISIT_PAGE.photoCount(photoCount) : ''}
        />
        <h1 id="minutes">{W.heading}</h1>
        <p className="intro">{W.intro(body.name, districtName, inspection.visitedOn, inspection.isAnnounced)}</p>
        <p className="verdict">
          {W.verdict(inspection.isReal)}
          {score.reasons.map((reason) => (
            <small key={reason.kind}>{verdictReasonText(reason, titleOf)}</small>
          ))}
        </p>
        <table className="t">
          <thead>
            <tr>
              <th scope="col">{W.row}</th>
              <th scope="col" className="w">
                {VISIT_PAGE.item}
              </th>
              <th scope="col" className="c-grade">
                {VISIT_PAGE.grade}
              </th>
              <th scope="col" className="c-points">
                {VISIT_PAGE.points}
              </th>
              <th scope="col" className="w c-remark">
                {VISIT_PAGE.remark}
              </th>
            </tr>
          </thead>
          <tbody>
            {scores.map((item, index) => (
              <tr key={item.code}>
                <td className="n">{formatInteger(index + 1)}</td>
                <th scope="row">
                  {item.title}
                  {item.isCritical && <span className="dl"> ({VISIT_PAGE.critical})</span>}
                </th>
                <td className="n">{GRADE_LABELS[item.grade]}</td>
                <td className="n">
                  {item.grade === 'not_applicable' ? '–' : INSPECTIONS.scoreOf(item.points, item.maxPoints)}
                </td>
                <td>{item.remark}</td>
              </tr>
            ))}
            <tr className="tot">
              <td />
              <th scope="row">{VISIT_PAGE.total}</th>
              <td className="n">{score.share === null ? '–' : INSPECTIONS.percent(score.share * 100)}</td>
              <td className="n">{INSPECTIONS.scoreOf(score.points, score.maxPoints)}</td>
              <td />
            </tr>
          </tbody>
        </table>
        {inspection.remark !== null && (
          <p className="facts">
            <b>{VISIT_PAGE.overallRemark}:</b> {inspection.remark}
          </p>
        )}
        <p className="facts">{VISIT_PAGE.photoCount(photoCount)}</p>
        <div className="sig2">
          <p>
            {W.inspector}
            <span>{inspection.inspectorPost}</span>
            <em>{W.signHere}</em>
          </p>
          <p>
            {W.desk}
            <span>{inspection.deskPost}</span>
            <em>{W.signHere}</em>
          </p>
        </div>
      </section>
    </PaperPage>
  );
}
