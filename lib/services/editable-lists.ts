import type { z } from 'zod';
import { listUserNames } from '@/db/queries/admin-facts';
import { insertChecklistItem } from '@/db/queries/checklist';
import { insertDeskSign } from '@/db/queries/desk-signs';
import { listChecklistVersions, listDeskSignVersions, listSurveyItemVersions } from '@/db/queries/list-versions';
import { listMilestonesAsOf, listProgrammesAsOf } from '@/db/queries/programmes';
import { insertSurveyItem } from '@/db/queries/surveys';
import type { Executor, Tx } from '@/db/client';
import type { CivilDate } from '@/lib/calendar/civil-date';
import {
  checklistWarnings,
  deskSignWarnings,
  movedPositions,
  surveyWarnings,
  type ChecklistContent,
  type DeskSignContent,
  type EditableList,
  type ListPlace,
  type ListWarning,
  type MoveDirection,
  type SurveyContent,
} from '@/lib/domain/editable-lists';
import { AppError } from '@/lib/errors';
import { normaliseForStore } from '@/lib/text/normalise';
import {
  checklistContentSchema,
  deskSignContentSchema,
  itemCodeSchema,
  surveyContentSchema,
} from '@/lib/validation/admin-lists';
import { recordAudit } from './audit';
import { invalidInput, parseInput, type InputIssue } from './parse-input';
import { authorise, type ServiceContext } from './service-context';
import { writeTransaction } from './write-transaction';

/**
 * The checklist of visits, the items of the survey and the signs of electronic desks, edited item by item. Each change is a new version,
 * known from today on; what was recorded with an earlier version keeps it.
 */

interface Stamp {
  readonly recordedOn: CivilDate;
  readonly recordedAt: string;
  readonly recordedBy: string | null;
}

type Version<Content> = Content & ListPlace & Stamp & { readonly id: number };
type NewVersion<Content> = Content & ListPlace & Stamp;

/** What one list has of its own. */
interface Kind<Content> {
  /** What the audit log calls an item. */
  readonly subject: string;
  readonly schema: z.ZodType<Content>;
  readonly versions: (db: Executor) => Version<Content>[];
  readonly insert: (tx: Tx, version: NewVersion<Content>) => void;
  /** Only its content: what a version holds besides is not compared. */
  readonly contentOf: (version: Content) => Content;
  readonly issues: (
    content: Content,
    others: readonly Version<Content>[],
    milestones: ReadonlySet<string>,
  ) => InputIssue[];
  readonly warnings: (
    items: readonly Version<Content>[],
    milestones: ReadonlySet<string>,
    before: number,
  ) => ListWarning[];
}

interface Contents {
  checklist: ChecklistContent;
  survey: SurveyContent;
  'desk-signs': DeskSignContent;
}

function milestoneIssues(field: string, codes: readonly string[], milestones: ReadonlySet<string>): InputIssue[] {
  const unknown = codes.filter((code) => !milestones.has(code));
  return unknown.length === 0 ? [] : [{ field, reason: 'list_no_such_milestone', codes: unknown }];
}

const KINDS: { readonly [List in EditableList]: Kind<Contents[List]> } = {
  checklist: {
    subject: 'checklist_item',
    schema: checklistContentSchema,
    versions: listChecklistVersions,
    insert: insertChecklistItem,
    contentOf: ({ title, guidance, maxPoints, isCritical, contradicts }) => ({
      title,
      guidance,
      maxPoints,
      isCritical,
      contradicts,
    }),
    issues: ({ contradicts }, _, milestones) =>
      milestoneIssues('contradicts', contradicts.split(' ').filter(Boolean), milestones),
    warnings: checklistWarnings,
  },
  survey: {
    subject: 'survey_item',
    schema: surveyContentSchema,
    versions: listSurveyItemVersions,
    insert: insertSurveyItem,
    contentOf: ({ axis, axisTitle, text, isReversed, feeds }) => ({ axis, axisTitle, text, isReversed, feeds }),
    issues: ({ axis, axisTitle }, others) => {
      const other = others.find((item) => !item.isRetired && item.axis === axis);
      if (other === undefined || other.axisTitle === axisTitle) return [];
      return [{ field: 'axisTitle', reason: 'list_axis_title', title: other.axisTitle }];
    },
    warnings: (items, _, before) => surveyWarnings(items, before),
  },
  'desk-signs': {
    subject: 'desk_sign',
    schema: deskSignContentSchema,
    versions: listDeskSignVersions,
    insert: insertDeskSign,
    contentOf: ({ milestoneCode, title, phrases }) => ({ milestoneCode, title, phrases }),
    issues: ({ milestoneCode }, _, milestones) => milestoneIssues('milestoneCode', [milestoneCode], milestones),
    warnings: deskSignWarnings,
  },
};

/** The newest version of each item known on a day, in its order. */
function itemsOn<Content>(versions: readonly Version<Content>[], day: CivilDate): Version<Content>[] {
  const newest = new Map<string, Version<Content>>();
  for (const version of versions) if (version.recordedOn <= day) newest.set(version.code, version);
  return [...newest.values()].sort((a, b) => a.position - b.position || (a.code < b.code ? -1 : 1));
}

/** Milestones of all programmes, by code; withdrawn ones are left out. */
function milestonesOn(db: Executor, day: CivilDate): { readonly code: string; readonly title: string }[] {
  const found = listProgrammesAsOf(db, day).flatMap(({ version }) =>
    listMilestonesAsOf(db, version.programmeId, day).filter((each) => !each.version.isRetired),
  );
  return [...new Map(found.map(({ code, version }) => [code, { code, title: version.title }])).values()];
}

const codesOf = (milestones: readonly { readonly code: string }[]) => new Set(milestones.map(({ code }) => code));

/** Words as they are shown one by one. */
const LISTED: Readonly<Record<string, string>> = { feeds: ' ', contradicts: ' ', phrases: '|' };

function shownFields(fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]: [string, unknown]) => {
      const separator = LISTED[name];
      return [name, separator !== undefined && typeof value === 'string' ? value.split(separator) : value];
    }),
  );
}

type Fields = Readonly<Record<string, unknown>>;

function changesOf(before: object, after: object): { readonly before: Fields; readonly after: Fields } | null {
  const old: Fields = { ...before };
  const changed = Object.entries(after).filter(([name, value]) => old[name] !== value);
  if (changed.length === 0) return null;
  return {
    before: shownFields(Object.fromEntries(changed.map(([name]) => [name, old[name]]))),
    after: shownFields(Object.fromEntries(changed)),
  };
}

function normalised<Content extends object>(content: Content): Content {
  return Object.fromEntries(
    Object.entries(content).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'string' ? normaliseForStore(value) : value,
    ]),
  ) as Content;
}

/** One item as its page shows it. */
export type ListItem<List extends EditableList> = Version<Contents[List]>;

/** The items of one list, named after it so that its fields are known. */
export type ListItems = {
  [List in EditableList]: { readonly list: List; readonly items: readonly ListItem<List>[] };
}[EditableList];

export interface EditableListView {
  readonly shown: ListItems;
  readonly inUse: number;
  readonly warnings: readonly ListWarning[];
  readonly milestones: readonly { readonly code: string; readonly title: string }[];
}

/** What is done to one list, whichever it is. */
function editor<Content extends object>(kind: Kind<Content>) {
  const { subject, versions, insert, contentOf } = kind;

  function read(ctx: ServiceContext, tx: Executor) {
    return itemsOn(versions(tx), ctx.clock.today());
  }

  function write(
    ctx: ServiceContext,
    tx: Tx,
    version: Content & ListPlace,
    audit: { readonly action: string; readonly details: Fields },
  ): void {
    insert(tx, {
      ...contentOf(version),
      code: version.code,
      position: version.position,
      isRetired: version.isRetired,
      recordedOn: ctx.clock.today(),
      recordedAt: ctx.clock.now().toISOString(),
      recordedBy: ctx.isSystem ? null : ctx.actor.id,
    });
    recordAudit(ctx, tx, { ...audit, subjectType: subject, subjectKey: version.code });
  }

  function find(items: readonly Version<Content>[], code: string, seen: number): Version<Content> {
    const newest = items.find((item) => item.code === code);
    if (newest === undefined) throw new AppError('not_found', { subject, code });
    if (newest.id !== seen) throw new AppError('conflict', { reason: 'newer_version' });
    return newest;
  }

  function checked(ctx: ServiceContext, tx: Executor, input: unknown, others: readonly Version<Content>[]): Content {
    const content = normalised(parseInput(kind.schema, input));
    const issues = kind.issues(content, others, codesOf(milestonesOn(tx, ctx.clock.today())));
    if (issues.length > 0) throw invalidInput(issues);
    return content;
  }

  return {
    items: read,
    versions,
    contentOf,
    warnings: (db: Executor, day: CivilDate, milestones: ReadonlySet<string>) => {
      const all = versions(db);
      const [first] = all;
      const before = first === undefined ? [] : itemsOn(all, first.recordedOn);
      return kind.warnings(itemsOn(all, day), milestones, before.filter(({ isRetired }) => !isRetired).length);
    },

    add: (ctx: ServiceContext, code: string, input: unknown): void =>
      writeTransaction(ctx, (tx) => {
        if (!itemCodeSchema.safeParse(code).success) throw invalidInput([{ field: 'code', reason: 'invalid' }]);
        const items = read(ctx, tx);
        const taken = items.find((item) => item.code === code);
        if (taken !== undefined) {
          throw invalidInput([{ field: 'code', reason: 'list_code_taken', isRetired: taken.isRetired }]);
        }
        const content = checked(ctx, tx, input, items);
        const position = Math.max(0, ...items.map((item) => item.position)) + 1;
        const details = shownFields({ ...content, position });
        write(ctx, tx, { ...content, code, position, isRetired: false }, { action: 'reference.add_item', details });
      }),

    change: (ctx: ServiceContext, code: string, seen: number, input: unknown): boolean =>
      writeTransaction(ctx, (tx) => {
        const items = read(ctx, tx);
        const newest = find(items, code, seen);
        const others = items.filter((item) => item.code !== code);
        const content = checked(ctx, tx, input, others);
        const changes = changesOf(contentOf(newest), content);
        if (changes === null) return false;
        const { position, isRetired } = newest;
        write(
          ctx,
          tx,
          { ...content, code, position, isRetired },
          { action: 'reference.change_item', details: changes },
        );
        return true;
      }),

    setRetired: (ctx: ServiceContext, code: string, seen: number, isRetired: boolean): boolean =>
      writeTransaction(ctx, (tx) => {
        const newest = find(read(ctx, tx), code, seen);
        if (newest.isRetired === isRetired) return false;
        const action = isRetired ? 'reference.withdraw_item' : 'reference.restore_item';
        write(ctx, tx, { ...newest, isRetired }, { action, details: {} });
        return true;
      }),

    move: (ctx: ServiceContext, code: string, direction: MoveDirection): boolean =>
      writeTransaction(ctx, (tx) => {
        const items = read(ctx, tx);
        if (!items.some((item) => item.code === code)) throw new AppError('not_found', { subject, code });
        const moved = movedPositions(items, code, direction);
        for (const item of items) {
          const position = moved.get(item.code);
          if (position === undefined) continue;
          const details = { before: { position: item.position }, after: { position } };
          write(ctx, tx, { ...item, position }, { action: 'reference.move_item', details });
        }
        return moved.size > 0;
      }),
  };
}

const EDITORS = {
  checklist: editor(KINDS.checklist),
  survey: editor(KINDS.survey),
  'desk-signs': editor(KINDS['desk-signs']),
} as const;

/** One list as known today with everything its page needs; withdrawn items are among them. @throws AppError `forbidden` */
export function getEditableList(ctx: ServiceContext, list: EditableList): EditableListView {
  authorise(ctx, 'reference.manage');
  const today = ctx.clock.today();
  const milestones = milestonesOn(ctx.db, today);
  const shown = { list, items: EDITORS[list].items(ctx, ctx.db) } as ListItems;
  return {
    shown,
    inUse: shown.items.filter(({ isRetired }) => !isRetired).length,
    warnings: EDITORS[list].warnings(ctx.db, today, codesOf(milestones)),
    milestones,
  };
}

export interface ListItemVersion {
  readonly id: number;
  readonly recordedOn: CivilDate;
  /** Null for the first load and the command line. */
  readonly recordedByName: string | null;
  /** What it says, and what the version before it said (null for the first), as the audit log shows them. */
  readonly values: Fields;
  readonly previous: Fields | null;
}

/** All versions of an item, newest first. @throws AppError `forbidden`; `not_found` */
export function getListItemHistory(ctx: ServiceContext, list: EditableList, code: string): ListItemVersion[] {
  authorise(ctx, 'reference.manage');
  const all: readonly Version<object>[] = EDITORS[list].versions(ctx.db);
  const own = all.filter((version) => version.code === code);
  if (own.length === 0) throw new AppError('not_found', { subject: list, code });
  const names = listUserNames(ctx.db);
  const valuesOf = ({
    id: _,
    code: __,
    recordedOn: ___,
    recordedAt: ____,
    recordedBy: _____,
    ...rest
  }: Version<object>) => shownFields(rest);
  return own
    .map((version, index) => {
      const before = own[index - 1];
      return {
        id: version.id,
        recordedOn: version.recordedOn,
        recordedByName: version.recordedBy === null ? null : (names.get(version.recordedBy) ?? null),
        values: valuesOf(version),
        previous: before === undefined ? null : valuesOf(before),
      };
    })
    .reverse();
}

/**
 * Adds an item at the end of its list.
 *
 * @throws AppError `forbidden`, `read_only_clock`; `invalid_input` with `list_code_taken`, `list_no_such_milestone`, `list_axis_title` and
 *   whatever the schema refuses
 */
export function addListItem(ctx: ServiceContext, list: EditableList, code: string, content: unknown): void {
  authorise(ctx, 'reference.manage');
  EDITORS[list].add(ctx, code, content);
}

/**
 * Changes an item from today on. `seen` is the id of the version it was changed from. Returns whether anything was different.
 *
 * @throws AppError as `addListItem`; `not_found`; `conflict` where another version has come since
 */
export function changeListItem(
  ctx: ServiceContext,
  list: EditableList,
  code: string,
  seen: number,
  content: unknown,
): boolean {
  authorise(ctx, 'reference.manage');
  return EDITORS[list].change(ctx, code, seen, content);
}

/** Withdraws an item from today on, or brings it back. Returns whether that was news. @throws AppError as `changeListItem` */
export function setListItemRetired(
  ctx: ServiceContext,
  list: EditableList,
  code: string,
  seen: number,
  isRetired: boolean,
): boolean {
  authorise(ctx, 'reference.manage');
  return EDITORS[list].setRetired(ctx, code, seen, isRetired);
}

/** Moves an item past the next one in use. Returns whether there was one. @throws AppError `forbidden`, `not_found`, `read_only_clock` */
export function moveListItem(ctx: ServiceContext, list: EditableList, code: string, direction: MoveDirection): boolean {
  authorise(ctx, 'reference.manage');
  return EDITORS[list].move(ctx, code, direction);
}
