import type { Tx } from '@/db/client';
import { findHandover, HAND_OVER, listHandoversOf } from '@/db/queries/handovers';
import {
  deleteSessionsOfUser,
  findUserByUsername,
  listScopes,
  listVillageBodyIds,
  replaceScopes,
  updateUserRow,
  type UserRow,
} from '@/db/queries/users';
import { normaliseUsername } from '@/lib/auth/usernames';
import { isCivilDate, type CivilDate } from '@/lib/calendar/civil-date';
import type { Reference } from '@/lib/domain/reference';
import { AppError } from '@/lib/errors';
import { comparePersian } from '@/lib/text/collation';
import { normaliseParagraphs } from '@/lib/text/normalise';
import { recordAudit } from './audit';
import { getLedger } from './ledger';
import { groupOf, type StepGroup } from './my-steps';
import { invalidInput } from './parse-input';
import { authorise, type ServiceContext } from './service-context';
import { trackShortNames } from './track-names';
import { listUsers } from './users';
import { accountTransaction } from './write-transaction';

export interface HandoverInput {
  readonly from: string;
  readonly to: string;
  /** Day of the minutes; default today. A day to come is refused: the handover is recorded on the day itself. */
  readonly onDay?: CivilDate | null;
  readonly note?: string | null;
  /** The account of the one who leaves is closed as well. */
  readonly closesAccount?: boolean;
}

const NOTE_LENGTH = 500;

function liaisonOf(tx: Tx, field: 'from' | 'to', username: string): UserRow {
  const user = findUserByUsername(tx, normaliseUsername(username));
  if (user === undefined) {
    if (field === 'from') throw new AppError('not_found', { subject: 'user', username });
    throw invalidInput([{ field, reason: 'no_such_liaison' }]);
  }
  if (user.role !== 'liaison') throw invalidInput([{ field, reason: 'not_a_liaison', role: user.role }]);
  return user;
}

/**
 * Hands all bodies of one liaison to another, who keeps own ones. What was reported, asked, drafted on the server or uploaded belongs to the
 * bodies and stays as it is; the one who hands over loses access at once, open sessions included. One transaction with the audit rows of
 * both; the row of the one who hands over is what the printed sheet is read from.
 *
 * @throws AppError `forbidden`; `not_found`; `invalid_input` for a receiver who is no liaison, is closed or the same, and where there is nothing
 *   to hand over
 */
export function handOverBodies(ctx: ServiceContext, input: HandoverInput): void {
  authorise(ctx, 'user.manage');
  const today = ctx.clock.today();
  const onDay = input.onDay ?? today;
  if (onDay > today) throw invalidInput([{ field: 'onDay', reason: 'after_today' }]);
  const note = normaliseParagraphs(input.note ?? '');
  if (note.length > NOTE_LENGTH) throw invalidInput([{ field: 'note', reason: 'too_long', max: NOTE_LENGTH }]);
  accountTransaction(ctx, (tx) => {
    const from = liaisonOf(tx, 'from', input.from);
    const to = liaisonOf(tx, 'to', input.to);
    if (to.id === from.id) throw invalidInput([{ field: 'to', reason: 'same_liaison' }]);
    if (to.disabledAt !== null) throw invalidInput([{ field: 'to', reason: 'liaison_closed' }]);
    const given = listScopes(tx, from.id);
    if (given.length === 0) throw invalidInput([{ field: 'to', reason: 'nothing_to_hand_over' }]);

    const all = [...listScopes(tx, to.id), ...given];
    replaceScopes(tx, to.id, {
      bodyIds: [...new Set(all.flatMap(({ bodyId }) => bodyId ?? []))],
      districtCodes: [...new Set(all.flatMap(({ districtCode }) => districtCode ?? []))],
    });
    replaceScopes(tx, from.id, { bodyIds: [], districtCodes: [] });
    const ended = deleteSessionsOfUser(tx, from.id);
    const isClosed = input.closesAccount === true && from.disabledAt === null;
    if (isClosed) {
      const now = ctx.clock.now();
      updateUserRow(tx, from.id, { disabledAt: now.toISOString(), updatedAt: now });
    }
    const details = {
      fromUser: from.username,
      toUser: to.username,
      onDay,
      bodyCodes: given.flatMap(({ bodyCode }) => bodyCode ?? []),
      scopeDistrictCodes: given.flatMap(({ districtCode }) => districtCode ?? []),
      note: note === '' ? null : note,
    };
    const subject = { subjectType: 'user', subjectKey: from.username } as const;
    recordAudit(ctx, tx, { ...subject, action: HAND_OVER, details: { ...details, ended, isClosed } });
    recordAudit(ctx, tx, { ...subject, action: 'user.take_over', subjectKey: to.username, details });
  });
}

export interface HandoverSummary {
  readonly id: number;
  readonly toName: string;
  readonly onDay: CivilDate;
}

/** Liaisons who can take over from one, by name. @throws AppError `forbidden` */
export function listReceivers(
  ctx: ServiceContext,
  username: string,
): { readonly username: string; readonly name: string }[] {
  return listUsers(ctx)
    .filter((user) => user.role === 'liaison' && !user.isDisabled && user.username !== normaliseUsername(username))
    .map((user) => ({ username: user.username, name: user.name }));
}

/** What a liaison has handed over, newest first. @throws AppError `forbidden` */
export function listHandovers(ctx: ServiceContext, username: string): HandoverSummary[] {
  authorise(ctx, 'user.manage');
  return listHandoversOf(ctx.db, normaliseUsername(username)).map((row) => ({
    id: row.id,
    toName: nameOf(ctx, row.details['toUser']),
    onDay: dayOf(row.details['onDay'], row.recordedOn),
  }));
}

const SHEET_GROUPS: readonly StepGroup[] = ['returned', 'late', 'soon', 'waiting'];

export interface SheetBody {
  readonly code: string;
  readonly name: string;
  readonly ruralDistrictName: string | null;
  /** Steps returned, late, due soon, and waiting for the governorate. */
  readonly counts: Readonly<Record<'returned' | 'late' | 'soon' | 'waiting', number>>;
  /** Requests and objections without an answer. */
  readonly unanswered: number;
  /** What was sent back or is late, in words of the step. */
  readonly pressing: readonly {
    readonly trackName: string;
    readonly position: number;
    readonly title: string;
    readonly isReturned: boolean;
  }[];
}

export interface HandoverSheet {
  readonly id: number;
  readonly fromName: string;
  readonly toName: string;
  readonly onDay: CivilDate;
  readonly recordedOn: CivilDate;
  readonly recordedBy: string;
  readonly note: string | null;
  readonly bodies: readonly SheetBody[];
}

/**
 * The minutes of a handover: every body with what was open at the end of the day on which it was recorded. A reprint gives the same sheet.
 *
 * @throws AppError `forbidden`; `not_found`
 */
export function getHandoverSheet(ctx: ServiceContext, id: number): HandoverSheet {
  authorise(ctx, 'user.manage');
  const row = Number.isSafeInteger(id) ? findHandover(ctx.db, id) : null;
  if (row === null) throw new AppError('not_found', { subject: 'handover', id });
  const { details, recordedOn } = row;
  const ledger = getLedger(ctx.db);
  const { reference, figures } = ledger.snapshot(recordedOn);
  const names = trackShortNames(reference);
  const areas = new Map(reference.areas.map(({ code, name }) => [code, name]));
  const unanswered = ledger.openMatters(recordedOn);
  const given = bodiesOf(ctx, reference, details);
  return {
    id: row.id,
    fromName: nameOf(ctx, details['fromUser']),
    toName: nameOf(ctx, details['toUser']),
    onDay: dayOf(details['onDay'], recordedOn),
    recordedOn,
    recordedBy: nameOf(ctx, row.actorName),
    note: typeof details['note'] === 'string' ? details['note'] : null,
    bodies: given.map((body): SheetBody => {
      const steps = figures
        .filter(({ pair }) => pair.body.id === body.id)
        .flatMap(({ pair, milestones }) =>
          milestones.map((item) => ({
            group: groupOf(item, recordedOn, reference.thresholds),
            trackName: names.get(pair.track.id) ?? pair.track.title,
            position: item.milestone.position,
            title: item.milestone.title,
          })),
        );
      const count = (wanted: StepGroup) => steps.filter(({ group }) => group === wanted).length;
      const [returned = 0, late = 0, soon = 0, waiting = 0] = SHEET_GROUPS.map(count);
      return {
        code: body.code,
        name: body.name,
        ruralDistrictName: areas.get(body.ruralDistrictCode ?? '') ?? null,
        counts: { returned, late, soon, waiting },
        unanswered: unanswered.filter(({ bodyId }) => bodyId === body.id).length,
        pressing: steps
          .filter(({ group }) => group === 'returned' || group === 'late')
          .map(({ group, trackName, position, title }) => ({
            trackName,
            position,
            title,
            isReturned: group === 'returned',
          })),
      };
    }),
  };
}

function bodiesOf(ctx: ServiceContext, reference: Reference, details: Readonly<Record<string, unknown>>) {
  const list = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
  const codes = new Set(list(details['bodyCodes']));
  const villages = new Set(list(details['scopeDistrictCodes']).flatMap((code) => listVillageBodyIds(ctx.db, code)));
  return reference.bodies
    .filter(({ id, code }) => codes.has(code) || villages.has(id))
    .sort((a, b) => comparePersian(a.name, b.name));
}

function dayOf(value: unknown, otherwise: CivilDate): CivilDate {
  return typeof value === 'string' && isCivilDate(value) ? value : otherwise;
}

function nameOf(ctx: ServiceContext, username: unknown): string {
  return findUserByUsername(ctx.db, String(username))?.name ?? String(username);
}
