import { HistoryFilter } from '@/components/bodies/history-filter';
import { HistoryList } from '@/components/bodies/history-list';
import { addressDay } from '@/components/dashboard/links';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { BodyFile, HistoryParams } from '@/lib/services/body-file';
import { historyItems, stepChoices } from './body-items';

/** The history of a body with what narrows it; its pages and filters stand in the address. */
export function BodyHistory({
  file,
  path,
  asOf,
  asked,
  readsLetters,
}: {
  file: BodyFile;
  path: string;
  /** Null for today. */
  asOf: CivilDate | null;
  asked: HistoryParams & { readonly programme?: string | null };
  /** Letters lead to their page, else to the paper itself. */
  readsLetters: boolean;
}) {
  const { card, olderBefore } = file;
  const { group = null, milestoneCode = null, programme = null } = asked;
  const hrefOf = (change: { kind?: string | null; step?: string | null; before?: number | null }) => {
    const parts = { asOf: asOf && addressDay(asOf), programme, ...change };
    const query = new URLSearchParams(
      Object.entries(parts).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
    ).toString();
    return `${path}${query === '' ? '' : `?${query}`}#history`;
  };
  const filters = { kind: group, step: milestoneCode };
  return (
    <HistoryList
      items={historyItems(file, card.scope, readsLetters)}
      asOf={card.scope.asOf}
      olderHref={olderBefore === null ? null : hrefOf({ ...filters, before: olderBefore })}
      newestHref={asked.before ? hrefOf(filters) : null}
      isFiltered={group !== null || milestoneCode !== null}
      filter={
        <HistoryFilter
          path={path}
          asOf={asOf}
          programme={programme}
          group={group}
          step={milestoneCode}
          steps={stepChoices(card)}
          wholeHref={hrefOf({})}
        />
      }
    />
  );
}
