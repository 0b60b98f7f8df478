import { formatDecimal, formatPercentValue, formatSigned } from '@/lib/format/numbers';

export interface ChangeCellProps {
  before: number | null;
  after: number | null;
  /** `ratio` is shown in percent. */
  as: 'ratio' | 'index' | 'count' | 'pace';
}

const SHOWN: Record<ChangeCellProps['as'], { readonly scale: number; readonly digits: number }> = {
  ratio: { scale: 100, digits: 1 },
  index: { scale: 1, digits: 2 },
  count: { scale: 1, digits: 0 },
  pace: { scale: 1, digits: 1 },
};

/** A figure on two days: the old one faint, the new one strong, then the change. No data stays no data. */
export function ChangeCell({ before, after, as }: ChangeCellProps) {
  const { scale, digits } = SHOWN[as];
  const text = (value: number | null) => {
    if (value === null) return '–';
    return as === 'ratio' ? formatPercentValue(value) : formatDecimal(value, digits);
  };
  return (
    <td className="n chg">
      <span className="faint">{text(before)}</span> <b>{text(after)}</b>{' '}
      <small>
        {before === null || after === null ? (
          ''
        ) : (
          <bdi className="ltr">{formatSigned((after - before) * scale, digits)}</bdi>
        )}
      </small>
    </td>
  );
}
