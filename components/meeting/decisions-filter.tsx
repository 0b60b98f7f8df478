import { FilterSelect } from '@/components/ui/filter-select';
import { Icon } from '@/components/ui/icon';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { DECISION_STATES } from '@/lib/domain/decisions';
import { formatJalaliInput } from '@/lib/format/dates';
import { DECISION_STATE_LABELS, MEETING } from '@/lib/messages/meeting';
import { meetingHref, type MeetingAddress } from './links';

export interface DecisionsFilterProps {
  address: MeetingAddress;
  asOf: CivilDate;
  bodies: readonly { readonly code: string; readonly name: string }[];
  owners: readonly string[];
}

/** Search, filters and day of the list as one form without script, and the same list as a file. */
export function DecisionsFilter({ address, asOf, bodies, owners }: DecisionsFilterProps) {
  const exportHref = (format: string) => {
    const href = meetingHref('/meeting/export', address);
    return `${href}${href.includes('?') ? '&' : '?'}format=${format}`;
  };
  return (
    <form method="get" action="/meeting#decisions" className="decisions-filter">
      <label className="q">
        <span>{MEETING.searchLabel}</span>
        <input className="input" type="search" name="q" defaultValue={address.q ?? ''} autoComplete="off" />
      </label>
      <FilterSelect
        name="state"
        label={MEETING.state}
        value={address.state}
        options={DECISION_STATES.map((state) => [state, DECISION_STATE_LABELS[state]])}
      />
      <FilterSelect
        name="body"
        label={MEETING.body}
        value={address.body}
        options={bodies.map(({ code, name }) => [code, name])}
      />
      <FilterSelect
        name="owner"
        label={MEETING.owner}
        value={address.owner}
        options={owners.map((owner) => [owner, owner])}
      />
      <label>
        <span>{MEETING.asOf}</span>
        <input className="input" name="asOf" defaultValue={formatJalaliInput(asOf)} autoComplete="off" />
      </label>
      {address.programme && <input type="hidden" name="programme" value={address.programme} />}
      {address.sort && <input type="hidden" name="sort" value={address.sort} />}
      {address.order && <input type="hidden" name="order" value={address.order} />}
      <div className="row">
        <label className="check">
          <input type="checkbox" name="due" value="1" defaultChecked={address.due} />
          <span>{MEETING.dueOnly}</span>
        </label>
        <button className="btn primary" type="submit">
          <Icon name="search" />
          {MEETING.apply}
        </button>
        <a className="btn quiet" href={meetingHref('/meeting', { programme: address.programme }, '#decisions')}>
          {MEETING.clear}
        </a>
        <a className="btn quiet" href={exportHref('csv')} aria-label={MEETING.exportCsv}>
          <Icon name="download" />
          {MEETING.csv}
        </a>
        <a className="btn quiet" href={exportHref('xlsx')} aria-label={MEETING.exportXlsx}>
          <Icon name="download" />
          {MEETING.xlsx}
        </a>
      </div>
    </form>
  );
}
