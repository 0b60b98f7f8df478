import { Table } from '@/components/ui/table';
import type { InspectionScore } from '@/lib/domain/inspections';
import type { InspectionGrade } from '@/lib/domain/vocabulary';
import { GRADE_LABELS, INSPECTIONS, VISIT_PAGE } from '@/lib/messages/inspections';

export interface VisitScoresProps {
  caption: string;
  scores: readonly {
    readonly code: string;
    readonly title: string;
    readonly grade: InspectionGrade;
    readonly points: number;
    readonly maxPoints: number;
    readonly isCritical: boolean;
    readonly remark: string | null;
  }[];
  score: InspectionScore;
}

/** What was found item by item, and the sum. */
export function VisitScores({ caption, scores, score }: VisitScoresProps) {
  return (
    <Table caption={caption} className="visit-table">
      <thead>
        <tr>
          <th scope="col">{VISIT_PAGE.item}</th>
          <th scope="col">{VISIT_PAGE.grade}</th>
          <th scope="col">{VISIT_PAGE.points}</th>
          <th scope="col">{VISIT_PAGE.remark}</th>
        </tr>
      </thead>
      <tbody>
        {scores.map((item) => (
          <tr key={item.code}>
            <th scope="row">
              {item.title}
              {item.isCritical && <small>{VISIT_PAGE.critical}</small>}
            </th>
            <td className="nowrap">{item.grade === 'poor' ? <b>{GRADE_LABELS.poor}</b> : GRADE_LABELS[item.grade]}</td>
            <td className="nowrap">
              {item.grade === 'not_applicable' ? (
                <span className="faint">–</span>
              ) : (
                INSPECTIONS.scoreOf(item.points, item.maxPoints)
              )}
            </td>
            <td className="visit-remark">{item.remark}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{VISIT_PAGE.total}</th>
          <td>{score.share === null ? '–' : INSPECTIONS.percent(score.share * 100)}</td>
          <td className="nowrap">{INSPECTIONS.scoreOf(score.points, score.maxPoints)}</td>
          <td />
        </tr>
      </tfoot>
    </Table>
  );
}
