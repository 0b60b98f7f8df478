import { Icon } from '@/components/ui/icon';
import { SortableHeader, Table } from '@/components/ui/table';
import { INDICATORS, indicatorNumber } from '@/lib/messages/indicators';

interface ShownReading {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number;
  readonly source: 'body' | 'survey';
  readonly isFar: boolean;
  readonly reported: { readonly value: number; readonly note: string | null; readonly onBehalf: boolean } | null;
}

export interface IndicatorBodyRow {
  readonly code: string;
  readonly name: string;
  /** Kind of body and district. */
  readonly place: string;
  readonly reading: ShownReading | null;
  readonly before: ShownReading | null;
  /** Where the reader may report for the body; null for everybody else. */
  readonly recordHref: string | null;
}

export interface IndicatorBodiesProps {
  caption: string;
  rows: readonly IndicatorBodyRow[];
  sort: string;
  isDescending: boolean;
  sortHref: (column: 'name' | 'value' | 'before') => string;
}

/** The bodies behind the number of one indicator, with their readings. */
export function IndicatorBodies({ caption, rows, sort, isDescending, sortHref }: IndicatorBodiesProps) {
  const orderOf = (column: string) => (sort === column ? (isDescending ? 'descending' : 'ascending') : undefined);
  const mayRecord = rows.some(({ recordHref }) => recordHref !== null);
  return (
    <Table caption={caption} className="ind-table">
      <thead>
        <tr>
          <SortableHeader href={sortHref('name')} order={orderOf('name')}>
            {INDICATORS.body}
          </SortableHeader>
          <SortableHeader href={sortHref('value')} order={orderOf('value')} numeric>
            {INDICATORS.value}
          </SortableHeader>
          <th scope="col">{INDICATORS.numbers}</th>
          <SortableHeader href={sortHref('before')} order={orderOf('before')} numeric>
            {INDICATORS.before}
          </SortableHeader>
          <th scope="col">{INDICATORS.note}</th>
          {mayRecord && (
            <th scope="col" className="no-print">
              <span className="vh">{INDICATORS.record}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ code, name, place, reading, before, recordHref }) => (
          <tr key={code}>
            <th scope="row">
              <a href={`/bodies/${code}`}>{name}</a>
              <small>{place}</small>
            </th>
            <td className="n">
              {reading === null ? (
                <span className="faint small">{INDICATORS.noData}</span>
              ) : (
                <b>{indicatorNumber(reading.value)}</b>
              )}
            </td>
            <td>
              <Grounds reading={reading} />
            </td>
            <td className="n">{before === null ? <span className="faint">–</span> : indicatorNumber(before.value)}</td>
            <td>
              {reading?.reported?.note}
              {reading?.reported?.onBehalf && <small>{INDICATORS.onBehalf}</small>}
            </td>
            {mayRecord && (
              <td className="no-print">{recordHref !== null && <a href={recordHref}>{INDICATORS.record}</a>}</td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** What a value rests on: its fraction, or the answers of the survey with what the body itself said. */
function Grounds({ reading }: { reading: ShownReading | null }) {
  if (reading === null || reading.numerator === null || reading.denominator === null) {
    return <span className="faint">–</span>;
  }
  if (reading.source === 'body') return INDICATORS.fraction(reading.numerator, reading.denominator);
  return (
    <>
      {INDICATORS.fromSurvey(reading.denominator)}
      {reading.reported && <small>{INDICATORS.reportedBeside(reading.reported.value)}</small>}
      {reading.isFar && (
        <small className="ind-far">
          <Icon name="risk" /> {INDICATORS.farApart}
        </small>
      )}
    </>
  );
}
