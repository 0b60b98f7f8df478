import type { ListView } from '@/components/bodies/list-views';
import { BODY_LIST } from '@/lib/messages/body-list';
import { countBodyViews, type BodyFacets } from '@/lib/services/bodies';
import { bodyConditions, type BodyConditionKey } from '@/lib/services/body-conditions';
import type { Scope } from '@/lib/services/scope';
import type { ServiceContext } from '@/lib/services/service-context';
import type { ProgressQuery } from '@/lib/validation/progress';
import { bodyListAddress, parseBodyList, type BodyListQuery } from './body-list-query';

const NO_FILTER = { deadlineOn: null, trackCode: null, category: null, districtCode: null } as const;

/** The list without one of the things that narrow it. */
function withoutCondition(query: BodyListQuery, key: BodyConditionKey): BodyListQuery {
  const { filter } = query;
  switch (key) {
    case 'track':
      return { ...query, page: 1, filter: { ...filter, trackCode: null } };
    case 'deadline':
      return { ...query, page: 1, filter: { ...filter, deadlineOn: null } };
    case 'category':
      return { ...query, page: 1, filter: { ...filter, category: null } };
    case 'district':
      return { ...query, page: 1, filter: { ...filter, districtCode: null } };
    case 'q':
      return { ...query, page: 1, q: '' };
    case 'silent':
    case 'blocked':
    case 'waiting':
    case 'coordination':
      return { ...query, page: 1, [key]: false };
    default:
      return { ...query, page: 1, [key]: null };
  }
}

/** What narrows the list, each with the address of the list without it. */
export function conditionProps(query: BodyListQuery, scope: Scope) {
  const conditions = bodyConditions(query, scope).map(({ key, text }) => ({
    key,
    text,
    clearHref: bodyListAddress(withoutCondition(query, key)),
  }));
  const empty = parseBodyList({});
  const { sort, descending, columns } = query;
  return { conditions, clearAllHref: bodyListAddress({ ...empty, sort, descending, columns }) };
}

type View = Partial<
  BodyFacets & Pick<BodyListQuery, 'sort' | 'descending'> & { filter: Partial<ProgressQuery['filter']> }
>;

const VIEWS: readonly (readonly [string, View])[] = [
  [BODY_LIST.viewAll, {}],
  [BODY_LIST.viewMissed, { status: 'missed', sort: 'gap', descending: true }],
  [BODY_LIST.viewLate, { status: 'late', sort: 'gap', descending: true }],
  [BODY_LIST.viewSilent, { silent: true, sort: 'silence', descending: true }],
  [BODY_LIST.viewWaiting, { waiting: true, sort: 'waiting', descending: true }],
  [BODY_LIST.viewBlocked, { blocked: true, sort: 'blockers', descending: true }],
  [BODY_LIST.viewVillages, { filter: { category: 'village_administration' } }],
  [BODY_LIST.viewRealDesk, { desk: 'real' }],
];

/** The ready-made views on the day and in the programme of the page, with the columns as chosen. */
export function viewProps(ctx: ServiceContext, query: BodyListQuery): ListView[] {
  const { asOf, programme, columns } = query;
  const counts = countBodyViews(
    ctx,
    { asOf, programme },
    VIEWS.map(([, view]) => view),
  );
  const here = bodyListAddress({ ...query, page: 1 });
  return VIEWS.flatMap(([label, view], index) => {
    const count = counts[index] ?? 0;
    // no deadline has passed in most of the year: an empty view of it would only be in the way
    if (view.status === 'missed' && count === 0) return [];
    const empty = parseBodyList({});
    const filter = { ...NO_FILTER, ...view.filter };
    const href = bodyListAddress({ ...empty, ...view, asOf, programme, columns, filter });
    return [{ href, label, count, isCurrent: href === here }];
  });
}
