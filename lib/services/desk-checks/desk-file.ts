import {
  countDeskChecksOf,
  findDeskAddress,
  findDeskCheck,
  listDeskChecksOf,
  type DeskAddressRow,
  type DeskCheckRow,
} from '@/db/queries/desk-checks';
import type { DeskFinding } from '@/db/schema/desk-checks';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { isHostListed } from '@/lib/domain/desk-checks';
import type { Body } from '@/lib/domain/reference';
import { AppError } from '@/lib/errors';
import { getLedger } from '../ledger';
import { loadBody, resourceOf } from '../milestone-subject';
import { authorise, mayDo, type ServiceContext } from '../service-context';
import { maySetDeskAddress, suggestDeskAddresses } from './desk-addresses';
import { deskSignsOn } from './desk-signs';
import { isDeskCheckRunning } from './run';
import { getDeskCheckSettings } from './settings';

const CHECKS_PER_PAGE = 12;

/** The electronic desk of one body with every look that was taken at it. */
export interface DeskFile {
  readonly body: Body;
  readonly address: (Pick<DeskAddressRow, 'recordedOn'> & { readonly url: string }) | null;
  readonly isHostListed: boolean;
  readonly isOn: boolean;
  readonly isRunning: boolean;
  readonly mayRun: boolean;
  readonly maySetAddress: boolean;
  readonly mayReadList: boolean;
  /** Given by the body as evidence; only for whoever may take one. */
  readonly suggestions: readonly string[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly checks: readonly DeskCheckRow[];
  /** The one shown in full: the one asked for, else the newest. */
  readonly shown: DeskCheckRow | null;
  readonly milestoneTitles: ReadonlyMap<string, string>;
}

/**
 * @param page of the checks, from 1
 * @param checkId the check to show in full; default: the newest
 * @throws AppError `not_found`, also for a check of another body; `forbidden`
 */
export function getDeskFile(
  ctx: ServiceContext,
  bodyCode: string,
  { page, checkId }: { readonly page: number | null; readonly checkId: number | null },
): DeskFile {
  const body = loadBody(ctx, ctx.db, bodyCode);
  authorise(ctx, 'desk_check.read', resourceOf(body));
  const today = ctx.clock.today();
  const version = findDeskAddress(ctx.db, body.id, today);
  const url = version?.url ?? null;
  const { isOn, hosts } = getDeskCheckSettings(ctx);
  const total = countDeskChecksOf(ctx.db, body.id, today);
  const pages = Math.max(1, Math.ceil(total / CHECKS_PER_PAGE));
  const current = Math.min(Math.max(page ?? 1, 1), pages);
  const checks = listDeskChecksOf(ctx.db, body.id, {
    day: today,
    limit: CHECKS_PER_PAGE,
    offset: (current - 1) * CHECKS_PER_PAGE,
  });
  const shown = checkId === null ? newestCheck(ctx, body, today) : findDeskCheck(ctx.db, checkId);
  if (checkId !== null && shown?.bodyId !== body.id) throw new AppError('not_found', { checkId });
  const maySet = maySetDeskAddress(ctx, body);
  const { milestones } = getLedger(ctx.db).reference(today);
  return {
    body,
    address: version === null || url === null ? null : { url, recordedOn: version.recordedOn },
    isHostListed: url !== null && isHostListed(new URL(url), hosts),
    isOn,
    isRunning: isDeskCheckRunning(ctx, body.id),
    mayRun: mayDo(ctx, 'desk_check.run', resourceOf(body)),
    maySetAddress: maySet,
    mayReadList: mayDo(ctx, 'desk_check.read'),
    suggestions: maySet ? suggestDeskAddresses(ctx, body) : [],
    total,
    page: current,
    pages,
    checks,
    shown,
    milestoneTitles: new Map(milestones.map(({ code, shortTitle }) => [code, shortTitle])),
  };
}

function newestCheck(ctx: ServiceContext, body: Body, day: CivilDate): DeskCheckRow | null {
  return listDeskChecksOf(ctx.db, body.id, { day, limit: 1 })[0] ?? null;
}

/** Whether a look at the desk of a body is under way. @throws AppError `not_found`, `forbidden` */
export function getDeskRunState(ctx: ServiceContext, bodyCode: string): { readonly isRunning: boolean } {
  const body = loadBody(ctx, ctx.db, bodyCode);
  authorise(ctx, 'desk_check.read', resourceOf(body));
  return { isRunning: isDeskCheckRunning(ctx, body.id) };
}

/** The desk of a body in short, as it was known on a day. */
export interface DeskSummary {
  readonly url: string | null;
  readonly check: DeskCheckRow | null;
}

/** Null for whoever may not read it, and for a body without a desk to look at. */
export function getDeskSummary(ctx: ServiceContext, body: Body, day: CivilDate): DeskSummary | null {
  if (!mayDo(ctx, 'desk_check.read', resourceOf(body))) return null;
  const url = findDeskAddress(ctx.db, body.id, day)?.url ?? null;
  const check = newestCheck(ctx, body, day);
  if (url === null && check === null && !isAskedForDesk(ctx, body, day)) return null;
  return { url, check };
}

function isAskedForDesk(ctx: ServiceContext, body: Body, day: CivilDate): boolean {
  const codes = new Set(deskSignsOn(ctx.db, day).map(({ milestoneCode }) => milestoneCode));
  return getLedger(ctx.db)
    .reference(day)
    .pairs.some((pair) => pair.body.id === body.id && pair.milestones.some(({ code }) => codes.has(code)));
}

/** What the newest look at a desk says about one milestone. It decides nothing. */
export interface DeskSuggestion extends DeskSummary {
  /** Of the milestone's signs; empty where the page was not read. */
  readonly findings: readonly DeskFinding[];
}

/** Null for a milestone without signs, and for whoever may not read it. */
export function getDeskSuggestion(ctx: ServiceContext, body: Body, milestoneCode: string): DeskSuggestion | null {
  const today = ctx.clock.today();
  if (!mayDo(ctx, 'desk_check.read', resourceOf(body))) return null;
  if (!deskSignsOn(ctx.db, today).some((sign) => sign.milestoneCode === milestoneCode)) return null;
  const url = findDeskAddress(ctx.db, body.id, today)?.url ?? null;
  const check = newestCheck(ctx, body, today);
  const findings = check?.findings.filter((finding) => finding.milestoneCode === milestoneCode) ?? [];
  return { url, check, findings };
}
