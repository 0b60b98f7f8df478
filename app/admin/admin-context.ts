import { getPageContext, readOrNotFound } from '@/lib/page-context';
import type { Action } from '@/lib/domain/permissions';
import { authorise, type ServiceContext } from '@/lib/services/service-context';

/** The context of a page of the admin's desk. Whoever may not do what the page is for finds no such page. */
export async function getAdminContext(action: Action): Promise<ServiceContext> {
  const ctx = await getPageContext();
  readOrNotFound(() => authorise(ctx, action));
  return ctx;
}
