import { LISTS } from '@/lib/messages/lists';
import type { WaitingChoice } from '@/lib/domain/list-vocabulary';
import { waitingOf, type WaitingItem } from '../waiting';
import { commonColumns } from './columns';
import type { ListDefinition, ListItem } from './list';

interface WaitingRow extends ListItem {
  readonly item: WaitingItem;
}

function isOfKind({ kind }: WaitingItem, choice: WaitingChoice | null): boolean {
  if (choice === null) return true;
  if (choice === 'request') return kind === 'extension' || kind === 'exemption';
  return kind === choice;
}

/** What waits for the governorate, longest first: its own age, never the body's fault. */
export const waitingList: ListDefinition<WaitingRow> = {
  rows: ({ scope, query }) => {
    const { claims, ownSteps, requests, objections } = waitingOf(scope);
    return [...claims, ...ownSteps, ...requests, ...objections]
      .filter(
        (item) =>
          isOfKind(item, query.kind) &&
          (query.minDays === null || item.days >= query.minDays) &&
          (query.maxDays === null || item.days <= query.maxDays),
      )
      .sort((a, b) => b.days - a.days || (a.body.code < b.body.code ? -1 : 1))
      .map((item) => ({
        key: `${item.kind}-${item.eventId ?? `${item.body.code}-${item.milestone?.code ?? ''}`}`,
        body: item.body,
        track: item.track,
        milestone: item.milestone,
        eventId: item.eventId,
        item,
      }));
  },
  columns: (input) => {
    const common = commonColumns<WaitingRow>(input);
    const words = LISTS.columns;
    return [
      common.body,
      { name: 'kind', heading: words.waitingKind, kind: 'text', value: ({ item }) => LISTS.waiting[item.kind] },
      common.step,
      { name: 'since', heading: words.since, kind: 'day', value: ({ item }) => item.sinceOn },
      { name: 'days', heading: words.waitingDays, kind: 'days', value: ({ item }) => item.days },
      common.district,
      common.code,
    ];
  },
};
