import { notFound } from 'next/navigation';
import { ChecklistFields, DeskSignFields, SurveyFields } from '@/components/admin/list-fields';
import type { ListItemRow } from '@/components/admin/list-items-table';
import { EDITABLE_LISTS, type EditableList } from '@/lib/domain/editable-lists';
import { formatInteger } from '@/lib/format/numbers';
import { FEED_LABELS, LIST_EDIT } from '@/lib/messages/admin-lists';
import { joinWords } from '@/lib/messages/common';
import type { EditableListView } from '@/lib/services/editable-lists';
import { SURVEY_FEEDS } from '@/lib/domain/vocabulary';

/** The list that an address names; any other is no page. */
export function listOf(name: string): EditableList {
  return EDITABLE_LISTS.find((list) => list === name) ?? notFound();
}

export const listPath = (list: EditableList) => `/admin/reference/${list}`;
export const itemPath = (list: EditableList, code: string) => `${listPath(list)}/${encodeURIComponent(code)}`;

const feedWords = (feeds: string) =>
  SURVEY_FEEDS.filter((feed) => feeds.split(' ').includes(feed)).map((feed) => FEED_LABELS[feed]);

/** The outcomes that an item counts towards, in words; empty for none and for other lists. */
export function feedsOf({ shown }: EditableListView, code: string): string {
  if (shown.list !== 'survey') return '';
  return joinWords(feedWords(shown.items.find((item) => item.code === code)?.feeds ?? ''));
}

/** Fields of an item, or of one that is added (null), as its list needs them. */
export function ItemFields({ view: { shown, milestones }, code }: { view: EditableListView; code: string | null }) {
  switch (shown.list) {
    case 'checklist':
      return <ChecklistFields item={shown.items.find((item) => item.code === code) ?? null} />;
    case 'survey':
      return (
        <SurveyFields
          item={shown.items.find((item) => item.code === code) ?? null}
          axes={[...new Map(shown.items.map(({ axis, axisTitle }) => [axis, axisTitle]))]}
        />
      );
    case 'desk-signs':
      return <DeskSignFields item={shown.items.find((item) => item.code === code) ?? null} milestones={milestones} />;
  }
}

export function itemTitle({ shown }: EditableListView, code: string): string | null {
  return itemRows({ shown }).find((row) => row.code === code)?.title ?? null;
}

/** The items as rows of their table. */
export function itemRows({ shown }: Pick<EditableListView, 'shown'>): ListItemRow[] {
  const rowOf = (
    { code, isRetired }: { readonly code: string; readonly isRetired: boolean },
    title: string,
    note: string,
    marks: readonly string[],
  ): ListItemRow => ({ code, isRetired, title, note, marks, href: itemPath(shown.list, code) });
  switch (shown.list) {
    case 'checklist':
      return shown.items.map((item) =>
        rowOf(item, item.title, item.guidance, [
          `${LIST_EDIT.points} ${formatInteger(item.maxPoints)}`,
          ...(item.isCritical ? [LIST_EDIT.critical] : []),
          ...(item.contradicts === '' ? [] : [item.contradicts]),
        ]),
      );
    case 'survey':
      return shown.items.map((item) =>
        rowOf(item, item.text, item.axisTitle, [
          ...(item.isReversed ? [LIST_EDIT.reversed] : []),
          ...feedWords(item.feeds),
        ]),
      );
    case 'desk-signs':
      return shown.items.map((item) =>
        rowOf(item, item.title, item.phrases.replaceAll('|', '، '), [
          item.milestoneCode,
          LIST_EDIT.phrasesOf(item.phrases.split('|').length),
        ]),
      );
  }
}
