import { FilterSelect } from '@/components/ui/filter-select';
import { Icon } from '@/components/ui/icon';
import { Table } from '@/components/ui/table';
import type { PublicRow } from '@/lib/domain/public-data';
import { BODY_CATEGORIES } from '@/lib/domain/vocabulary';
import { PUBLIC_PAGE } from '@/lib/messages/public';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';
import { shareText } from './share-bar';

export const publicBodyHref = (code: string | null) => `/public/bodies/${encodeURIComponent(code ?? '')}`;

export interface PublicFilterProps {
  q: string;
  category: string | null;
  district: string | null;
  sort: string;
  /** Code and name of every district that has a body. */
  districts: readonly (readonly [code: string, name: string])[];
}

/** Search, filters and order of the list in one form without script. */
export function PublicFilter({ q, category, district, sort, districts }: PublicFilterProps) {
  return (
    <form method="get" action="/public#list" role="search" aria-label={PUBLIC_PAGE.list} className="no-print">
      <div className="pub-filter">
        <label className="q">
          <span>{PUBLIC_PAGE.search}</span>
          <input className="input" type="search" name="q" defaultValue={q} maxLength={100} autoComplete="off" />
        </label>
        <FilterSelect name="district" label={PUBLIC_PAGE.district} value={district} options={districts} />
        <FilterSelect
          name="category"
          label={PUBLIC_PAGE.category}
          value={category}
          options={BODY_CATEGORIES.map((each) => [each, BODY_CATEGORY_LABELS[each]])}
        />
        <FilterSelect
          name="sort"
          label={PUBLIC_PAGE.sort}
          value={sort}
          any={null}
          options={Object.entries(PUBLIC_PAGE.sorts)}
        />
        <button className="btn primary" type="submit">
          <Icon name="search" />
          {PUBLIC_PAGE.show}
        </button>
      </div>
    </form>
  );
}

export interface PublicBodiesProps {
  lines: readonly {
    readonly body: PublicRow<'bodies'>;
    readonly tracks: readonly PublicRow<'body_tracks'>[];
  }[];
  /** Code and title of each column of a share. */
  tracks: readonly (readonly [code: string, title: string])[];
}

/** The bodies with the share of each track; on a phone each one is a card. */
export function PublicBodies({ lines, tracks }: PublicBodiesProps) {
  return (
    <Table caption={PUBLIC_PAGE.bodies} className="pub-cards pub-list">
      <thead>
        <tr>
          <th scope="col">{PUBLIC_PAGE.body}</th>
          {tracks.map(([code, title]) => (
            <th key={code} scope="col" className="n">
              {title}
            </th>
          ))}
          <th scope="col">{PUBLIC_PAGE.realDesk}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ body, tracks: own }) => (
          <tr key={body.body_code}>
            <th scope="row">
              <a href={publicBodyHref(body.body_code)}>{body.name}</a>
              <small>{PUBLIC_PAGE.place(body.category_title ?? '', body.district ?? '')}</small>
            </th>
            {tracks.map(([code, title]) => (
              <Share key={code} title={title} track={own.find(({ track_code }) => track_code === code)} />
            ))}
            <td data-head={PUBLIC_PAGE.realDesk}>
              <RealDesk isReal={body.real_desk} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** The share of a track; a card leaves out what does not concern its body. */
function Share({ title, track }: { title: string; track: PublicRow<'body_tracks'> | undefined }) {
  return (
    <td className={track === undefined ? 'n none' : 'n'} data-head={title}>
      {shareText(track?.verified ?? null)}
    </td>
  );
}

/** Whether a desk is real, in a word; not by colour alone. */
export function RealDesk({ isReal }: { isReal: boolean | null }) {
  if (isReal === null) return <span className="muted">{PUBLIC_PAGE.deskKinds.none}</span>;
  if (!isReal) return <span>{PUBLIC_PAGE.deskKinds.notYet}</span>;
  return (
    <span className="tag line complete">
      <Icon name="complete" />
      {PUBLIC_PAGE.deskKinds.real}
    </span>
  );
}
