import type { Metadata } from 'next';
import { BackupRuns } from '@/components/admin/backup-runs';
import { Command } from '@/components/admin/command';
import { VerificationTable } from '@/components/admin/verification-table';
import { LinkButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Section } from '@/components/ui/section';
import { formatJalali } from '@/lib/calendar/jalali';
import { BACKUP } from '@/lib/messages/admin';
import { listAudit } from '@/lib/services/audit';
import { verifyData } from '@/lib/services/verification';
import { queryValue } from '@/lib/validation/progress';
import { getAdminContext } from '../admin-context';

export const metadata: Metadata = { title: BACKUP.title };

const RUNS_SHOWN = 20;

export default async function BackupPage({ searchParams }: PageProps<'/admin/backup'>) {
  const ctx = await getAdminContext('backup.manage');
  const isVerifying = queryValue(await searchParams, 'verify') !== null;
  const exampleFile = `mizban-${formatJalali(ctx.clock.today()).replaceAll('/', '-')}-1042.tar.gz`;
  const runs = listAudit(ctx, { action: 'backup.create' }, RUNS_SHOWN).rows;
  return (
    <div className="wrap page admin">
      <h1>{BACKUP.title}</h1>
      <p className="take">{BACKUP.take}</p>
      <div className="admin-two">
        <div>
          <Section id="make" title={BACKUP.make} take={BACKUP.makeText}>
            <form method="post" action="/admin/backup/download">
              <button className="btn primary" type="submit">
                <Icon name="download" />
                {BACKUP.makeButton}
              </button>
            </form>
          </Section>
          <Section id="runs" title={BACKUP.runs}>
            {runs.length === 0 ? <p className="small muted">{BACKUP.noRuns}</p> : <BackupRuns runs={runs} />}
          </Section>
        </div>
        <div>
          <Section id="verify" title={BACKUP.verify} take={BACKUP.verifyTake}>
            {isVerifying && <VerificationTable verification={await verifyData(ctx)} />}
            <p className="row">
              <LinkButton href="/admin/backup?verify=1#verify" rel="nofollow">
                {BACKUP.verifyButton}
              </LinkButton>
            </p>
            <p className="small muted">{BACKUP.verifyCommand}</p>
            <Command text="npm run mizban -- verify" />
          </Section>
          <Section id="restore" title={BACKUP.restore} take={BACKUP.restoreTake}>
            <ol className="numbered">
              <li>{BACKUP.restoreSteps[0]}</li>
              <li>
                {BACKUP.restoreSteps[1]}
                <Command text={`npm run mizban -- restore ${exampleFile}`} />
              </li>
              <li>{BACKUP.restoreSteps[2]}</li>
            </ol>
            <p className="small muted">{BACKUP.scheduled}</p>
            <Command text="npm run mizban -- backup mizban.tar.gz" />
          </Section>
        </div>
      </div>
    </div>
  );
}
