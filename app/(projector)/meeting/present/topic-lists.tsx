import { bodyHref } from '@/components/dashboard/links';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatDayMonth } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { DASHBOARD } from '@/lib/messages/dashboard';
import { PRESENT } from '@/lib/messages/present';
import { BLOCK_CAUSE_LABELS, TURN_LABELS } from '@/lib/messages/vocabulary';
import type { Dashboard } from '@/lib/services/dashboard';
import type { WaitingItem } from '@/lib/services/waiting';

/** Rows of a topic: what can be read from the end of a room. */
const SHOWN = 8;
const ROOMY = 6;

/** Few rows stand further apart. */
const tableClass = (rows: number) => (rows <= ROOMY ? 'p-table roomy' : 'p-table');

interface ListTopicProps {
  view: Dashboard;
  /** The as-of day where it is not today. */
  linkDay: CivilDate | null;
}

const shortOf = (view: Dashboard, code: string | undefined) =>
  view.tracks.find((track) => track.code === code)?.shortTitle ?? '';

function More({ shown, all }: { shown: number; all: number }) {
  return all > shown ? <p className="p-note">{PRESENT.andMore(all - shown)}</p> : null;
}

export function LateTopic({ view, linkDay }: ListTopicProps) {
  const rows = view.late.slice(0, SHOWN);
  return (
    <>
      <table className={tableClass(rows.length)}>
        <thead>
          <tr>
            <th scope="col">{PRESENT.days}</th>
            <th scope="col">{PRESENT.body}</th>
            <th scope="col">{PRESENT.steps}</th>
            <th scope="col" className="hide-s">
              {PRESENT.turn}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ body, track, daysLate, milestones }) => (
            <tr key={`${body.code}-${track.code}`}>
              <td className="big">{formatInteger(daysLate)}</td>
              <th scope="row">
                <a href={bodyHref(body.code, linkDay)}>{body.name}</a>
              </th>
              <td className="p-steps">
                {shortOf(view, track.code)} {milestones.map(({ position }) => formatInteger(position)).join('، ')}
              </td>
              <td className="hide-s">{[...new Set(milestones.map(({ turn }) => TURN_LABELS[turn]))].join('، ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More shown={rows.length} all={view.late.length} />
    </>
  );
}

function waitingWords(item: WaitingItem, view: Dashboard): string {
  const step =
    item.milestone === null
      ? ''
      : `${shortOf(view, item.track?.code)} ${formatInteger(item.milestone.position)}: ${item.milestone.shortTitle}`;
  return item.kind === 'extension' || item.kind === 'exemption' ? `${DASHBOARD.requestOf[item.kind]}، ${step}` : step;
}

export function WaitingTopic({ view, linkDay }: ListTopicProps) {
  const rows = view.waiting.decidable.slice(0, SHOWN);
  return (
    <>
      <table className={tableClass(rows.length)}>
        <thead>
          <tr>
            <th scope="col">{PRESENT.days}</th>
            <th scope="col">{PRESENT.body}</th>
            <th scope="col">{PRESENT.step}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((item) => (
            <tr key={`${item.kind}-${item.eventId ?? item.body.code}`}>
              <td className="big">{formatInteger(item.days)}</td>
              <th scope="row">
                <a href={bodyHref(item.body.code, linkDay)}>{item.body.name}</a>
              </th>
              <td>{waitingWords(item, view)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More shown={rows.length} all={view.waiting.decidable.length} />
    </>
  );
}

export function BlockersTopic({ view }: { view: Dashboard }) {
  const rows = view.blockers.slice(0, SHOWN);
  const greatest = rows[0]?.bodies ?? 1;
  return (
    <>
      <table className={tableClass(rows.length)}>
        <thead>
          <tr>
            <th scope="col">{PRESENT.cause}</th>
            <th scope="col" className="wide">
              {PRESENT.body}
            </th>
            <th scope="col">{PRESENT.turn}</th>
            <th scope="col" className="n hide-s">
              {PRESENT.oldest}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cause, bodies, turn, milestones }) => (
            <tr key={cause}>
              <th scope="row">{BLOCK_CAUSE_LABELS[cause]}</th>
              <td className="wide">
                <div className="p-bar">
                  <span className="bar k" style={{ inlineSize: `${(bodies / greatest) * 100}%` }} />
                  <b>{formatInteger(bodies)}</b>
                </div>
              </td>
              <td className={turn === 'governorate' ? 't-awaiting' : undefined}>{TURN_LABELS[turn]}</td>
              <td className="n hide-s">{DASHBOARD.days(milestones[0]?.days ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More shown={rows.length} all={view.blockers.length} />
    </>
  );
}

export function SilentTopic({ view, linkDay }: ListTopicProps) {
  const rows = view.silent.slice(0, SHOWN);
  return (
    <>
      <table className={tableClass(rows.length)}>
        <thead>
          <tr>
            <th scope="col">{PRESENT.days}</th>
            <th scope="col">{PRESENT.body}</th>
            <th scope="col">{PRESENT.lastReport}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ body, days, lastReportOn }) => (
            <tr key={body.code}>
              <td className="big">{formatInteger(days)}</td>
              <th scope="row">
                <a href={bodyHref(body.code, linkDay)}>{body.name}</a>
              </th>
              <td>{lastReportOn === null ? DASHBOARD.neverReported : formatDayMonth(lastReportOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More shown={rows.length} all={view.silent.length} />
    </>
  );
}
