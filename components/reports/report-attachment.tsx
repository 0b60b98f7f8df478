import type { EditionAttachmentBody, EditionDocument, StepMark } from '@/lib/domain/edition';
import { STEP_MARKS } from '@/lib/domain/edition';
import type { PairStatus } from '@/lib/domain/vocabulary';
import { formatInteger } from '@/lib/format/numbers';
import { paperWords } from '@/lib/messages/reports';
import { PAIR_STATUS_DRAWING_ORDER, PAIR_STATUS_LABELS } from '@/lib/messages/vocabulary';
import { StatusIcon, StepIcon, StepStrip } from './report-marks';
import { SectionTitle } from './report-summary';
import { bodyName, percent } from './report-text';

const STEP_LEGEND: readonly (readonly [StepMark, string])[] = [
  [STEP_MARKS.verified, paperWords.legendVerified],
  [STEP_MARKS.claimed, paperWords.legendClaimed],
  [STEP_MARKS.notDue, paperWords.legendNotDue],
  [STEP_MARKS.late, paperWords.legendLate],
  [STEP_MARKS.lateBlocked, paperWords.legendLateBlocked],
  [STEP_MARKS.blocked, paperWords.legendBlocked],
  [STEP_MARKS.governorate, paperWords.legendGovernorate],
  [STEP_MARKS.exempt, paperWords.legendExempt],
];

/** Only what occurs in this edition is explained. */
function Legend({ document }: { document: EditionDocument }) {
  const marks = new Set<string>();
  const statuses = new Set<PairStatus>();
  for (const group of document.attachment.groups) {
    for (const body of group.bodies) {
      for (const pair of body.tracks) {
        if (pair === null) continue;
        statuses.add(pair.status);
        for (const mark of pair.marks) marks.add(mark);
      }
    }
  }
  return (
    <p className="key k3">
      {STEP_LEGEND.filter(([mark]) => marks.has(mark)).map(([mark, label]) => (
        <span key={mark}>
          <StepIcon mark={mark} /> {label}
        </span>
      ))}
      <br />
      {PAIR_STATUS_DRAWING_ORDER.filter((status) => statuses.has(status)).map((status) => (
        <span key={status}>
          <StatusIcon status={status} /> {PAIR_STATUS_LABELS[status]}
        </span>
      ))}
      <span>{paperWords.legendNone}</span>
    </p>
  );
}

function BodyRow({ body, rank, document }: { body: EditionAttachmentBody; rank: number; document: EditionDocument }) {
  return (
    <tr>
      <td className="n">{formatInteger(rank)}</td>
      <th scope="row">{bodyName(body.name, document)}</th>
      <td>{body.district}</td>
      {body.tracks.flatMap((pair, index) => {
        const code = document.tracks[index]?.code ?? String(index);
        return [
          <td key={`${code} steps`} className="s">
            {pair === null ? <span className="no">—</span> : <StepStrip status={pair.status} marks={pair.marks} />}
          </td>,
          <td key={`${code} percent`} className="n">
            {pair === null ? '' : percent(pair.verified, 0)}
          </td>,
        ];
      })}
      <td className="n">{body.daysSilent === null ? '—' : formatInteger(body.daysSilent)}</td>
    </tr>
  );
}

/** Every body and every step on a few pages, one square a step. */
export function ReportAttachment({ document }: { document: EditionDocument }) {
  const { groups, sentence } = document.attachment;
  const columns = 4 + document.tracks.length * 2;
  let rank = 0;
  const bodies = groups.reduce((sum, group) => sum + group.bodies.length, 0);
  const pairs = groups.reduce(
    (sum, group) =>
      sum + group.bodies.reduce((own, body) => own + body.tracks.filter((pair) => pair !== null).length, 0),
    0,
  );
  return (
    <section className="pb">
      <SectionTitle number={paperWords.attachmentWord}>{paperWords.attachment}</SectionTitle>
      <p className="lead">
        {sentence} {document.droppedSuffix !== null && paperWords.suffixNote(document.droppedSuffix)}
      </p>
      <Legend document={document} />
      <table className="t att">
        <thead>
          <tr>
            <th rowSpan={2} scope="col">
              {paperWords.row}
            </th>
            <th rowSpan={2} scope="col" className="w">
              {paperWords.bodies}
            </th>
            <th rowSpan={2} scope="col" className="w">
              {paperWords.district}
            </th>
            {document.tracks.map((track) => (
              <th key={track.code} colSpan={2} scope="colgroup">
                {track.title}
              </th>
            ))}
            <th rowSpan={2} scope="col">
              {paperWords.days}
            </th>
          </tr>
          <tr>
            {document.tracks.flatMap((track) => [
              <th key={`${track.code} steps`} scope="col" className="sh">
                {paperWords.steps(track.milestones)}
              </th>,
              <th key={`${track.code} percent`} scope="col">
                {paperWords.percentSign}
              </th>,
            ])}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.category}>
            <tr className="gr">
              <th colSpan={columns} scope="rowgroup">
                {group.label} <span>{group.summary}</span>
              </th>
            </tr>
            {group.bodies.map((body) => {
              rank += 1;
              return <BodyRow key={body.code} body={body} rank={rank} document={document} />;
            })}
          </tbody>
        ))}
      </table>
      <p className="foot">{paperWords.attachmentEnd(bodies, pairs)}</p>
    </section>
  );
}
