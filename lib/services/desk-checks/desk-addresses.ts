import { findDeskAddress, insertDeskAddress, listDeskAddressesAsOf, listEvidenceUrls } from '@/db/queries/desk-checks';
import { isHostListed, readDeskAddress } from '@/lib/domain/desk-checks';
import type { Body } from '@/lib/domain/reference';
import { recordAudit } from '../audit';
import { loadBody, resourceOf } from '../milestone-subject';
import { invalidInput } from '../parse-input';
import { authorise, mayDo, type ServiceContext } from '../service-context';
import { writeTransaction } from '../write-transaction';
import { deskSignsOn } from './desk-signs';
import { getDeskCheckSettings } from './settings';

const MAX_SUGGESTIONS = 5;

/** Whoever may have the desk looked at, and whoever keeps the reference data. */
export function maySetDeskAddress(ctx: ServiceContext, body: Body): boolean {
  return mayDo(ctx, 'desk_check.run', resourceOf(body)) || mayDo(ctx, 'reference.manage');
}

/**
 * Writes down where the electronic desk of a body is, or with an empty text that it has none.
 *
 * @returns whether anything changed
 * @throws AppError `not_found`, `forbidden`; `invalid_input` for what is no address of http or https; `read_only_clock`
 */
export function setDeskAddress(
  ctx: ServiceContext,
  input: { readonly bodyCode: string; readonly url: string },
): boolean {
  return writeTransaction(ctx, (tx) => {
    const body = loadBody(ctx, tx, input.bodyCode);
    if (!maySetDeskAddress(ctx, body)) authorise(ctx, 'desk_check.run', resourceOf(body));
    const read = input.url.trim() === '' ? null : readDeskAddress(input.url);
    if (read !== null && 'problem' in read) throw invalidInput([{ field: 'url', reason: `desk_${read.problem}` }]);
    const url = read?.url.href ?? null;
    const today = ctx.clock.today();
    const before = findDeskAddress(tx, body.id, today)?.url ?? null;
    if (url === before) return false;
    insertDeskAddress(tx, {
      bodyId: body.id,
      url,
      recordedOn: today,
      recordedAt: ctx.clock.now().toISOString(),
      recordedBy: ctx.isSystem ? null : ctx.actor.id,
    });
    recordAudit(ctx, tx, {
      action: 'desk_check.set_address',
      subjectType: 'body',
      subjectKey: body.code,
      details: { before, after: url },
    });
    return true;
  });
}

/** Addresses that the body itself gave as evidence of what a desk shows: offered, never taken by themselves. */
export function suggestDeskAddresses(ctx: ServiceContext, body: Body): string[] {
  const codes = [...new Set(deskSignsOn(ctx.db, ctx.clock.today()).map(({ milestoneCode }) => milestoneCode))];
  const known = findDeskAddress(ctx.db, body.id, ctx.clock.today())?.url ?? null;
  const offered = listEvidenceUrls(ctx.db, body.id, codes).flatMap((text) => {
    const read = readDeskAddress(text);
    return 'url' in read && read.url.href !== known ? [read.url.href] : [];
  });
  return [...new Set(offered)].slice(0, MAX_SUGGESTIONS);
}

/** Hosts of addresses that the admin's list does not name, with how many bodies they serve, and how many bodies have an address at all. */
export function surveyDeskHosts(ctx: ServiceContext): {
  readonly missing: readonly { readonly host: string; readonly bodies: number }[];
  readonly addresses: number;
} {
  authorise(ctx, 'settings.manage');
  const { hosts } = getDeskCheckSettings(ctx);
  const addresses = listDeskAddressesAsOf(ctx.db, ctx.clock.today());
  const counts = new Map<string, number>();
  for (const { url } of addresses) {
    const parsed = new URL(url ?? '');
    if (!isHostListed(parsed, hosts)) counts.set(parsed.host, (counts.get(parsed.host) ?? 0) + 1);
  }
  const missing = [...counts].map(([host, bodies]) => ({ host, bodies }));
  return { missing: missing.sort((a, b) => (a.host < b.host ? -1 : 1)), addresses: addresses.length };
}
