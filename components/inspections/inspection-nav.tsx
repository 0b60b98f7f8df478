import { Segmented } from '@/components/ui/segmented';
import { INSPECTION_NAV } from '@/lib/messages/inspections';

const PARTS = [
  { href: '/inspections', label: INSPECTION_NAV.visits },
  { href: '/inspections/plan', label: INSPECTION_NAV.plan },
  { href: '/inspections/desks', label: INSPECTION_NAV.desks },
] as const;

/** The pages that ask whether the desk is real. */
export function InspectionNav({ current }: { current: (typeof PARTS)[number]['href'] }) {
  return (
    <Segmented
      label={INSPECTION_NAV.label}
      items={PARTS.map((part) => ({ ...part, isCurrent: part.href === current }))}
    />
  );
}
