import { MilestoneStateTag, PairStatusTag } from '@/components/status/status-tag';
import { Icon } from '@/components/ui/icon';
import { Section } from '@/components/ui/section';
import { daysBetween, type CivilDate } from '@/lib/calendar/civil-date';
import { daysLate, isOpen } from '@/lib/domain/status';
import type { MilestoneOnDay, PairFigures } from '@/lib/domain/figures';
import { formatDayMonth } from '@/lib/format/dates';
import { formatDecimal, formatDigits } from '@/lib/format/numbers';
import { BODIES } from '@/lib/messages/bodies';
import { dayNear } from '@/lib/messages/verdict';
import { BLOCK_CAUSE_LABELS, TURN_LABELS } from '@/lib/messages/vocabulary';
import { EvidenceLinks, type EvidenceLinkItem } from './evidence-links';

export interface MilestoneTableProps {
  figures: PairFigures;
  asOf: CivilDate;
  evidence: ReadonlyMap<number, readonly EvidenceLinkItem[]>;
  isRealDesk: boolean | null;
  /** Leads to the decision about a milestone; null for somebody who decides nothing. */
  decideHref: ((milestoneCode: string) => string) | null;
}

function Due({ item, asOf, deadlineOn }: { item: MilestoneOnDay; asOf: CivilDate; deadlineOn: CivilDate }) {
  const { effectiveDueOn, milestone } = item;
  const late = daysLate(item, asOf);
  const left = daysBetween(asOf, effectiveDueOn);
  return (
    <>
      {dayNear(effectiveDueOn, asOf)}
      {late > 0 && (
        <small className="lt">
          <Icon name="late" />
          {BODIES.daysLate(late)}
        </small>
      )}
      {isOpen(item) && left >= 0 && left <= 7 && <small className="rk">{BODIES.daysLeft(left)}</small>}
      {effectiveDueOn !== milestone.baselineDueOn && (
        <small>{BODIES.baseline(dayNear(milestone.baselineDueOn, asOf))}</small>
      )}
      {effectiveDueOn > deadlineOn && <small className="int">{BODIES.internalDue}</small>}
    </>
  );
}

function stateNote({ state }: MilestoneOnDay, asOf: CivilDate): string | null {
  if (state.state === 'verified' && state.verifiedOn) return formatDayMonth(state.verifiedOn);
  if (state.state === 'claimed' && state.claim) {
    const days = daysBetween(state.claim.recordedOn, asOf);
    return days === 0
      ? formatDayMonth(state.claim.recordedOn)
      : `${formatDayMonth(state.claim.recordedOn)}، ${formatDigits(days)} روز در انتظار`;
  }
  if (state.state === 'returned' && state.returned) return state.returned.reason;
  if (state.state === 'blocked' && state.blocker) {
    return `${BLOCK_CAUSE_LABELS[state.blocker.cause]}؛ نوبت ${TURN_LABELS[state.blocker.turn]}`;
  }
  if (state.state === 'in_progress' && state.lastRecordedOn) return formatDayMonth(state.lastRecordedOn);
  return null;
}

function MilestoneRow({ item, props }: { item: MilestoneOnDay; props: MilestoneTableProps }) {
  const { milestone, state } = item;
  const { asOf, evidence, decideHref, figures } = props;
  const note = stateNote(item, asOf);
  const documents = [state.claim?.eventId, state.verifiedEventId].flatMap((id) => (id ? (evidence.get(id) ?? []) : []));
  const isUnfinished = state.state !== 'verified' && state.state !== 'exempt';
  return (
    <tr className={daysLate(item, asOf) > 0 ? 'is-late' : undefined} id={milestone.code}>
      <td className="c1">{formatDigits(milestone.position)}</td>
      <th scope="row">
        {decideHref === null ? milestone.title : <a href={decideHref(milestone.code)}>{milestone.title}</a>}
        {isUnfinished && milestone.evidenceText !== '' && (
          <small>{BODIES.expectedEvidence(milestone.evidenceText)}</small>
        )}
        {milestone.basis === 'inference' && <small>{BODIES.proposal}</small>}
      </th>
      <td className="n faint">
        {formatDecimal(milestone.weightPoints, Number.isInteger(milestone.weightPoints) ? 0 : 1)}
      </td>
      <td className="du">
        <Due item={item} asOf={asOf} deadlineOn={figures.pair.track.deadlineOn} />
      </td>
      <td className="stt">
        <MilestoneStateTag state={state.state} actor={milestone.actor} />
        {note !== null && <small>{note}</small>}
      </td>
      <td className="ev">
        <EvidenceLinks items={documents} />
      </td>
    </tr>
  );
}

/** All milestones of a body in one track on the day, with due, state and documents. */
export function MilestoneTable(props: MilestoneTableProps) {
  const { figures, asOf, isRealDesk } = props;
  const { track } = figures.pair;
  const verified = figures.milestones.filter(({ state }) => state.state === 'verified').length;
  const counted = figures.milestones.filter(({ state }) => state.state !== 'exempt').length;
  return (
    <Section
      id={track.code}
      title={track.title}
      aside={
        <>
          <PairStatusTag line status={figures.status} />
          <span className="small faint">
            {BODIES.trackDates(dayNear(track.startOn, asOf), dayNear(track.deadlineOn, asOf))}
          </span>
          <span className="more faint">{BODIES.verifiedOf(verified, counted)}</span>
        </>
      }
      take={isRealDesk === null ? undefined : isRealDesk ? BODIES.real : BODIES.notReal}
    >
      <table className="table ms">
        <thead>
          <tr>
            <th className="c1" scope="col">
              <span className="vh">{BODIES.milestone}</span>
            </th>
            <th scope="col">{BODIES.milestone}</th>
            <th className="n" scope="col">
              {BODIES.weight}
            </th>
            <th scope="col">{BODIES.due}</th>
            <th scope="col">{BODIES.state}</th>
            <th scope="col">{BODIES.evidence}</th>
          </tr>
        </thead>
        <tbody>
          {figures.milestones.map((item) => (
            <MilestoneRow key={item.milestone.code} item={item} props={props} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}
