import { addressDay } from '@/components/dashboard/links';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { HISTORY_GROUPS, type HistoryGroup } from '@/lib/domain/history-groups';
import { BODY_PAGE, HISTORY_GROUP_LABELS } from '@/lib/messages/body-page';

export interface HistoryFilterProps {
  path: string;
  asOf: CivilDate | null;
  programme: string | null;
  group: HistoryGroup | null;
  step: string | null;
  /** Milestones of the body by code, under the names the history uses. */
  steps: readonly { readonly code: string; readonly name: string }[];
  wholeHref: string;
}

/** Narrows the history to a kind of event or to one milestone; a form without script. */
export function HistoryFilter({ path, asOf, programme, group, step, steps, wholeHref }: HistoryFilterProps) {
  const name = steps.find(({ code }) => code === step)?.name;
  const parts = [group === null ? '' : HISTORY_GROUP_LABELS[group], name ?? ''].filter(Boolean);
  return (
    <>
      <form method="get" action={`${path}#history`} className="history-filter">
        <label>
          <span className="vh">{BODY_PAGE.historyKind}</span>
          <select key={group} className="input" name="kind" defaultValue={group ?? ''}>
            <option value="">{BODY_PAGE.everyKind}</option>
            {HISTORY_GROUPS.map((each) => (
              <option key={each} value={each}>
                {HISTORY_GROUP_LABELS[each]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="vh">{BODY_PAGE.historyStep}</span>
          <select key={step} className="input" name="step" defaultValue={step ?? ''}>
            <option value="">{BODY_PAGE.everyStep}</option>
            {steps.map((each) => (
              <option key={each.code} value={each.code}>
                {each.name}
              </option>
            ))}
          </select>
        </label>
        {asOf !== null && <input type="hidden" name="asOf" value={addressDay(asOf)} />}
        {programme !== null && <input type="hidden" name="programme" value={programme} />}
        <button className="btn sm" type="submit">
          {BODY_PAGE.historyShow}
        </button>
      </form>
      {parts.length > 0 && (
        <p className="small muted history-said">
          {BODY_PAGE.historyFiltered(parts)} <a href={wholeHref}>{BODY_PAGE.historyWhole}</a>
        </p>
      )}
    </>
  );
}
