import type { Metadata } from 'next';
import { after } from 'next/server';
import { HeatKeys } from '@/components/dashboard/heat-keys';
import { Drawn } from '@/components/drawn';
import { putDrawn } from '@/components/drawn-store';
import { DASHBOARD } from '@/lib/messages/dashboard';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { heatMapMarkup } from './heat-map-markup';
import '@/components/dashboard/scope-bar.css';
import '../lists.css';

export const metadata: Metadata = { title: DASHBOARD.heatPageTitle };

export default async function HeatMapPage({ searchParams }: PageProps<'/dashboard/heat-map'>) {
  const ctx = await getPageContext();
  const query = await searchParams;
  const drawn = putDrawn(readOrNotFound(() => heatMapMarkup(ctx, query)));
  after(drawn.forget);
  return (
    <>
      <Drawn id="heat-map" name={drawn.name} />
      <HeatKeys />
    </>
  );
}
