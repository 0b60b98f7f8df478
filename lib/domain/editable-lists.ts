import { SURVEY_FEEDS, type SurveyFeed } from './vocabulary';

/** Lists of reference data that the admin edits item by item, by the name in their address. */
export const EDITABLE_LISTS = ['checklist', 'survey', 'desk-signs'] as const;
export type EditableList = (typeof EDITABLE_LISTS)[number];

/** What may be written about an item besides its code and place. */
export interface ChecklistContent {
  readonly title: string;
  readonly guidance: string;
  readonly maxPoints: number;
  readonly isCritical: boolean;
  /** space-separated codes of milestones */
  readonly contradicts: string;
}

export interface SurveyContent {
  readonly axis: string;
  readonly axisTitle: string;
  readonly text: string;
  readonly isReversed: boolean;
  /** space-separated SURVEY_FEEDS */
  readonly feeds: string;
}

export interface DeskSignContent {
  readonly milestoneCode: string;
  readonly title: string;
  /** alternatives, separated by `|` */
  readonly phrases: string;
}

export interface ListPlace {
  readonly code: string;
  readonly position: number;
  readonly isRetired: boolean;
}

/** Something about a list as a whole that its editor should know. Nothing is refused for it. */
export type ListWarning =
  | { readonly kind: 'points_sum'; readonly sum: number }
  | { readonly kind: 'no_critical' }
  | { readonly kind: 'item_count'; readonly before: number; readonly now: number }
  | { readonly kind: 'feed_without_item'; readonly feed: SurveyFeed }
  | { readonly kind: 'feed_lost_item'; readonly feed: SurveyFeed; readonly code: string }
  | { readonly kind: 'unknown_milestone'; readonly code: string; readonly milestone: string }
  | { readonly kind: 'empty' };

/** The sum that the points of a checklist should have, so that a point is a percent. */
export const FULL_POINTS = 100;

const words = (text: string) => text.split(' ').filter(Boolean);

const inUse = <Item extends ListPlace>(items: readonly Item[]) => items.filter(({ isRetired }) => !isRetired);

function unknownMilestones(
  codes: readonly (readonly [code: string, milestone: string])[],
  known: ReadonlySet<string>,
): ListWarning[] {
  return codes
    .filter(([, milestone]) => !known.has(milestone))
    .map(([code, milestone]) => ({ kind: 'unknown_milestone', code, milestone }));
}

export function checklistWarnings(
  items: readonly (ListPlace & ChecklistContent)[],
  milestones: ReadonlySet<string>,
): ListWarning[] {
  const used = inUse(items);
  if (used.length === 0) return [{ kind: 'empty' }];
  const sum = used.reduce((total, { maxPoints }) => total + maxPoints, 0);
  return [
    ...(sum === FULL_POINTS ? [] : [{ kind: 'points_sum', sum } as const]),
    ...(used.some(({ isCritical }) => isCritical) ? [] : [{ kind: 'no_critical' } as const]),
    ...unknownMilestones(
      used.flatMap(({ code, contradicts }) => words(contradicts).map((milestone) => [code, milestone] as const)),
      milestones,
    ),
  ];
}

/** @param before how many items were in use when the list was first loaded */
export function surveyWarnings(items: readonly (ListPlace & SurveyContent)[], before: number): ListWarning[] {
  const used = inUse(items);
  if (used.length === 0) return [{ kind: 'empty' }];
  const withdrawn = items.filter(({ isRetired }) => isRetired);
  const feeding = (some: readonly SurveyContent[], feed: SurveyFeed) =>
    some.filter(({ feeds }) => words(feeds).includes(feed));
  return [
    ...(used.length === before ? [] : [{ kind: 'item_count', before, now: used.length } as const]),
    ...SURVEY_FEEDS.flatMap((feed): ListWarning[] => {
      if (feeding(used, feed).length === 0) return [{ kind: 'feed_without_item', feed }];
      return withdrawn
        .filter(({ feeds }) => words(feeds).includes(feed))
        .map(({ code }) => ({ kind: 'feed_lost_item', feed, code }));
    }),
  ];
}

export function deskSignWarnings(
  items: readonly (ListPlace & DeskSignContent)[],
  milestones: ReadonlySet<string>,
): ListWarning[] {
  const used = inUse(items);
  if (used.length === 0) return [{ kind: 'empty' }];
  return unknownMilestones(
    used.map(({ code, milestoneCode }) => [code, milestoneCode]),
    milestones,
  );
}

export type MoveDirection = 'up' | 'down';

/**
 * New positions after an item has changed places with the next one in use above or below it: only those that differ. Empty where there is
 * none on that side, and for an item that is withdrawn or unknown.
 */
export function movedPositions(
  items: readonly ListPlace[],
  code: string,
  direction: MoveDirection,
): ReadonlyMap<string, number> {
  const order = [...items].sort((a, b) => a.position - b.position || (a.code < b.code ? -1 : 1));
  const used = inUse(order);
  const at = used.findIndex((item) => item.code === code);
  const item = used[at];
  const other = used[direction === 'up' ? at - 1 : at + 1];
  if (item === undefined || other === undefined) return new Map();
  const swapped = order.map((each) => (each === item ? other : each === other ? item : each));
  const positions = order.map(({ position }) => position);
  // two on one position would not change by changing places: then all are counted anew
  const areDistinct = new Set(positions).size === positions.length;
  return new Map(
    swapped.flatMap((each, index): [string, number][] => {
      const position = areDistinct ? (positions[index] ?? index + 1) : index + 1;
      return position === each.position ? [] : [[each.code, position]];
    }),
  );
}
