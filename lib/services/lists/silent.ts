import { LISTS } from '@/lib/messages/lists';
import { silentBodiesOf, type SilentBody } from '../silence';
import { commonColumns } from './columns';
import type { ListDefinition, ListItem } from './list';

interface SilentRow extends ListItem {
  readonly silent: SilentBody;
}

/** Bodies that have something open and said nothing, not even «بدون تغییر». Deadline and track do not narrow it. */
export const silentList: ListDefinition<SilentRow> = {
  rows: ({ scope }) =>
    silentBodiesOf(scope).map((silent) => ({
      key: silent.body.code,
      body: silent.body,
      track: null,
      milestone: null,
      eventId: null,
      silent,
    })),
  columns: (input) => {
    const common = commonColumns<SilentRow>(input);
    const words = LISTS.columns;
    return [
      common.body,
      { name: 'days', heading: words.silentDays, kind: 'days', value: ({ silent }) => silent.days },
      { name: 'last', heading: words.lastReport, kind: 'day', value: ({ silent }) => silent.lastReportOn },
      { name: 'phone', heading: words.phone, kind: 'text', value: ({ body }) => body.phone },
      common.category,
      common.district,
      common.code,
    ];
  },
};
