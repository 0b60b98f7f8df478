import { FilterSelect } from '@/components/ui/filter-select';
import type { ReactNode } from 'react';
import { addressDay } from '@/components/dashboard/links';
import { Icon } from '@/components/ui/icon';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { beginsWithLargest, BODY_COLUMNS, DESK_KINDS } from '@/lib/domain/body-columns';
import { BLOCK_CAUSES, BODY_CATEGORIES, PAIR_STATUSES, TURNS } from '@/lib/domain/vocabulary';
import { BODIES } from '@/lib/messages/bodies';
import { BODY_COLUMN_LABELS, BODY_LIST, DESK_LABELS } from '@/lib/messages/body-list';
import { DASHBOARD } from '@/lib/messages/dashboard';
import { dayNear } from '@/lib/messages/verdict';
import { BLOCK_CAUSE_LABELS, BODY_CATEGORY_LABELS, PAIR_STATUS_LABELS, TURN_LABELS } from '@/lib/messages/vocabulary';
import type { BodyListChoice, ListedTrack } from './list-types';

export interface BodiesFilterProps {
  query: BodyListChoice;
  tracks: readonly ListedTrack[];
  deadlines: readonly CivilDate[];
  districts: readonly { readonly code: string; readonly name: string }[];
  programmes: readonly { readonly code: string; readonly title: string }[];
  asOf: CivilDate;
}

function Check({ name, value, label, isOn }: { name: string; value: string; label: string; isOn: boolean }) {
  return (
    <label className="check">
      <input key={String(isOn)} type="checkbox" name={name} value={value} defaultChecked={isOn} />
      <span>{label}</span>
    </label>
  );
}

function Checks({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className="checks">
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}

/** What else narrows the list, and its columns. Closed at first: the sentence over the list says what is in force. */
function MoreFilters({ query, deadlines, programmes, asOf }: Omit<BodiesFilterProps, 'tracks' | 'districts'>) {
  return (
    <details className="more-filters">
      <summary>
        <Icon name="filter" />
        {BODY_LIST.moreFilters}
      </summary>
      <div className="more-in">
        <div className="grid4">
          <FilterSelect
            name="deadline"
            label={DASHBOARD.deadline}
            value={query.filter.deadlineOn && addressDay(query.filter.deadlineOn)}
            options={deadlines.map((day) => [addressDay(day), dayNear(day, asOf)])}
          />
          <FilterSelect
            name="desk"
            label={BODY_LIST.desk}
            value={query.desk}
            options={DESK_KINDS.map((kind) => [kind, DESK_LABELS[kind]])}
          />
          <FilterSelect
            name="cause"
            label={BODY_LIST.cause}
            value={query.cause}
            options={BLOCK_CAUSES.map((cause) => [cause, BLOCK_CAUSE_LABELS[cause]])}
          />
          <FilterSelect
            name="turn"
            label={BODY_LIST.turn}
            value={query.turn}
            options={TURNS.map((turn) => [turn, TURN_LABELS[turn]])}
          />
          {programmes.length > 1 && (
            <FilterSelect
              name="programme"
              label={BODY_LIST.programme}
              value={query.programme}
              options={programmes.map(({ code, title }) => [code, title])}
            />
          )}
        </div>
        <Checks legend={BODY_LIST.filterTitle}>
          {(['silent', 'blocked', 'waiting', 'coordination'] as const).map((flag) => (
            <Check key={flag} name={flag} value="1" label={BODY_LIST[flag]} isOn={query[flag]} />
          ))}
        </Checks>
        <Checks legend={BODY_LIST.columns}>
          {BODY_COLUMNS.filter((column) => column !== 'name').map((column) => (
            <Check
              key={column}
              name="cols"
              value={column}
              label={BODY_COLUMN_LABELS[column]}
              isOn={query.columns.includes(column)}
            />
          ))}
        </Checks>
      </div>
    </details>
  );
}

/** Search, filters and columns of the list as one form without script: what is chosen stands in the address. */
export function BodiesFilter(props: BodiesFilterProps) {
  const { query, tracks, districts, programmes } = props;
  const { filter } = query;
  const isTurned = query.descending !== beginsWithLargest(query.sort);
  return (
    <form method="get" action="/bodies" className="bodies-filter">
      <label className="q">
        <span>{BODIES.searchLabel}</span>
        <input className="input" type="search" name="q" defaultValue={query.q} autoComplete="off" />
      </label>
      <FilterSelect
        name="status"
        label={BODIES.status}
        value={query.status}
        options={PAIR_STATUSES.map((status) => [status, PAIR_STATUS_LABELS[status]])}
      />
      <FilterSelect
        name="category"
        label={DASHBOARD.category}
        value={filter.category}
        options={BODY_CATEGORIES.map((category) => [category, BODY_CATEGORY_LABELS[category]])}
      />
      <FilterSelect
        name="district"
        label={DASHBOARD.district}
        value={filter.districtCode}
        options={districts.map(({ code, name }) => [code, name])}
      />
      <FilterSelect
        name="track"
        label={DASHBOARD.track}
        value={filter.trackCode}
        options={tracks.map(({ code, title }) => [code, title])}
      />
      <button className="btn primary" type="submit">
        <Icon name="search" />
        {BODY_LIST.apply}
      </button>
      <MoreFilters {...props} />
      {query.asOf !== null && <input type="hidden" name="asOf" value={addressDay(query.asOf)} />}
      {query.programme !== null && programmes.length <= 1 && (
        <input type="hidden" name="programme" value={query.programme} />
      )}
      {query.sort !== 'code' && <input type="hidden" name="sort" value={query.sort} />}
      {isTurned && <input type="hidden" name="order" value={query.descending ? 'desc' : 'asc'} />}
    </form>
  );
}
