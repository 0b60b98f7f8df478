import { Change } from '@/components/indicators/figures-table';
import { Table } from '@/components/ui/table';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import {
  isLowerBetter,
  SURVEY_MEASURES,
  type SurveyChange,
  type SurveyMean,
  type SurveyMeasure,
} from '@/lib/domain/survey';
import { MEASURE_LABELS, SURVEY, surveyNumber } from '@/lib/messages/survey';

export interface MeasuresTableProps {
  measures: Readonly<
    Record<
      SurveyMeasure,
      { readonly mean: SurveyMean | null; readonly baseline: SurveyMean | null; readonly change: SurveyChange | null }
    >
  >;
  baselineMonth: JalaliMonth;
  isBaselineMonth: boolean;
}

/** A mean with the responses it rests on. */
export function SurveyMeanCell({ mean }: { mean: SurveyMean | null }) {
  return mean === null ? (
    <span className="faint small">{SURVEY.noData}</span>
  ) : (
    <>
      <b>{surveyNumber(mean.value)}</b>
      <small>{SURVEY.responsesOf(mean.responses)}</small>
    </>
  );
}

/** The measures of the survey, each beside the baseline month. */
export function MeasuresTable({ measures, baselineMonth, isBaselineMonth }: MeasuresTableProps) {
  return (
    <Table caption={SURVEY.measures} className="ind-table">
      <thead>
        <tr>
          <th scope="col">{SURVEY.measure}</th>
          <th scope="col" className="n">
            {SURVEY.mean}
          </th>
          <th scope="col">{SURVEY.change}</th>
          <th scope="col" className="n">
            {SURVEY.baseline(baselineMonth)}
          </th>
        </tr>
      </thead>
      <tbody>
        {SURVEY_MEASURES.map((measure) => (
          <tr key={measure} data-measure={measure}>
            <th scope="row">
              {MEASURE_LABELS[measure]}
              <small>
                {isLowerBetter(measure) ? `${SURVEY.units.share}، ${SURVEY.lowerBetter}` : SURVEY.units.score}
              </small>
            </th>
            <td className="n">
              <SurveyMeanCell mean={measures[measure].mean} />
            </td>
            <td>
              <Change change={measures[measure].change} isBaselineMonth={isBaselineMonth} />
            </td>
            <td className="n">
              <SurveyMeanCell mean={measures[measure].baseline} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
