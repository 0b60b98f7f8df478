import { LISTS } from '@/lib/messages/lists';
import { isReportingChoice, reportingWeekOf, type ReportingBody } from '../reporting-week';
import { commonColumns } from './columns';
import type { ListDefinition, ListItem } from './list';

interface ReportingRow extends ListItem {
  readonly week: ReportingBody;
}

/** Who was expected to report in the week of the as-of day, longest silence first. Deadline and track do not narrow it. */
export const reportingList: ListDefinition<ReportingRow> = {
  rows: ({ ctx, scope, query }) =>
    reportingWeekOf(ctx.db, scope)
      .bodies.filter((row) => isReportingChoice(row, query.report))
      .map((week) => ({
        key: week.body.code,
        body: week.body,
        track: null,
        milestone: null,
        eventId: null,
        week,
      })),
  columns: (input) => {
    const common = commonColumns<ReportingRow>(input);
    const words = LISTS.columns;
    return [
      common.body,
      { name: 'report', heading: words.weekReport, kind: 'text', value: ({ week }) => LISTS.outcomes[week.outcome] },
      {
        name: 'content',
        heading: words.weekContent,
        kind: 'text',
        value: ({ week }) =>
          week.first === null ? null : LISTS.contents[week.isCheckInOnly ? 'check_in' : 'progress'],
      },
      { name: 'on', heading: words.weekDay, kind: 'day', value: ({ week }) => week.first?.recordedOn ?? null },
      { name: 'at', heading: words.weekTime, kind: 'text', value: ({ week }) => week.first?.recordedTime ?? null },
      { name: 'days', heading: words.silentDays, kind: 'days', value: ({ week }) => week.silentDays },
      { name: 'last', heading: words.lastReport, kind: 'day', value: ({ week }) => week.lastReportOn },
      { name: 'phone', heading: words.phone, kind: 'text', value: ({ body }) => body.phone },
      common.category,
      common.district,
      common.code,
    ];
  },
};
