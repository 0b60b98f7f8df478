import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { putDrawn } from '@/components/drawn-store';
import { BODIES } from '@/lib/messages/bodies';
import { getPageContext, readOrExplain, readOrNotFound } from '@/lib/page-context';
import { listBodies } from '@/lib/services/bodies';
import type { ServiceContext } from '@/lib/services/service-context';
import { queryValue, type QueryParams } from '@/lib/validation/progress';
import { BodiesView } from './bodies-view';
import { bodyListAddress, parseBodyList } from './body-list-query';
import { drawBodies } from './draw-bodies';
import { viewProps } from './list-props';
import './bodies.css';

export const metadata: Metadata = { title: BODIES.title };

/** A form sends its empty fields too: their list has a shorter address, which is the one to keep and to send on. */
function isFormAddress(query: QueryParams): boolean {
  return Object.entries(query).some(([, value]) => value === '' || Array.isArray(value));
}

function read(ctx: ServiceContext, asked: QueryParams) {
  return readOrExplain(asked, (query, problem) => {
    const parsed = parseBodyList(query);
    return { parsed, list: listBodies(ctx, parsed), problem };
  });
}

export default async function BodiesPage({ searchParams }: PageProps<'/bodies'>) {
  const ctx = await getPageContext();
  const query = await searchParams;
  const { parsed, list, problem } = readOrNotFound(() => read(ctx, query));
  if (problem === null && isFormAddress(query)) redirect(bodyListAddress(parsed));
  const drawn = putDrawn(drawBodies(list, parsed));
  after(drawn.forget);
  return (
    <BodiesView
      query={parsed}
      list={list}
      views={viewProps(ctx, parsed)}
      problem={problem}
      drawnName={drawn.name}
      printsAtOnce={queryValue(query, 'print') === '1'}
    />
  );
}
