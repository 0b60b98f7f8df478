import { LinkedCount } from '@/components/ui/count-link';
import { Table } from '@/components/ui/table';
import type { ReviewerPace, WaitingBandKey, WeekPace } from '@/lib/domain/review-pace';
import { formatInteger } from '@/lib/format/numbers';
import { PACE } from '@/lib/messages/review-pace';
import { QUEUE } from '@/lib/messages/review-queue';

const width = (part: number, whole: number) => ({ inlineSize: `${whole === 0 ? 0 : (part / whole) * 100}%` });

export function WaitingTable({
  bands,
  total,
  hrefOf,
}: {
  bands: readonly { readonly key: WaitingBandKey; readonly count: number }[];
  total: number;
  hrefOf: (band: WaitingBandKey) => string;
}) {
  const most = Math.max(...bands.map(({ count }) => count), 1);
  return (
    <Table caption={PACE.waitingTitle}>
      <thead>
        <tr>
          <th scope="col">{PACE.band}</th>
          <th scope="col" className="n">
            {PACE.claims}
          </th>
          <th scope="col" className="pace-bar-col">
            {PACE.share}
          </th>
        </tr>
      </thead>
      <tbody>
        {bands.map(({ key, count }) => (
          <tr key={key}>
            <th scope="row">{QUEUE.bands[key]}</th>
            <td className="n">
              <LinkedCount count={count} of="claims" href={hrefOf(key)} />
            </td>
            <td>
              <span className="pace-bar">
                <i className="f-awaiting" style={{ inlineSize: `calc((100% - 4.5rem) * ${count / most})` }} />
                <span>{total === 0 ? '' : `${formatInteger((count / total) * 100)} درصد`}</span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

export type DecisionsHref = (
  week: Pick<WeekPace, 'startOn' | 'endOn'>,
  kind: 'decided' | 'verify' | 'return' | 'undo',
  reviewer?: string,
) => string;

export function WeeksTable({ weeks, hrefOf }: { weeks: readonly WeekPace[]; hrefOf: DecisionsHref }) {
  const most = Math.max(...weeks.map(({ decided }) => decided), 1);
  return (
    <Table caption={PACE.weeksTitle}>
      <thead>
        <tr>
          <th scope="col">{PACE.week}</th>
          <th scope="col" className="n">
            {PACE.decided}
          </th>
          <th scope="col" className="n">
            {PACE.verified}
          </th>
          <th scope="col" className="n">
            {PACE.returned}
          </th>
          <th scope="col" className="n">
            {PACE.undone}
          </th>
          <th scope="col" className="pace-bar-col">
            {PACE.bar}
          </th>
        </tr>
      </thead>
      <tbody>
        {[...weeks].reverse().map((week, index) => (
          <tr key={week.startOn}>
            <th scope="row">
              {PACE.weekOf(week.startOn, week.endOn)}
              {index === 0 && <small className="muted"> {PACE.runningWeek}</small>}
            </th>
            <td className="n">
              <LinkedCount count={week.decided} of="decisions" href={hrefOf(week, 'decided')} />
            </td>
            <td className="n">
              <LinkedCount count={week.verified} of="decisions" href={hrefOf(week, 'verify')} />
            </td>
            <td className="n">
              <LinkedCount count={week.returned} of="decisions" href={hrefOf(week, 'return')} />
            </td>
            <td className="n">
              <LinkedCount count={week.undone} of="decisions" href={hrefOf(week, 'undo')} />
            </td>
            <td>
              <span className="pace-bar" role="img" aria-label={PACE.barOf(week.verified, week.returned)}>
                <i className="f-complete" style={width(week.verified, most)} />
                <i className="f-late" style={width(week.returned, most)} />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

export function ReviewersTable({
  reviewers,
  weeks,
  hrefOf,
}: {
  reviewers: readonly ReviewerPace[];
  weeks: readonly WeekPace[];
  hrefOf: DecisionsHref;
}) {
  const first = weeks[0];
  const last = weeks.at(-1);
  if (!first || !last) return null;
  const whole = { startOn: first.startOn, endOn: last.endOn };
  return (
    <Table caption={PACE.reviewersTitle} className="pace-reviewers">
      <thead>
        <tr>
          <th scope="col">{PACE.reviewer}</th>
          <th scope="col" className="n">
            {PACE.decided}
          </th>
          <th scope="col" className="n">
            {PACE.returned}
          </th>
          <th scope="col" className="n">
            {PACE.undone}
          </th>
          {weeks.map(({ startOn, endOn }) => (
            <th scope="col" className="n wk" key={startOn}>
              {PACE.weekOf(startOn, endOn)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {reviewers.map((reviewer) => (
          <tr key={reviewer.key}>
            <th scope="row">{reviewer.name}</th>
            <td className="n">
              <LinkedCount count={reviewer.decided} of="decisions" href={hrefOf(whole, 'decided', reviewer.key)} />
            </td>
            <td className="n">
              <LinkedCount count={reviewer.returned} of="decisions" href={hrefOf(whole, 'return', reviewer.key)} />
            </td>
            <td className="n">
              <LinkedCount count={reviewer.undone} of="decisions" href={hrefOf(whole, 'undo', reviewer.key)} />
            </td>
            {weeks.map((week, index) => (
              <td className="n" key={week.startOn}>
                <LinkedCount
                  count={reviewer.byWeek[index] ?? 0}
                  of="decisions"
                  href={hrefOf(week, 'decided', reviewer.key)}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
