import { LISTS } from '@/lib/messages/lists';
import type { ListColumn, ListInput, ListItem } from './list';

/** The columns that lists have in common. */
export function commonColumns<Row extends ListItem>({ scope, trackName }: ListInput) {
  const districts = new Map(scope.reference.areas.map(({ code, name }) => [code, name]));
  const words = LISTS.columns;
  return {
    code: { name: 'code', heading: words.code, kind: 'text', value: ({ body }) => body.code },
    body: { name: 'body', heading: words.body, kind: 'body', value: ({ body }) => body.name },
    category: { name: 'category', heading: words.category, kind: 'category', value: ({ body }) => body.category },
    district: {
      name: 'district',
      heading: words.district,
      kind: 'text',
      value: ({ body }) => districts.get(body.districtCode) ?? body.districtCode,
    },
    track: {
      name: 'track',
      heading: words.track,
      kind: 'track',
      value: ({ track }) => (track === null ? null : trackName(track)),
    },
    step: {
      name: 'step',
      heading: words.step,
      kind: 'step',
      value: ({ track, milestone }) =>
        track === null || milestone === null ? null : LISTS.step(trackName(track), milestone),
    },
  } as const satisfies Record<string, ListColumn<Row>>;
}
