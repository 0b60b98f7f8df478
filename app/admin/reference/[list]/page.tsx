import type { Metadata } from 'next';
import { DoneNote } from '@/components/admin/done-note';
import { CodeField } from '@/components/admin/list-fields';
import { ListItemsTable } from '@/components/admin/list-items-table';
import { ReferenceNav } from '@/components/admin/reference-nav';
import { ActionForm } from '@/components/ui/action-form';
import { EmptyState } from '@/components/ui/empty-state';
import { SubmitButton } from '@/components/ui/form-fields';
import { Note } from '@/components/ui/note';
import { Section } from '@/components/ui/section';
import { readDraft } from '@/lib/drafts';
import { EDITABLE_LIST_WORDS, LIST_EDIT, listWarningText } from '@/lib/messages/admin-lists';
import { REFERENCE } from '@/lib/messages/admin-reference';
import { getEditableList } from '@/lib/services/editable-lists';
import { queryValue } from '@/lib/validation/progress';
import { getAdminContext } from '../../admin-context';
import { moveListItemAction, saveListItemAction } from '../actions';
import { ItemFields, itemRows, listOf, listPath } from './list-parts';

export async function generateMetadata({ params }: PageProps<'/admin/reference/[list]'>): Promise<Metadata> {
  return { title: EDITABLE_LIST_WORDS[listOf((await params).list)].title };
}

const DONE = { added: LIST_EDIT.added, moved: LIST_EDIT.moved, notMoved: LIST_EDIT.notMoved };

/** One of the lists that are edited item by item: the checklist of visits, the survey, or the signs of electronic desks. */
export default async function EditableListPage({ params, searchParams }: PageProps<'/admin/reference/[list]'>) {
  const ctx = await getAdminContext('reference.manage');
  const list = listOf((await params).list);
  const view = getEditableList(ctx, list);
  const words = EDITABLE_LIST_WORDS[list];
  const rows = itemRows(view);
  const points = view.shown.list === 'checklist' ? view.shown.items.filter(({ isRetired }) => !isRetired) : null;
  return (
    <div className="wrap page admin">
      <h1>{words.title}</h1>
      <p className="take">
        {words.take} {REFERENCE.take}
      </p>
      <ReferenceNav current={`/admin/reference/${list}`} />
      <DoneNote done={queryValue(await searchParams, 'done')} words={DONE} />
      {rows.length > 0 &&
        view.warnings.map((warning) => (
          <Note key={JSON.stringify(warning)} tone="warn" className="done-note">
            {listWarningText(warning)}
          </Note>
        ))}
      <div className="admin-two">
        <Section
          id="items"
          title={words.count(view.inUse)}
          aside={
            points !== null && (
              <span className="muted small">
                {LIST_EDIT.pointsAside(points.reduce((sum, { maxPoints }) => sum + maxPoints, 0))}
              </span>
            )
          }
        >
          {rows.length === 0 ? (
            <EmptyState level={3} title={LIST_EDIT.empty}>
              {LIST_EDIT.emptyHint}
            </EmptyState>
          ) : (
            <ActionForm id="order" action={moveListItemAction} hidden={{ list }}>
              <ListItemsTable caption={LIST_EDIT.caption(words.title)} rows={rows} />
            </ActionForm>
          )}
        </Section>
        <Section id="add" title={LIST_EDIT.add(words.item)} take={LIST_EDIT.addHint}>
          <ActionForm
            id="item"
            action={saveListItemAction}
            hidden={{ list }}
            initialState={await readDraft(listPath(list), 'item')}
          >
            <CodeField />
            <ItemFields view={view} code={null} />
            <SubmitButton>{LIST_EDIT.add(words.item)}</SubmitButton>
          </ActionForm>
        </Section>
      </div>
    </div>
  );
}
