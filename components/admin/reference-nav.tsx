import { Segmented } from '@/components/ui/segmented';
import { EDITABLE_LISTS, type EditableList } from '@/lib/domain/editable-lists';
import { EDITABLE_LIST_WORDS } from '@/lib/messages/admin-lists';
import { REFERENCE } from '@/lib/messages/admin-reference';

const PARTS = [
  { href: '/admin/reference', label: REFERENCE.programme },
  { href: '/admin/reference/bodies', label: REFERENCE.bodies },
  { href: '/admin/reference/holidays', label: REFERENCE.holidays },
  { href: '/admin/reference/areas', label: REFERENCE.areas },
] as const;

const LISTS = EDITABLE_LISTS.map((list) => ({
  href: `/admin/reference/${list}` as const,
  label: EDITABLE_LIST_WORDS[list].nav,
}));

/** The kinds of reference data. */
export function ReferenceNav({
  current,
}: {
  current: (typeof PARTS)[number]['href'] | `/admin/reference/${EditableList}`;
}) {
  return (
    <div className="reference-nav">
      <Segmented
        label={REFERENCE.nav}
        items={[...PARTS, ...LISTS].map((part) => ({ ...part, isCurrent: part.href === current }))}
      />
    </div>
  );
}
