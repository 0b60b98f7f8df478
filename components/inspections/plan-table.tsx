import { Table } from '@/components/ui/table';
import type { CivilDate } from '@/lib/calendar/civil-date';
import {
  DAYS_TO_FULL_TIME,
  NARROW_MARGIN,
  NARROW_POINTS,
  POINTS_PER_RETURN,
  POINTS_PER_UNSEEN,
  RISK_LIMITS,
  RISK_PARTS,
  SATISFACTION_WANTED,
  type RiskPart,
  type RiskPartName,
} from '@/lib/domain/inspection-risk';
import { formatDecimal, formatInteger } from '@/lib/format/numbers';
import { PLAN, riskPartText } from '@/lib/messages/inspections';

export interface PlanRow {
  readonly code: string;
  readonly name: string;
  readonly place: string;
  readonly points: number;
  readonly parts: readonly RiskPart[];
  readonly lastVisit: { readonly id: number; readonly visitedOn: CivilDate; readonly isReal: boolean } | null;
  /** Where the reader may record a visit; null for everybody else. */
  readonly visitHref: string | null;
}

/** Of the sum, with a decimal where there is one. */
const pointsOf = (points: number) => (Number.isInteger(points) ? formatInteger(points) : formatDecimal(points, 1));

/** Desks in the order in which a visit is worth it, each with the parts of its risk in words. */
export function PlanTable({ caption, rows }: { caption: string; rows: readonly PlanRow[] }) {
  const mayRecord = rows.some(({ visitHref }) => visitHref !== null);
  return (
    <Table caption={caption} className="visit-table visit-cards">
      <thead>
        <tr>
          <th scope="col" className="plan-rank">
            {PLAN.rank}
          </th>
          <th scope="col">{PLAN.body}</th>
          <th scope="col" className="n">
            {PLAN.risk}
          </th>
          <th scope="col">{PLAN.why}</th>
          <th scope="col">{PLAN.lastVisit}</th>
          {mayRecord && (
            <th scope="col" className="no-print">
              <span className="vh">{PLAN.visit}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.code} data-body={row.code}>
            <td className="n plan-rank">{formatInteger(index + 1)}</td>
            <th scope="row">
              <a href={`/bodies/${encodeURIComponent(row.code)}`}>{row.name}</a>
              <small>{row.place}</small>
            </th>
            <td className="n">
              <b>{formatDecimal(row.points, 0)}</b>
            </td>
            <td className="plan-why">
              <ul>
                {row.parts.map((part) => (
                  <li key={part.name}>
                    {riskPartText(part)} <small className="inline">({pointsOf(part.points)})</small>
                  </li>
                ))}
              </ul>
            </td>
            <td className="nowrap">
              {row.lastVisit === null ? (
                <span className="faint">{PLAN.never}</span>
              ) : (
                <a href={`/inspections/${row.lastVisit.id}`}>
                  {PLAN.lastVisitText(row.lastVisit.visitedOn, row.lastVisit.isReal)}
                </a>
              )}
            </td>
            {mayRecord && (
              <td className="no-print">
                {row.visitHref !== null && (
                  <a className="btn sm" href={row.visitHref} aria-label={PLAN.visitOf(row.name)}>
                    {PLAN.visit}
                  </a>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** The parts of the risk with their limits and rules: what the order above rests on. */
export function RiskFormula({ silentAfterDays }: { silentAfterDays: number }) {
  const rules: Record<RiskPartName, string> = {
    time: PLAN.rules.time(DAYS_TO_FULL_TIME),
    unseen: PLAN.rules.unseen(POINTS_PER_UNSEEN),
    last_result: PLAN.rules.last_result(NARROW_POINTS, NARROW_MARGIN),
    returned: PLAN.rules.returned(POINTS_PER_RETURN),
    silence: PLAN.rules.silence(silentAfterDays),
    satisfaction: PLAN.rules.satisfaction(SATISFACTION_WANTED),
  };
  return (
    <Table caption={PLAN.formula} className="visit-table">
      <thead>
        <tr>
          <th scope="col">{PLAN.part}</th>
          <th scope="col" className="n">
            {PLAN.limit}
          </th>
          <th scope="col">{PLAN.rule}</th>
        </tr>
      </thead>
      <tbody>
        {RISK_PARTS.map((part) => (
          <tr key={part}>
            <th scope="row">{PLAN.partLabels[part]}</th>
            <td className="n">{formatInteger(RISK_LIMITS[part])}</td>
            <td className="plan-why">{rules[part]}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
