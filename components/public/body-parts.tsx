import { Icon } from '@/components/ui/icon';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import type { PublicRow, WithheldReason } from '@/lib/domain/public-data';
import type { IndicatorDirection } from '@/lib/domain/vocabulary';
import { formatDate, formatDayMonthYear, formatMonth } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { indicatorNumber, INDICATORS } from '@/lib/messages/indicators';
import { PUBLIC_PAGE } from '@/lib/messages/public';
import { WITHHELD_WORDS } from '@/lib/messages/public-data';
import { ShareBar, shareText } from './share-bar';

/** A track of a body: its share, then each step with what became of it. */
export function PublicTrack({
  track,
  steps,
}: {
  track: PublicRow<'body_tracks'>;
  steps: readonly PublicRow<'milestones'>[];
}) {
  const title = track.track_title ?? '';
  return (
    <Section
      id={`track-${track.track_code}`}
      title={`${title}: ${shareText(track.verified)}`}
      take={track.deadline !== null && PUBLIC_PAGE.until(formatDayMonthYear(track.deadline as CivilDate))}
    >
      <ShareBar verified={track.verified} planned={null} />
      <Table caption={`${PUBLIC_PAGE.steps}، ${title}`} className="pub-cards">
        <thead>
          <tr>
            <th scope="col">{PUBLIC_PAGE.step}</th>
            <th scope="col">{PUBLIC_PAGE.state}</th>
            <th scope="col" className="n">
              {PUBLIC_PAGE.verifiedOn}
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.milestone_code}>
              <th scope="row">
                {step.title}
                {step.actor === 'governorate' && <small>{PUBLIC_PAGE.ofGovernorate}</small>}
              </th>
              <td data-head={PUBLIC_PAGE.state}>
                {step.verified === true ? (
                  <span className="tag line complete">
                    <Icon name="complete" />
                    {PUBLIC_PAGE.stepVerified}
                  </span>
                ) : (
                  <span className="muted">{PUBLIC_PAGE.stepNot}</span>
                )}
              </td>
              <td className="n" data-head={step.verified_on === null ? undefined : PUBLIC_PAGE.verifiedOn}>
                {step.verified_on !== null && formatDate(step.verified_on as CivilDate)}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

/** Outcomes of a body; with the number of bodies where they are means over several. */
export function PublicOutcomes({
  rows,
  hasBodies = false,
}: {
  rows: readonly PublicRow<'outcomes'>[];
  hasBodies?: boolean;
}) {
  return (
    <Table caption={PUBLIC_PAGE.outcomes} className="pub-cards">
      <thead>
        <tr>
          <th scope="col">{PUBLIC_PAGE.measure}</th>
          <th scope="col">{PUBLIC_PAGE.month}</th>
          <th scope="col" className="n">
            {PUBLIC_PAGE.value}
          </th>
          <th scope="col" className="n">
            {PUBLIC_PAGE.count}
          </th>
          {hasBodies && (
            <th scope="col" className="n">
              {PUBLIC_PAGE.bodyCount}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.origin} ${row.measure} ${row.month}`}>
            <th scope="row">
              {row.title}
              <small>
                {row.unit}، {INDICATORS.directions[row.direction as IndicatorDirection]}
              </small>
            </th>
            <td data-head={PUBLIC_PAGE.month}>{formatMonth(row.month as JalaliMonth)}</td>
            {row.withheld === null ? (
              <>
                <td className="n" data-head={PUBLIC_PAGE.value}>
                  {row.value === null ? '–' : <bdi className="ltr">{indicatorNumber(row.value)}</bdi>}
                </td>
                <td className="n" data-head={PUBLIC_PAGE.count}>
                  {row.count === null ? '–' : formatInteger(row.count)}
                </td>
                {hasBodies && (
                  <td className="n" data-head={PUBLIC_PAGE.bodyCount}>
                    {formatInteger(row.bodies ?? 0)}
                  </td>
                )}
              </>
            ) : (
              <td colSpan={2} className="muted">
                {WITHHELD_WORDS[row.withheld as WithheldReason]}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
