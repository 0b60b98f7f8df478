import type { Metadata } from 'next';
import { after } from 'next/server';
import { SCurveEnhancer } from '@/components/charts/s-curve-enhancer';
import { HeatKeys } from '@/components/dashboard/heat-keys';
import { Drawn } from '@/components/drawn';
import { putDrawn } from '@/components/drawn-store';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { isAppError } from '@/lib/errors';
import { DASHBOARD } from '@/lib/messages/dashboard';
import { describeError } from '@/lib/messages/errors';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { mayDo } from '@/lib/services/service-context';
import { dashboardMarkup } from './dashboard-markup';
import '@/components/dashboard/scope-bar.css';
import '@/components/reporting/reporting.css';
import './lead.css';
import './tracks.css';
import './lists.css';

export const metadata: Metadata = { title: DASHBOARD.title };

export default async function DashboardPage({ searchParams }: PageProps<'/dashboard'>) {
  const ctx = await getPageContext();
  const query = await searchParams;
  try {
    const drawn = putDrawn(readOrNotFound(() => dashboardMarkup(ctx, query)));
    after(drawn.forget);
    return (
      <>
        <Drawn id="dashboard" name={drawn.name} />
        <SCurveEnhancer />
        <HeatKeys />
      </>
    );
  } catch (error) {
    if (!isAppError(error, 'no_programme') && !isAppError(error, 'as_of_out_of_range')) throw error;
    const { title, message } = describeError(error);
    const mayImport = mayDo(ctx, 'import.run');
    return (
      <div className="wrap page">
        <EmptyState
          level={1}
          title={title}
          actions={mayImport && <LinkButton href="/admin/imports">{DASHBOARD.toImports}</LinkButton>}
        >
          {message}
        </EmptyState>
      </div>
    );
  }
}
