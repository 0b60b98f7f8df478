import type { CivilDate } from '@/lib/calendar/civil-date';
import { toJalali } from '@/lib/calendar/jalali';
import { trackOfSort, type BodySort } from '@/lib/domain/body-columns';
import { formatDayMonth, formatDayMonthYear } from '@/lib/format/dates';
import { BODY_COLUMN_LABELS, BODY_COLUMN_SHORT, BODY_LIST } from '@/lib/messages/body-list';
import { BLOCK_CAUSE_LABELS, BODY_CATEGORY_LABELS, PAIR_STATUS_LABELS, TURN_LABELS } from '@/lib/messages/vocabulary';
import type { BodyListParams } from './bodies';
import type { Scope } from './scope';
import { trackShortNames } from './track-names';

/** What can narrow the list, by the name it has in the address. */
export type BodyConditionKey =
  | 'asOf'
  | 'programme'
  | 'q'
  | 'status'
  | 'category'
  | 'district'
  | 'track'
  | 'deadline'
  | 'desk'
  | 'silent'
  | 'blocked'
  | 'cause'
  | 'turn'
  | 'waiting'
  | 'coordination';

export interface BodyCondition {
  readonly key: BodyConditionKey;
  readonly text: string;
}

const dayText = (day: CivilDate, near: CivilDate) =>
  toJalali(day).year === toJalali(near).year ? formatDayMonth(day) : formatDayMonthYear(day);

/** Each thing that narrows a list, in words; empty for the whole list of today. */
export function bodyConditions(params: BodyListParams, scope: Scope): BodyCondition[] {
  const { asOf, today, reference, programme } = scope;
  const { trackCode, deadlineOn, category, districtCode } = scope.filter;
  const title = scope.tracks.find(({ code }) => code === trackCode)?.title;
  const district = reference.areas.find(({ code }) => code === districtCode)?.name;
  const query = params.q?.trim() ?? '';
  const candidates: readonly (readonly [BodyConditionKey, string | false | null | undefined])[] = [
    ['asOf', asOf !== today && BODY_LIST.byDay(formatDayMonthYear(asOf))],
    ['programme', params.programme && BODY_LIST.byProgramme(programme.title)],
    ['q', query !== '' && BODY_LIST.bySearch(query)],
    ['status', params.status && BODY_LIST.byStatus(PAIR_STATUS_LABELS[params.status])],
    ['category', category && BODY_LIST.byCategory(BODY_CATEGORY_LABELS[category])],
    ['district', district !== undefined && BODY_LIST.byDistrict(district)],
    ['track', title !== undefined && BODY_LIST.byTrack(title)],
    ['deadline', deadlineOn && BODY_LIST.byDeadline(dayText(deadlineOn, asOf))],
    ['desk', params.desk && BODY_LIST.byDesk[params.desk]],
    ['silent', params.silent && BODY_LIST.bySilence(reference.thresholds.silentAfterDays)],
    ['blocked', params.blocked && BODY_LIST.byBlocker],
    ['cause', params.cause && BODY_LIST.byCause(BLOCK_CAUSE_LABELS[params.cause])],
    ['turn', params.turn && BODY_LIST.byTurn(TURN_LABELS[params.turn])],
    ['waiting', params.waiting && BODY_LIST.byWaiting],
    ['coordination', params.coordination && BODY_LIST.byCoordination],
  ];
  return candidates.flatMap(([key, text]) => (text ? [{ key, text }] : []));
}

/** «به ترتیب تأییدشده، از آخر» */
export function bodyOrderText(sort: BodySort, descending: boolean, scope: Scope): string {
  if (sort === 'code' && !descending) return BODY_LIST.officialOrder;
  const trackCode = trackOfSort(sort);
  const track = scope.tracks.find(({ code }) => code === trackCode);
  const name = track
    ? BODY_LIST.sortedByTrack(trackShortNames(scope.reference).get(track.id) ?? track.title)
    : (BODY_COLUMN_SHORT[sort as keyof typeof BODY_COLUMN_SHORT] ??
      BODY_COLUMN_LABELS[sort as keyof typeof BODY_COLUMN_LABELS]);
  return BODY_LIST.sortedBy(name, descending);
}
