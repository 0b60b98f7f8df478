import type { FilterChip } from '@/components/lists/filter-chips';
import { listHref, type ListAddress } from '@/components/lists/list-href';
import { fridayOf, saturdayOf } from '@/lib/calendar/weeks';
import { formatDayMonth } from '@/lib/format/dates';
import { LISTS } from '@/lib/messages/lists';
import { NETWORK } from '@/lib/messages/network';
import { dayNear } from '@/lib/messages/verdict';
import {
  BLOCK_CAUSE_LABELS,
  BODY_CATEGORY_LABELS,
  EVENT_KIND_LABELS,
  PAIR_STATUS_LABELS,
  TURN_LABELS,
} from '@/lib/messages/vocabulary';
import { LISTS_OF_TWO_DAYS, type List } from '@/lib/services/lists/get-list';

/** What the address of a list says now. */
export function listAddress({ query, scope }: List): ListAddress {
  const { filter } = query;
  return {
    asOf: scope.asOf === scope.today ? null : scope.asOf,
    since: query.since,
    programme: query.programme,
    deadline: filter.deadlineOn,
    track: filter.trackCode,
    category: filter.category,
    district: filter.districtCode,
    status: query.status,
    desk: query.desk,
    top: query.top,
    state: query.state,
    milestone: query.milestone,
    cause: query.cause,
    turn: query.turn,
    kind: query.kind,
    minDays: query.minDays,
    maxDays: query.maxDays,
    from: query.from,
    to: query.to,
    move: query.move,
    event: query.event,
    report: query.report,
    ruralDistrict: query.ruralDistrict,
    q: query.q || null,
    sort: query.sort,
    order: query.descending ? 'desc' : null,
  };
}

/** The filters of a list in words, each with the list without it. */
export function listChips(list: List): FilterChip[] {
  const { name, scope, since, query } = list;
  const { filter } = query;
  const address = listAddress(list);
  const chip = (key: keyof ListAddress, words: string | null | undefined): FilterChip[] =>
    words ? [{ words, removeHref: listHref(name, { ...address, [key]: null }) }] : [];
  const track = scope.tracks.find(({ code }) => code === filter.trackCode);
  const district = scope.reference.areas.find(({ code }) => code === filter.districtCode);
  const rural = scope.reference.areas.find(({ code }) => code === query.ruralDistrict);
  const milestone = scope.reference.milestones.find(({ code }) => code === query.milestone);
  const day = LISTS_OF_TWO_DAYS.includes(name)
    ? LISTS.twoDays(formatDayMonth(since), formatDayMonth(scope.asOf))
    : LISTS.asOf(formatDayMonth(scope.asOf));
  const week = LISTS.week(formatDayMonth(saturdayOf(scope.asOf)), formatDayMonth(fridayOf(scope.asOf)));
  return [
    ...(name === 'reporting' ? [{ words: week, removeHref: null }] : []),
    { words: day, removeHref: null },
    ...chip('deadline', filter.deadlineOn && LISTS.deadline(dayNear(filter.deadlineOn, scope.asOf))),
    ...chip('track', track?.title),
    ...chip('category', filter.category && BODY_CATEGORY_LABELS[filter.category]),
    ...chip('district', district?.name),
    ...chip('ruralDistrict', query.ruralDistrict === 'none' ? NETWORK.centre : (rural?.name ?? query.ruralDistrict)),
    ...chip('status', query.status && LISTS.statuses[query.status]),
    ...chip('desk', query.desk && LISTS.desks[query.desk]),
    ...chip('top', query.top === null ? null : LISTS.top(query.top)),
    ...chip('state', query.state && LISTS.states[query.state]),
    ...chip('milestone', milestone?.title ?? query.milestone),
    ...chip('cause', query.cause && BLOCK_CAUSE_LABELS[query.cause]),
    ...chip('turn', query.turn && `${LISTS.columns.turn}: ${TURN_LABELS[query.turn]}`),
    ...chip('kind', query.kind && LISTS.waiting[query.kind]),
    ...chip('minDays', query.minDays === null ? null : LISTS.daysFrom(query.minDays)),
    ...chip('maxDays', query.maxDays === null ? null : LISTS.daysTo(query.maxDays)),
    ...chip('from', query.from && LISTS.statusFrom(PAIR_STATUS_LABELS[query.from])),
    ...chip('to', query.to && LISTS.statusTo(PAIR_STATUS_LABELS[query.to])),
    ...chip('move', query.move && LISTS.moves[query.move]),
    ...chip(
      'event',
      query.event && (query.event === 'verified' ? LISTS.eventVerified : EVENT_KIND_LABELS[query.event]),
    ),
    ...chip('report', query.report && LISTS.reports[query.report]),
    ...chip('q', query.q && LISTS.searchFor(query.q)),
  ];
}
