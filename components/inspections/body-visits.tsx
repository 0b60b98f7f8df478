import { Section } from '@/components/ui/section';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { BODY_VISITS, INSPECTIONS, visitName } from '@/lib/messages/inspections';
import { VisitVerdict } from './visits-table';

export interface BodyVisitsProps {
  /** The newest first; null: nothing to show. */
  rows:
    | readonly {
        readonly id: number;
        readonly number: number;
        readonly year: number;
        readonly visitedOn: CivilDate;
        readonly isReal: boolean;
        readonly isAnnounced: boolean;
        readonly percent: number;
      }[]
    | null;
  /** Where the reader may record a visit. */
  newHref: string | null;
}

/** The visits to a body's desk, with the last score. */
export function BodyVisits({ rows, newHref }: BodyVisitsProps) {
  if (rows === null) return null;
  const [last] = rows;
  return (
    <Section
      id="visits"
      title={BODY_VISITS.title}
      take={last === undefined ? BODY_VISITS.none : BODY_VISITS.last(INSPECTIONS.percent(last.percent), last.isReal)}
    >
      {rows.length > 0 && (
        <ul className="list">
          {rows.map((row) => (
            <li key={row.id}>
              <a href={`/inspections/${row.id}`}>{BODY_VISITS.row(visitName(row.number, row.year), row.visitedOn)}</a>{' '}
              <small>
                {row.isAnnounced ? INSPECTIONS.announced : INSPECTIONS.unannounced} · {INSPECTIONS.percent(row.percent)}
              </small>{' '}
              <VisitVerdict isReal={row.isReal} line />
            </li>
          ))}
        </ul>
      )}
      {newHref !== null && (
        <p className="no-print">
          <a className="btn sm" href={newHref}>
            {BODY_VISITS.newVisit}
          </a>
        </p>
      )}
    </Section>
  );
}
