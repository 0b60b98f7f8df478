import { Table } from '@/components/ui/table';
import type { ItemResult } from '@/lib/domain/survey';
import { formatInteger, wholePercent } from '@/lib/format/numbers';
import { ANSWER_LABELS, SURVEY, surveyNumber } from '@/lib/messages/survey';

/** Every item with the share of each answer: a bar, and the numbers behind it. */
export function ItemShares({ items }: { items: readonly ItemResult[] }) {
  return (
    <Table caption={SURVEY.items}>
      <thead>
        <tr>
          <th scope="col">{SURVEY.item}</th>
          <th scope="col">
            <span className="vh">{SURVEY.shares}</span>
          </th>
          {ANSWER_LABELS.map((label) => (
            <th key={label} scope="col" className="n">
              {label}
            </th>
          ))}
          <th scope="col" className="n">
            {SURVEY.answered}
          </th>
          <th scope="col" className="n">
            {SURVEY.score}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ item, counts, answered, score }) => (
          <tr key={item.code} data-item={item.code}>
            <th scope="row">
              {item.text}
              <small>
                {item.axisTitle}
                {item.isReversed && `، ${SURVEY.reversed}`}
              </small>
            </th>
            <td>
              {answered > 0 && (
                <span className={item.isReversed ? 'sv-shares sv-reversed' : 'sv-shares'} aria-hidden="true">
                  {counts.map(
                    (count, index) =>
                      count > 0 && (
                        <i
                          key={index}
                          className={`sv-a${index + 1}`}
                          style={{ inlineSize: `${(count / answered) * 100}%` }}
                        />
                      ),
                  )}
                </span>
              )}
            </td>
            {counts.map((count, index) => (
              <td key={index} className="n">
                {answered === 0 ? (
                  <span className="faint">–</span>
                ) : (
                  `${formatInteger(wholePercent(count / answered))}٪`
                )}
              </td>
            ))}
            <td className="n">{formatInteger(answered)}</td>
            <td className="n">{score === null ? <span className="faint">–</span> : <b>{surveyNumber(score)}</b>}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
