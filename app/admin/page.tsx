import type { Metadata } from 'next';
import { AdminParts, FirstSteps, OverviewFacts, type Attention } from '@/components/admin/overview';
import { Section } from '@/components/ui/section';
import { daysBetween, type CivilDate } from '@/lib/calendar/civil-date';
import { OVERVIEW } from '@/lib/messages/admin';
import { getAdminOverview, type AdminOverview } from '@/lib/services/admin-overview';
import { getAdminContext } from './admin-context';

export const metadata: Metadata = { title: OVERVIEW.title };

/** A backup older than this is worth a word. */
const BACKUP_DAYS = 7;

function attentionOf(overview: AdminOverview, today: CivilDate): Attention[] {
  const { users, lastBackup } = overview;
  const backup = { label: OVERVIEW.makeBackup, href: '/admin/backup' };
  const found: (Attention | false)[] = [
    !overview.isFileSound && {
      text: OVERVIEW.fileBroken,
      href: '/admin/backup?verify=1#verify',
      label: OVERVIEW.fullCheck,
    },
    overview.missingGuards.length > 0 && {
      text: OVERVIEW.guardsMissing(overview.missingGuards.length),
      href: '/admin/backup?verify=1#verify',
      label: OVERVIEW.fullCheck,
    },
    lastBackup === null && { text: OVERVIEW.noBackup, ...backup },
    lastBackup !== null &&
      daysBetween(lastBackup.on, today) > BACKUP_DAYS && {
        text: OVERVIEW.backupOld(daysBetween(lastBackup.on, today)),
        ...backup,
      },
    users.locked > 0 && { text: OVERVIEW.locked(users.locked), href: '/admin/users?state=locked', label: OVERVIEW.see },
    users.temporary > 0 && {
      text: OVERVIEW.temporary(users.temporary),
      href: '/admin/users?state=temporary_password',
      label: OVERVIEW.see,
    },
  ];
  return found.filter((each) => each !== false);
}

export default async function AdminPage() {
  const ctx = await getAdminContext('user.manage');
  const overview = getAdminOverview(ctx);
  const isReady = Object.values(overview.steps).every(Boolean);
  return (
    <div className="wrap page admin">
      <h1>{OVERVIEW.title}</h1>
      <p className="take">{isReady ? OVERVIEW.ready : OVERVIEW.emptyTake}</p>
      {!isReady && (
        <Section id="first-steps" title={OVERVIEW.emptyTitle}>
          <FirstSteps steps={overview.steps} />
        </Section>
      )}
      <div className="admin-two">
        <OverviewFacts overview={overview} attention={isReady ? attentionOf(overview, ctx.clock.today()) : []} />
        <Section id="parts" title={OVERVIEW.parts}>
          <AdminParts />
        </Section>
      </div>
    </div>
  );
}
