import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Basis, BodyCategory, MilestoneActor } from '@/lib/domain/vocabulary';
import { formatDate } from '@/lib/format/dates';
import { formatDecimal, formatInteger } from '@/lib/format/numbers';
import { REFERENCE } from '@/lib/messages/admin-reference';
import { joinWords } from '@/lib/messages/common';
import { BODY_CATEGORY_LABELS, MILESTONE_ACTOR_LABELS } from '@/lib/messages/vocabulary';

export interface TrackRow {
  readonly code: string;
  readonly version: {
    readonly title: string;
    readonly startOn: CivilDate;
    readonly deadlineOn: CivilDate;
    readonly deadlineSource: string;
    readonly weightPoints: number;
  };
  readonly milestones: readonly MilestoneRow[];
}

export interface MilestoneRow {
  readonly code: string;
  readonly version: {
    readonly title: string;
    readonly weightPoints: number;
    readonly baselineDueOn: CivilDate;
    readonly actor: MilestoneActor;
    readonly basis: Basis;
  };
  readonly appliesTo: readonly { readonly category: BodyCategory; readonly publicOnly: boolean }[];
}

const points = (value: number) => (Number.isInteger(value) ? formatInteger(value) : formatDecimal(value, 1));

export function trackHref(programme: string, track: string): string {
  return `/admin/reference/tracks/${encodeURIComponent(programme)}/${encodeURIComponent(track)}`;
}

export function milestoneHref(programme: string, milestone: string): string {
  return `/admin/reference/milestones/${encodeURIComponent(programme)}/${encodeURIComponent(milestone)}`;
}

export function TracksTable({ programme, tracks }: { programme: string; tracks: readonly TrackRow[] }) {
  return (
    <Table caption={REFERENCE.tracksCaption}>
      <thead>
        <tr>
          <th scope="col" className="hide-s">
            {REFERENCE.code}
          </th>
          <th scope="col">{REFERENCE.track}</th>
          <th scope="col" className="hide-s">
            {REFERENCE.start}
          </th>
          <th scope="col">{REFERENCE.deadline}</th>
          <th scope="col" className="hide-s">
            {REFERENCE.source}
          </th>
          <th scope="col" className="n">
            {REFERENCE.weight}
          </th>
        </tr>
      </thead>
      <tbody>
        {tracks.map(({ code, version, milestones }) => (
          <tr key={code}>
            <td className="hide-s faint">{code}</td>
            <th scope="row">
              <a href={trackHref(programme, code)}>{version.title}</a>
              <small>{REFERENCE.milestones(milestones.length)}</small>
            </th>
            <td className="hide-s">{formatDate(version.startOn)}</td>
            <td>{formatDate(version.deadlineOn)}</td>
            <td className="hide-s">
              <bdi>{version.deadlineSource}</bdi>
            </td>
            <td className="n">{points(version.weightPoints)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function appliesText(rules: MilestoneRow['appliesTo']): string {
  return joinWords(
    rules.map(({ category, publicOnly }) =>
      publicOnly ? REFERENCE.publicOnly(BODY_CATEGORY_LABELS[category]) : BODY_CATEGORY_LABELS[category],
    ),
  );
}

/** The milestones of a track, each with where it comes from: the published text, or a proposal of the office. */
export function MilestonesTable({
  programme,
  title,
  milestones,
}: {
  programme: string;
  title: string;
  milestones: readonly MilestoneRow[];
}) {
  return (
    <Table caption={REFERENCE.milestonesOf(title)}>
      <thead>
        <tr>
          <th scope="col" className="hide-s">
            {REFERENCE.code}
          </th>
          <th scope="col">{REFERENCE.milestone}</th>
          <th scope="col" className="n hide-s">
            {REFERENCE.weight}
          </th>
          <th scope="col">{REFERENCE.due}</th>
          <th scope="col" className="hide-s">
            {REFERENCE.actor}
          </th>
          <th scope="col" className="hide-s">
            {REFERENCE.applies}
          </th>
          <th scope="col">{REFERENCE.origin}</th>
        </tr>
      </thead>
      <tbody>
        {milestones.map(({ code, version, appliesTo }) => (
          <tr key={code}>
            <td className="hide-s faint">{code}</td>
            <th scope="row" className="milestone-name">
              <a href={milestoneHref(programme, code)}>{version.title}</a>
            </th>
            <td className="n hide-s">{points(version.weightPoints)}</td>
            <td>{formatDate(version.baselineDueOn)}</td>
            <td className="hide-s">{MILESTONE_ACTOR_LABELS[version.actor]}</td>
            <td className="hide-s small muted applies">{appliesText(appliesTo)}</td>
            <td>
              <Tag tone={version.basis === 'source' ? 'ontrack' : 'plain'} line={version.basis !== 'source'}>
                {REFERENCE.origins[version.basis]}
              </Tag>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
