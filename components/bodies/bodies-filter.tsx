import { Icon } from '@/components/ui/icon';
import { addressDay } from '@/components/dashboard/links';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { BODY_CATEGORIES, PAIR_STATUSES, type BodyCategory, type PairStatus } from '@/lib/domain/vocabulary';
import { BODIES } from '@/lib/messages/bodies';
import { DASHBOARD } from '@/lib/messages/dashboard';
import { dayNear } from '@/lib/messages/verdict';
import { BODY_CATEGORY_LABELS, PAIR_STATUS_LABELS } from '@/lib/messages/vocabulary';

export interface BodiesFilterProps {
  query: {
    readonly q: string;
    readonly asOf: CivilDate | null;
    readonly programme: string | null;
    readonly status: PairStatus | null;
    readonly sort: string;
    readonly filter: {
      readonly deadlineOn: CivilDate | null;
      readonly trackCode: string | null;
      readonly category: BodyCategory | null;
      readonly districtCode: string | null;
    };
  };
  tracks: readonly { readonly code: string; readonly title: string }[];
  deadlines: readonly CivilDate[];
  districts: readonly { readonly code: string; readonly name: string }[];
  asOf: CivilDate;
  clearHref: string;
  csvHref: string;
  mayExport: boolean;
}

function Select({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value: string | null;
  options: readonly (readonly [string, string])[];
}) {
  return (
    <label>
      <span>{label}</span>
      <select key={value} className="input" name={name} defaultValue={value ?? ''}>
        <option value="">{BODIES.all}</option>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Search and filters of the list as one form without script: what is chosen stands in the address. */
export function BodiesFilter({
  query,
  tracks,
  deadlines,
  districts,
  asOf,
  clearHref,
  csvHref,
  mayExport,
}: BodiesFilterProps) {
  const { filter } = query;
  return (
    <form method="get" action="/bodies" className="bodies-filter">
      <label className="q">
        <span>{BODIES.searchLabel}</span>
        <input className="input" type="search" name="q" defaultValue={query.q} autoComplete="off" />
      </label>
      <Select
        name="status"
        label={BODIES.status}
        value={query.status}
        options={PAIR_STATUSES.map((status) => [status, PAIR_STATUS_LABELS[status]])}
      />
      <Select
        name="category"
        label={DASHBOARD.category}
        value={filter.category}
        options={BODY_CATEGORIES.map((category) => [category, BODY_CATEGORY_LABELS[category]])}
      />
      <Select
        name="district"
        label={DASHBOARD.district}
        value={filter.districtCode}
        options={districts.map(({ code, name }) => [code, name])}
      />
      <Select
        name="track"
        label={DASHBOARD.track}
        value={filter.trackCode}
        options={tracks.map(({ code, title }) => [code, title])}
      />
      <Select
        name="deadline"
        label={DASHBOARD.deadline}
        value={filter.deadlineOn && addressDay(filter.deadlineOn)}
        options={deadlines.map((day) => [addressDay(day), dayNear(day, asOf)])}
      />
      {query.asOf !== null && <input type="hidden" name="asOf" value={addressDay(query.asOf)} />}
      {query.programme !== null && <input type="hidden" name="programme" value={query.programme} />}
      {query.sort !== 'code' && <input type="hidden" name="sort" value={query.sort} />}
      <div className="row">
        <button className="btn primary" type="submit">
          <Icon name="search" />
          {BODIES.search}
        </button>
        <a className="btn quiet" href={clearHref}>
          {BODIES.clear}
        </a>
        {mayExport && (
          <a className="btn quiet" href={csvHref}>
            <Icon name="download" />
            {BODIES.exportCsv}
          </a>
        )}
      </div>
    </form>
  );
}
