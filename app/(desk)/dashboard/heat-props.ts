import type { HeatTableProps } from '@/components/dashboard/heat-table';
import { bodyHref } from '@/components/dashboard/links';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { HeatMap } from '@/lib/services/heat-map';

/** A heat map of the services as the table draws it. */
export function heatTableProps(
  map: HeatMap,
  tracks: readonly { readonly code: string; readonly shortTitle: string }[],
  linkDay: CivilDate | null,
): HeatTableProps {
  return {
    tracks: map.tracks.map(({ track, milestones }) => ({
      code: track.code,
      title: track.title,
      shortTitle: tracks.find(({ code }) => code === track.code)?.shortTitle ?? track.title,
      milestones: milestones.map(({ code, position, title, shortTitle, baselineDueOn, isDue }) => ({
        code,
        position,
        title,
        shortTitle,
        dueOn: baselineDueOn,
        isDue,
      })),
    })),
    rows: map.rows.map(({ body, consequence, cells }) => ({
      code: body.code,
      name: body.name,
      href: bodyHref(body.code, linkDay),
      consequence,
      cells,
    })),
  };
}
