'use client';

import { useEffect, useRef, useState } from 'react';
import { scoreInspection, scoreItem, type ChecklistItem, type ScoredItem } from '@/lib/domain/inspections';
import { INSPECTION_GRADES } from '@/lib/domain/vocabulary';
import { formatInteger } from '@/lib/format/numbers';
import { pointsText, VISIT_FORM } from '@/lib/messages/inspections';

/** The score so far and how many items are left; nothing without script. `round` changes when the fields are drawn anew. */
export function RunningScore({
  items,
  passPercent,
  round,
}: {
  items: readonly ChecklistItem[];
  passPercent: number;
  round: number;
}) {
  const root = useRef<HTMLDivElement>(null);
  const [graded, setGraded] = useState<readonly ScoredItem[] | null>(null);

  useEffect(() => {
    const form = root.current?.closest('form');
    if (!form) return undefined;
    const read = () => {
      const data = new FormData(form);
      setGraded(
        items.flatMap((item) => {
          const grade = INSPECTION_GRADES.find((known) => known === data.get(`grade-${item.code}`));
          return grade === undefined ? [] : [scoreItem(item, grade)];
        }),
      );
    };
    read();
    form.addEventListener('change', read);
    return () => form.removeEventListener('change', read);
  }, [items, round]);

  if (graded === null) return <div ref={root} />;
  const { points, maxPoints, isReal } = scoreInspection(graded, passPercent);
  const left = items.length - graded.length;
  return (
    <div ref={root} className="visit-score">
      <b>{VISIT_FORM.running(pointsText(points), formatInteger(maxPoints), left)}</b>
      {left < items.length && <span>{isReal ? VISIT_FORM.runningReal : VISIT_FORM.runningNotReal}</span>}
    </div>
  );
}
