import type { Metadata } from 'next';
import { AuditTable } from '@/components/admin/audit-table';
import { FilterText, GetFilter } from '@/components/admin/get-filter';
import { FilterSelect } from '@/components/ui/filter-select';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { Note } from '@/components/ui/note';
import { Pagination } from '@/components/ui/pagination';
import { AUDIT } from '@/lib/messages/admin';
import { auditActionLabel, auditNounLabel } from '@/lib/messages/audit-log';
import { listAudit } from '@/lib/services/audit';
import { listAuditChoices } from '@/lib/services/audit-choices';
import { getAdminContext } from '../admin-context';
import { auditAddress, parseAuditQuery } from './audit-query';

export const metadata: Metadata = { title: AUDIT.title };

const PAGE_SIZE = 50;

/** All verbs of a noun, then each of them. */
function actionOptions(actions: readonly string[]): (readonly [string, string])[] {
  const nouns = [...new Set(actions.map((action) => action.split('.')[0] ?? action))];
  return nouns.flatMap((noun) => [
    [`${noun}.`, AUDIT.allOf(auditNounLabel(noun))] as const,
    ...actions
      .filter((action) => action.startsWith(`${noun}.`))
      .map((action) => [action, `— ${auditActionLabel(action)}`] as const),
  ]);
}

export default async function AuditPage({ searchParams }: PageProps<'/admin/audit'>) {
  const ctx = await getAdminContext('audit.read');
  const query = parseAuditQuery(await searchParams);
  const page = listAudit(ctx, query.filter, PAGE_SIZE);
  const choices = listAuditChoices(ctx);
  const isFirst = query.filter.beforeId === undefined;
  const path = '/admin/audit';
  return (
    <div className="wrap page admin">
      <h1>{AUDIT.title}</h1>
      <p className="take">{AUDIT.take}</p>
      {query.hasBadDay && (
        <Note tone="bad" role="alert">
          {AUDIT.badDay}
        </Note>
      )}
      <GetFilter
        action={path}
        submitLabel={AUDIT.filter}
        clear={auditAddress(path, query) === path ? null : { href: path, label: AUDIT.clear }}
        extra={
          <a className="btn quiet" href={auditAddress('/admin/audit/export', query)}>
            <Icon name="download" />
            {AUDIT.export}
          </a>
        }
      >
        <FilterSelect
          name="actor"
          label={AUDIT.actor}
          value={query.actor || null}
          options={choices.actors.map((actor) => [actor, actor])}
        />
        <FilterSelect
          name="action"
          label={AUDIT.action}
          value={query.action || null}
          options={actionOptions(choices.actions)}
        />
        <FilterText name="subject" label={AUDIT.subject} value={query.subject} placeholder={AUDIT.subjectHint} />
        <FilterText name="from" label={AUDIT.from} value={query.from} />
        <FilterText name="until" label={AUDIT.until} value={query.until} />
      </GetFilter>
      {page.rows.length === 0 ? (
        <EmptyState title={AUDIT.none} actions={<LinkButton href={path}>{AUDIT.clear}</LinkButton>}>
          {AUDIT.noneHint}
        </EmptyState>
      ) : (
        <>
          <AuditTable rows={page.rows} caption={AUDIT.caption} />
          <Pagination
            summary={AUDIT.pageSummary(page.rows.length, page.total - page.rows.length)}
            label={AUDIT.pages}
            previous={{ href: isFirst ? null : auditAddress(path, query), label: AUDIT.newest }}
            next={{
              href: page.nextBeforeId === null ? null : auditAddress(path, query, page.nextBeforeId),
              label: AUDIT.older,
            }}
          />
        </>
      )}
    </div>
  );
}
