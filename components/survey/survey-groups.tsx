import { SortedHeader, Table, type Sorting } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { Change } from '@/components/indicators/figures-table';
import {
  SURVEY_MEASURES,
  hasFewResponses,
  type SurveyChange,
  type SurveyMean,
  type SurveyMeasure,
} from '@/lib/domain/survey';
import { formatInteger } from '@/lib/format/numbers';
import { MEASURE_LABELS, SURVEY } from '@/lib/messages/survey';
import { SurveyMeanCell } from './measures-table';

export interface SurveyRow {
  readonly key: string;
  readonly label: string;
  readonly note: string;
  readonly href: string;
  readonly responses: number;
  readonly means: Readonly<Record<SurveyMeasure, SurveyMean | null>>;
  readonly change: SurveyChange | null;
  /** Where the reader may record papers; null for everybody else. */
  readonly recordHref: string | null;
}

export type SurveyColumn = 'name' | 'responses' | SurveyMeasure | 'change';

export interface SurveyGroupsProps {
  caption: string;
  head: string;
  rows: readonly SurveyRow[];
  isBaselineMonth: boolean;
  /** Single bodies, whose few responses are marked. */
  areBodies?: boolean;
  sorting?: Sorting<SurveyColumn>;
}

/** Groups of bodies, or bodies, each with its responses and means. */
export function SurveyGroups({ caption, head, rows, isBaselineMonth, areBodies = false, sorting }: SurveyGroupsProps) {
  const mayRecord = rows.some(({ recordHref }) => recordHref !== null);
  const sorted = sorting ? { sorting } : {};
  return (
    <Table caption={caption} className="ind-table">
      <thead>
        <tr>
          <SortedHeader {...sorted} name="name">
            {head}
          </SortedHeader>
          <SortedHeader {...sorted} name="responses" className="n">
            {SURVEY.responses}
          </SortedHeader>
          {SURVEY_MEASURES.map((measure) => (
            <SortedHeader key={measure} {...sorted} name={measure} className="n">
              {MEASURE_LABELS[measure]}
            </SortedHeader>
          ))}
          <SortedHeader {...sorted} name="change">
            {SURVEY.change}
          </SortedHeader>
          {mayRecord && (
            <th scope="col" className="no-print">
              <span className="vh">{SURVEY.record}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} data-key={row.key}>
            <th scope="row">
              <a href={row.href}>{row.label}</a>
              <small>{row.note}</small>
            </th>
            <td className="n">
              {row.responses === 0 ? <span className="faint">{formatInteger(0)}</span> : formatInteger(row.responses)}
              {areBodies && row.responses > 0 && hasFewResponses(row.responses) && (
                <small>
                  <Tag line>{SURVEY.few}</Tag>
                </small>
              )}
            </td>
            {SURVEY_MEASURES.map((measure) => (
              <td key={measure} className="n">
                <SurveyMeanCell mean={row.means[measure]} />
              </td>
            ))}
            <td>
              <Change change={row.change} isBaselineMonth={isBaselineMonth} />
            </td>
            {mayRecord && (
              <td className="no-print">{row.recordHref !== null && <a href={row.recordHref}>{SURVEY.record}</a>}</td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
