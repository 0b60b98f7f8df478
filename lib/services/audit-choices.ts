import { listAuditActions, listAuditActors } from '@/db/queries/admin-facts';
import { authorise, type ServiceContext } from './service-context';

/** What the audit log can be filtered by: names and actions that stand in it. @throws AppError `forbidden` */
export function listAuditChoices(ctx: ServiceContext): {
  readonly actors: readonly string[];
  readonly actions: readonly string[];
} {
  authorise(ctx, 'audit.read');
  return { actors: listAuditActors(ctx.db), actions: listAuditActions(ctx.db) };
}
