import type { Metadata } from 'next';
import { DoneNote } from '@/components/admin/done-note';
import { VersionsTable } from '@/components/admin/versions-table';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/form-fields';
import { Section } from '@/components/ui/section';
import { Tag } from '@/components/ui/tag';
import { readDraft } from '@/lib/drafts';
import { EDITABLE_LIST_WORDS, LIST_EDIT } from '@/lib/messages/admin-lists';
import { BODY_EDIT, REFERENCE } from '@/lib/messages/admin-reference';
import { readOrNotFound } from '@/lib/page-context';
import { plainSegment } from '@/lib/paths';
import { getEditableList, getListItemHistory } from '@/lib/services/editable-lists';
import { queryValue } from '@/lib/validation/progress';
import { getAdminContext } from '../../../admin-context';
import { saveListItemAction, withdrawListItemAction } from '../../actions';
import { feedsOf, ItemFields, itemPath, itemTitle, listOf, listPath } from '../list-parts';

export const metadata: Metadata = { title: REFERENCE.title };

const DONE = {
  saved: LIST_EDIT.saved,
  unchanged: LIST_EDIT.unchanged,
  withdrawn: LIST_EDIT.withdrawnDone,
  restored: LIST_EDIT.restoredDone,
};

/** One item of a list: its words, whether it is in use, and its versions. */
export default async function ListItemPage({ params, searchParams }: PageProps<'/admin/reference/[list]/[code]'>) {
  const ctx = await getAdminContext('reference.manage');
  const names = await params;
  const list = listOf(names.list);
  const code = plainSegment(names.code);
  const versions = readOrNotFound(() => getListItemHistory(ctx, list, code));
  const view = getEditableList(ctx, list);
  const item = view.shown.items.find((each) => each.code === code);
  const words = EDITABLE_LIST_WORDS[list];
  const path = itemPath(list, code);
  const feeds = feedsOf(view, code);
  const isRetired = item?.isRetired ?? false;
  const about = { list, code, seen: String(item?.id ?? '') };
  return (
    <div className="wrap page admin">
      <p className="crumb">
        <a href={listPath(list)}>{words.title}</a> ‹ <bdi className="ltr">{code}</bdi>
      </p>
      <h1>{itemTitle(view, code)}</h1>
      <DoneNote done={queryValue(await searchParams, 'done')} words={DONE} />
      <div className="admin-two">
        <div>
          <Section
            id="edit"
            title={LIST_EDIT.edit}
            take={BODY_EDIT.take}
            aside={isRetired && <Tag>{LIST_EDIT.withdrawn}</Tag>}
          >
            <ActionForm
              id="item"
              action={saveListItemAction}
              hidden={about}
              initialState={await readDraft(path, 'item')}
            >
              <ItemFields view={view} code={code} />
              <SubmitButton>{LIST_EDIT.save}</SubmitButton>
            </ActionForm>
          </Section>
          <Section
            id="withdraw"
            title={isRetired ? LIST_EDIT.restore : LIST_EDIT.withdraw}
            take={
              isRetired
                ? LIST_EDIT.restoreText
                : [LIST_EDIT.withdrawText, feeds === '' ? '' : LIST_EDIT.withdrawFeeds(feeds)].filter(Boolean).join(' ')
            }
          >
            <ActionForm
              id="withdrawal"
              action={withdrawListItemAction}
              hidden={{ ...about, isRetired: isRetired ? '0' : '1' }}
            >
              <SubmitButton variant="default">{isRetired ? LIST_EDIT.restore : LIST_EDIT.withdraw}</SubmitButton>
            </ActionForm>
          </Section>
        </div>
        <Section id="versions" title={LIST_EDIT.history}>
          <VersionsTable caption={LIST_EDIT.historyCaption} versions={versions} />
        </Section>
      </div>
    </div>
  );
}
