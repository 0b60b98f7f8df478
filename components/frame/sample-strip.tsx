import { Icon } from '@/components/ui/icon';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatLongDate } from '@/lib/format/dates';
import { FRAME } from '@/lib/messages/frame';

export interface SampleStripProps {
  isSampleData: boolean;
  /** The day that stands for today, or null when today is the real one. */
  simulatedToday: CivilDate | null;
}

/** Says on every page that what is shown is not real; nothing where it is. */
export function SampleStrip({ isSampleData, simulatedToday }: SampleStripProps) {
  const sentences = [
    isSampleData && FRAME.sampleData,
    simulatedToday !== null && FRAME.simulatedToday(formatLongDate(simulatedToday)),
  ].filter(Boolean);
  if (sentences.length === 0) return null;
  return (
    <aside className="demo" aria-label={FRAME.sampleAside}>
      <Icon name="info" />
      <span>{sentences.join(' ')}</span>
    </aside>
  );
}
