import { Segmented } from '@/components/ui/segmented';
import { OUTCOME_NAV } from '@/lib/messages/indicators';

const PARTS = [
  { href: '/indicators', label: OUTCOME_NAV.indicators },
  { href: '/indicators/survey', label: OUTCOME_NAV.survey },
  { href: '/indicators/deeds', label: OUTCOME_NAV.deeds },
  { href: '/indicators/network', label: OUTCOME_NAV.network },
] as const;

/** The pages that ask whether it helped. */
export function OutcomeNav({ current }: { current: (typeof PARTS)[number]['href'] }) {
  return (
    <div className="mb-4 no-print">
      <Segmented
        label={OUTCOME_NAV.label}
        items={PARTS.map((part) => ({ ...part, isCurrent: part.href === current }))}
      />
    </div>
  );
}
