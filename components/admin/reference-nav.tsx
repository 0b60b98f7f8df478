import { Segmented } from '@/components/ui/segmented';
import { REFERENCE } from '@/lib/messages/admin-reference';

const PARTS = [
  { href: '/admin/reference', label: REFERENCE.programme },
  { href: '/admin/reference/bodies', label: REFERENCE.bodies },
  { href: '/admin/reference/holidays', label: REFERENCE.holidays },
  { href: '/admin/reference/areas', label: REFERENCE.areas },
] as const;

/** The kinds of reference data. */
export function ReferenceNav({ current }: { current: (typeof PARTS)[number]['href'] }) {
  return (
    <div className="reference-nav">
      <Segmented label={REFERENCE.nav} items={PARTS.map((part) => ({ ...part, isCurrent: part.href === current }))} />
    </div>
  );
}
