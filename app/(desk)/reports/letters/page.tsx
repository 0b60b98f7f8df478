import type { Metadata } from 'next';
import { LettersFilter } from '@/components/letters/letters-filter';
import { LettersTable } from '@/components/letters/letters-table';
import { PrintButton } from '@/components/milestones/print-button';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Problem } from '@/components/ui/problem';
import { COMMON, rangeOf } from '@/lib/messages/common';
import { LETTERS } from '@/lib/messages/letters';
import { getPageContext, readOrExplain, readOrNotFound } from '@/lib/page-context';
import { maySendLetters } from '@/lib/services/letter-recipients';
import { listLetters, type LetterList } from '@/lib/services/letters';
import { mayDo } from '@/lib/services/service-context';
import { parseLettersQuery, type LetterSort, type LettersQuery } from '@/lib/validation/letters';
import { lettersHref } from './letters-address';
import './letters.css';

export const metadata: Metadata = { title: LETTERS.title };

const PATH = '/reports/letters';
const PAGE_SIZE = 50;

export default async function LettersPage({ searchParams }: PageProps<'/reports/letters'>) {
  const ctx = await getPageContext();
  const { query, list, problem } = readOrExplain(await searchParams, (params, sentence) => {
    const asked = parseLettersQuery(params);
    return { query: asked, list: readOrNotFound(() => listLetters(ctx, asked)), problem: sentence };
  });
  const { rows, total } = list;
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
  const page = query.page === 'all' ? null : Math.min(Math.max(1, query.page), pages);
  const from = page === null ? 0 : (page - 1) * PAGE_SIZE;
  const shown = page === null ? rows : rows.slice(from, from + PAGE_SIZE);
  const isDescending = query.isDescending ?? query.sort === null;
  const sort = query.sort ?? 'number';
  const filters = filterWords(query, list);
  const issue = maySendLetters(ctx) && (
    <LinkButton variant="primary" href="/reports/letters/new">
      {LETTERS.issue}
    </LinkButton>
  );
  return (
    <div className="wrap page letters" data-total-letters={rows.length}>
      <div className="letters-head">
        <div>
          <h1>{LETTERS.title}</h1>
          <p className="take">
            {LETTERS.take(rows.length, total)} {filters.length > 0 && LETTERS.filteredBy(filters)}
          </p>
        </div>
        <div className="row">
          {issue}
          {mayDo(ctx, 'letter.change_template') && (
            <LinkButton href="/reports/letters/template">{LETTERS.editTemplate}</LinkButton>
          )}
          {total > 0 && <PrintButton label={LETTERS.printList} />}
        </div>
      </div>
      <Problem sentence={problem} />
      {total === 0 ? (
        <EmptyState title={LETTERS.emptyTitle}>{LETTERS.emptyText}</EmptyState>
      ) : (
        <>
          <LettersFilter
            query={query}
            districts={list.districts}
            bodies={list.bodies}
            exportHrefs={{
              csv: lettersHref(`${PATH}/export`, query, { format: 'csv' }),
              xlsx: lettersHref(`${PATH}/export`, query, { format: 'xlsx' }),
            }}
          />
          {rows.length === 0 ? (
            <EmptyState title={LETTERS.noMatch} />
          ) : (
            <LettersTable
              rows={shown}
              sorting={{
                sort,
                isDescending,
                hrefOf: (name: LetterSort) =>
                  lettersHref(PATH, { ...query, sort: name, isDescending: name === sort && !isDescending, page: 1 }),
              }}
            />
          )}
          {pages > 1 && page !== null && (
            <Pages query={query} page={page} pages={pages} from={from} count={rows.length} />
          )}
        </>
      )}
    </div>
  );
}

/** How the list is narrowed, so that a print says it too. */
function filterWords(
  { q, district, body, from, to, reported }: LettersQuery,
  { districts, bodies }: LetterList,
): string[] {
  const words = LETTERS.filterWords;
  const nameOf = (choices: LetterList['bodies'], code: string) =>
    choices.find((choice) => choice.code === code)?.name ?? code;
  return [
    ...(q ? [words.q(q)] : []),
    ...(district ? [words.district(nameOf(districts, district))] : []),
    ...(body ? [words.body(nameOf(bodies, body))] : []),
    ...(from ? [words.from(from)] : []),
    ...(to ? [words.to(to)] : []),
    ...(reported ? [words.reported(LETTERS.answeredWords[reported])] : []),
  ];
}

function Pages({
  query,
  page,
  pages,
  from,
  count,
}: {
  query: LettersQuery;
  page: number;
  pages: number;
  from: number;
  count: number;
}) {
  const hrefOf = (wanted: number | 'all') => lettersHref(PATH, { ...query, page: wanted });
  return (
    <div className="list-pages">
      <Pagination
        summary={rangeOf(from + 1, Math.min(from + PAGE_SIZE, count), count)}
        label={LETTERS.pageLabel}
        previous={{ href: page > 1 ? hrefOf(page - 1) : null, label: COMMON.previous }}
        next={{ href: page < pages ? hrefOf(page + 1) : null, label: COMMON.next }}
      />
      <a className="small" href={hrefOf('all')}>
        {LETTERS.onePage}
      </a>
    </div>
  );
}
