import type { Metadata } from 'next';
import { Drawn } from '@/components/drawn';
import { putDrawn } from '@/components/drawn-store';
import { GRID } from '@/lib/messages/villages';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { getMyGrid } from '@/lib/services/my-grid';
import { after } from 'next/server';
import { gridMarkup } from './grid-markup';
import { parseGridQuery } from './grid-query';
import '../my.css';
import './grid.css';

export const metadata: Metadata = { title: GRID.title };

export default async function GridPage({ searchParams }: PageProps<'/my/grid'>) {
  const ctx = await getPageContext();
  const query = parseGridQuery(await searchParams);
  const grid = readOrNotFound(() => getMyGrid(ctx, query));
  const drawn = putDrawn(gridMarkup(grid));
  after(drawn.forget);
  return <Drawn id="grid" name={drawn.name} />;
}
