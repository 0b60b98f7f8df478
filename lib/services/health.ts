import type { AnonymousContext } from './service-context';

/** Whether the program can answer: the database is read, nothing is told about it. */
export function getHealth(ctx: Pick<AnonymousContext, 'db'>): { readonly status: 'ok' } {
  ctx.db.$client.prepare('select 1').get();
  return { status: 'ok' };
}
