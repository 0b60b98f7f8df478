import type { Metadata } from 'next';
import { Icon } from '@/components/ui/icon';
import { Section } from '@/components/ui/section';
import { BODIES } from '@/lib/messages/bodies';
import { PAPERS } from '@/lib/messages/papers';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { listBodies } from '@/lib/services/bodies';
import { listDistrictForms } from '@/lib/services/paper-forms';
import { mayDo, type ServiceContext } from '@/lib/services/service-context';
import { queryValue } from '@/lib/validation/progress';
import '../../my/my.css';
import '../../my/grid/grid.css';

export const metadata: Metadata = { title: PAPERS.title };

const MOST_FOUND = 20;

/** Papers out and papers in: blank forms by district, and the way to enter one by name or code. */
export default async function FormsPage({ searchParams }: PageProps<'/bodies/forms'>) {
  const ctx = await getPageContext();
  const find = queryValue(await searchParams, 'find')?.slice(0, 80) ?? null;
  const districts = readOrNotFound(() => listDistrictForms(ctx));
  return (
    <div className="wrap page my step-page">
      <p className="crumb">
        <a href="/bodies">{BODIES.title}</a>
      </p>
      <h1>{PAPERS.title}</h1>
      <p className="take">{PAPERS.take}</p>
      {mayDo(ctx, 'review.read') && (
        <Section id="enter" title={PAPERS.enter}>
          <form method="get" action="/bodies/forms" className="grid-search" role="search">
            <label>
              <span>{PAPERS.enterHint}</span>
              <input className="input" type="search" name="find" defaultValue={find ?? ''} autoComplete="off" />
            </label>
            <button className="btn" type="submit">
              {PAPERS.find}
            </button>
          </form>
          {find !== null && <Found ctx={ctx} find={find} />}
        </Section>
      )}
      <Section id="print" title={PAPERS.print}>
        <ul className="list">
          {districts.map(({ code, name, villages }) => (
            <li key={code}>
              <a href={`/bodies/forms/print?district=${encodeURIComponent(code)}`}>
                <Icon name="print" className="inline" /> {PAPERS.printDistrict(name, villages)}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

function Found({ ctx, find }: { ctx: ServiceContext; find: string }) {
  const { rows } = listBodies(ctx, { q: find });
  const named = rows.filter(({ body }) => body.code === find.trim().toUpperCase());
  const shown = named.length > 0 ? named : rows.slice(0, MOST_FOUND);
  return (
    <div role="status">
      {shown.length === 0 && <p>{PAPERS.none}</p>}
      <ul className="joint-others" aria-label={PAPERS.several}>
        {shown.map(({ body }) => (
          <li key={body.code}>
            <a href={`/bodies/${encodeURIComponent(body.code)}/paper`}>
              {body.name} <bdi className="ltr">{body.code}</bdi>
            </a>
            <a className="small" href={`/bodies/${encodeURIComponent(body.code)}/form`}>
              {PAPERS.printOne}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
