import type { Metadata } from 'next';
import { AdminBodiesTable } from '@/components/admin/bodies-table';
import { FilterText, GetFilter } from '@/components/admin/get-filter';
import { FilterSelect } from '@/components/ui/filter-select';
import { ReferenceNav } from '@/components/admin/reference-nav';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { BODY_CATEGORIES } from '@/lib/domain/vocabulary';
import { REFERENCE } from '@/lib/messages/admin-reference';
import { COMMON, rangeOf } from '@/lib/messages/common';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';
import { listAdminBodies, listDistricts } from '@/lib/services/admin-reference';
import { queryValue } from '@/lib/validation/progress';
import { getAdminContext } from '../../admin-context';

export const metadata: Metadata = { title: REFERENCE.bodies };

const PAGE_SIZE = 50;
const PATH = '/admin/reference/bodies';

export default async function AdminBodiesPage({ searchParams }: PageProps<'/admin/reference/bodies'>) {
  const ctx = await getAdminContext('reference.manage');
  const query = await searchParams;
  const q = queryValue(query, 'q') ?? '';
  const category = BODY_CATEGORIES.find((each) => each === queryValue(query, 'category')) ?? null;
  const districtCode = queryValue(query, 'district');
  const { rows, total } = listAdminBodies(ctx, { q, category, districtCode });
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, Number(queryValue(query, 'page')) || 1), pages);
  const first = (page - 1) * PAGE_SIZE;
  const hrefOf = (target: number) => {
    const parts = { q, category: category ?? '', district: districtCode ?? '', page: target > 1 ? String(target) : '' };
    const text = new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== '')).toString();
    return text === '' ? PATH : `${PATH}?${text}`;
  };
  const isFiltered = q !== '' || category !== null || districtCode !== null;
  return (
    <div className="wrap page admin">
      <h1>{REFERENCE.bodies}</h1>
      <p className="take">
        {REFERENCE.bodiesFound(rows.length, total)} {REFERENCE.bodiesHint}{' '}
        <a href="/admin/imports">{REFERENCE.toImports}</a>
      </p>
      <ReferenceNav current={PATH} />
      <GetFilter action={PATH} clear={isFiltered ? { href: PATH, label: COMMON.all } : null}>
        <FilterText name="q" label={REFERENCE.bodySearch} value={q} isSearch />
        <FilterSelect
          name="category"
          label={REFERENCE.kind}
          value={category}
          options={BODY_CATEGORIES.map((each) => [each, BODY_CATEGORY_LABELS[each]])}
        />
        <FilterSelect
          name="district"
          label={REFERENCE.district}
          value={districtCode}
          options={listDistricts(ctx).map(({ code, name }) => [code, name])}
        />
      </GetFilter>
      {rows.length === 0 ? (
        <EmptyState title={REFERENCE.noBodies} actions={<LinkButton href={PATH}>{COMMON.all}</LinkButton>} />
      ) : (
        <>
          <AdminBodiesTable rows={rows.slice(first, first + PAGE_SIZE)} today={ctx.clock.today()} />
          {pages > 1 && (
            <Pagination
              summary={rangeOf(first + 1, Math.min(first + PAGE_SIZE, rows.length), rows.length)}
              label={COMMON.pages}
              previous={{ href: page > 1 ? hrefOf(page - 1) : null, label: COMMON.previous }}
              next={{ href: page < pages ? hrefOf(page + 1) : null, label: COMMON.next }}
            />
          )}
        </>
      )}
    </div>
  );
}
