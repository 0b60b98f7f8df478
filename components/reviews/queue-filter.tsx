import { FilterSelect } from '@/components/ui/filter-select';
import { Icon } from '@/components/ui/icon';
import { WAITING_BANDS } from '@/lib/domain/review-pace';
import { BODY_CATEGORIES, EVIDENCE_KINDS } from '@/lib/domain/vocabulary';
import { QUEUE } from '@/lib/messages/review-queue';
import { BODY_CATEGORY_LABELS, EVIDENCE_KIND_LABELS } from '@/lib/messages/vocabulary';
import { REVIEW_TARGETS } from './review-targets';

/** Values of the form by the names they have in the address. */
export interface QueueFilterValues {
  readonly filter: string;
  readonly q: string;
  readonly track: string | null;
  readonly category: string | null;
  readonly district: string | null;
  readonly waiting: string | null;
  readonly evidence: string | null;
  readonly due: string | null;
  readonly sort: string;
}

export interface QueueFilterProps {
  values: QueueFilterValues;
  tracks: readonly { readonly code: string; readonly title: string }[];
  /** Empty for a reviewer of one district. */
  districts: readonly { readonly code: string; readonly name: string }[];
  /** What is filtered, each with the address that drops it. */
  active: readonly { readonly label: string; readonly dropHref: string }[];
  clearHref: string;
}

/** Search, filters and order of the queue as one form without script; what is chosen stands in the address. */
export function QueueFilter({ values, tracks, districts, active, clearHref }: QueueFilterProps) {
  const { any } = QUEUE;
  return (
    <>
      <form method="get" action="/review" className="queue-filter" role="search" aria-label={QUEUE.search}>
        {values.filter !== 'all' && <input type="hidden" name="filter" value={values.filter} />}
        <div className="queue-search">
          <label className="vh" htmlFor={REVIEW_TARGETS.search}>
            {QUEUE.search}
          </label>
          <input
            id={REVIEW_TARGETS.search}
            className="input"
            type="search"
            name="q"
            defaultValue={values.q}
            placeholder={QUEUE.searchPlaceholder}
            autoComplete="off"
            maxLength={100}
          />
          <button className="btn icon" type="submit" aria-label={QUEUE.apply} title={QUEUE.apply}>
            <Icon name="search" />
          </button>
        </div>
        <details className="queue-more">
          <summary>
            <Icon name="filter" />
            {QUEUE.filters}
          </summary>
          <div className="queue-choices">
            <FilterSelect
              name="track"
              label={QUEUE.track}
              value={values.track}
              any={any}
              options={tracks.map(({ code, title }) => [code, title])}
            />
            <FilterSelect
              name="category"
              label={QUEUE.category}
              value={values.category}
              any={any}
              options={BODY_CATEGORIES.map((category) => [category, BODY_CATEGORY_LABELS[category]])}
            />
            {districts.length > 0 && (
              <FilterSelect
                name="district"
                label={QUEUE.district}
                value={values.district}
                any={any}
                options={districts.map(({ code, name }) => [code, name])}
              />
            )}
            <FilterSelect
              name="waiting"
              label={QUEUE.waiting}
              value={values.waiting}
              any={any}
              options={WAITING_BANDS.map(({ key }) => [key, QUEUE.bands[key]])}
            />
            <FilterSelect
              name="evidence"
              label={QUEUE.evidence}
              value={values.evidence}
              any={any}
              options={EVIDENCE_KINDS.map((kind) => [kind, EVIDENCE_KIND_LABELS[kind]])}
            />
            <FilterSelect
              name="due"
              label={QUEUE.due}
              value={values.due}
              any={any}
              options={Object.entries(QUEUE.dues)}
            />
            <FilterSelect
              name="sort"
              any={null}
              label={QUEUE.sort}
              value={values.sort}
              options={Object.entries(QUEUE.sorts)}
            />
            <button className="btn sm" type="submit">
              {QUEUE.apply}
            </button>
          </div>
        </details>
        <a className="queue-reasons" href="/review/reasons">
          {QUEUE.reasons}
        </a>
      </form>
      {active.length > 0 && (
        <p className="queue-active">
          <span className="vh">{QUEUE.filteredBy} </span>
          {active.map(({ label, dropHref }) => (
            <a key={label} href={dropHref} className="chip" aria-label={QUEUE.drop(label)}>
              {label}
              <Icon name="close" />
            </a>
          ))}
          {active.length > 1 && <a href={clearHref}>{QUEUE.clear}</a>}
        </p>
      )}
    </>
  );
}
