import type { Metadata } from 'next';
import { PublishedList } from '@/components/public/published-list';
import { PUBLIC_DATA } from '@/lib/messages/public';
import { dictionaryRows } from '@/lib/services/public/public-files';
import { getAdminContext } from '../../admin-context';
import '@/components/public/public.css';

export const metadata: Metadata = { title: PUBLIC_DATA.columns };

/** What the public page shows, for whoever is about to turn it on. */
export default async function PublishedListPage() {
  await getAdminContext('settings.manage');
  return (
    <div className="wrap page admin">
      <p className="crumb no-print">
        <a href="/admin/settings#public">{PUBLIC_DATA.back}</a>
      </p>
      <h1>{PUBLIC_DATA.columns}</h1>
      <p className="take">{PUBLIC_DATA.settingsTake}</p>
      <PublishedList dictionary={dictionaryRows()} />
    </div>
  );
}
