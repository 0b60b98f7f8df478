import type { IconName } from '@/components/ui/icon-shapes';
import type { Tone } from '@/components/ui/tag';
import type { MilestoneStateName } from '@/lib/domain/vocabulary';
import type { GridMark } from '@/lib/messages/villages';

export const GRID_MARK_LOOK: Record<GridMark, { readonly tone: Exclude<Tone, 'plain'>; readonly icon: IconName }> = {
  returned: { tone: 'late', icon: 'returned' },
  late: { tone: 'late', icon: 'late' },
  soon: { tone: 'risk', icon: 'risk' },
  later: { tone: 'exempt', icon: 'not_started' },
  in_progress: { tone: 'ontrack', icon: 'in_progress' },
  blocked: { tone: 'blocked', icon: 'blocked' },
  waiting: { tone: 'awaiting', icon: 'awaiting' },
  governorate: { tone: 'awaiting', icon: 'eye' },
  done: { tone: 'complete', icon: 'complete' },
  exempt: { tone: 'exempt', icon: 'exempt' },
};

/** The sign of a cell: a blocker is named before its due date, work under way before a due date that is only near. */
export function gridMark(cell: {
  readonly group: 'returned' | 'late' | 'soon' | 'later' | 'waiting' | 'governorate' | 'done' | 'exempt';
  readonly state: MilestoneStateName;
}): GridMark {
  const isOwnWork = cell.group === 'late' || cell.group === 'soon' || cell.group === 'later';
  if (isOwnWork && cell.state === 'blocked') return 'blocked';
  return isOwnWork && cell.group !== 'late' && cell.state === 'in_progress' ? 'in_progress' : cell.group;
}
