import { trackOfSort, type BodySort } from '@/lib/domain/body-columns';
import type { Body } from '@/lib/domain/reference';
import { BODY_CATEGORIES, PAIR_STATUSES } from '@/lib/domain/vocabulary';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';
import { comparePersian } from '@/lib/text/collation';
import type { BodyRow } from './body-rows';

type Compare = (a: BodyRow, b: BodyRow) => number;

const compareOfficially = (a: Body, b: Body) =>
  BODY_CATEGORIES.indexOf(a.category) - BODY_CATEGORIES.indexOf(b.category) ||
  (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

/** Bodies as an official list has them: the governorate first, each category by its codes. */
export const officialOrder = (bodies: readonly Body[]): Body[] => [...bodies].sort(compareOfficially);

/** What has no value stands last, whichever way the list is turned. */
function byValue<V>(valueOf: (row: BodyRow) => V | null, compare: (a: V, b: V) => number) {
  return (direction: 1 | -1): Compare =>
    (a, b) => {
      const [x, y] = [valueOf(a), valueOf(b)];
      if (x === null || y === null) return (x === null ? 1 : 0) - (y === null ? 1 : 0);
      return direction * compare(x, y);
    };
}

const numbers = (valueOf: (row: BodyRow) => number | null) => byValue(valueOf, (a, b) => a - b);
const persian = (valueOf: (row: BodyRow) => string | null) => byValue(valueOf, comparePersian);
const plain = (valueOf: (row: BodyRow) => string | null) => byValue(valueOf, (a, b) => (a < b ? -1 : a > b ? 1 : 0));

const ORDERS: Record<Exclude<BodySort, `track-${string}`>, (direction: 1 | -1) => Compare> = {
  code: (direction) => (a, b) => direction * compareOfficially(a.body, b.body),
  name: persian(({ body }) => body.name),
  category: persian(({ body }) => BODY_CATEGORY_LABELS[body.category]),
  district: persian(({ districtName }) => districtName),
  rural: persian(({ ruralDistrictName }) => ruralDistrictName),
  // worst first
  status: numbers(({ status }) => PAIR_STATUSES.indexOf(status)),
  planned: numbers(({ planned }) => planned),
  claimed: numbers(({ claimed }) => claimed),
  verified: numbers(({ verified }) => verified),
  gap: numbers(({ gap }) => gap),
  silence: numbers(({ silentDays }) => silentDays),
  report: plain(({ lastReportOn }) => lastReportOn),
  desk: numbers((row) => (row.isRealDesk === null ? null : Number(row.isRealDesk))),
  blockers: numbers(({ blockers }) => blockers.length),
  waiting: numbers(({ waitingCount }) => waitingCount),
  phone: plain(({ body }) => body.phone),
  official: plain(({ body }) => body.officialCode),
};

function orderOf(sort: BodySort): (direction: 1 | -1) => Compare {
  const trackCode = trackOfSort(sort);
  if (trackCode === null) return ORDERS[sort as keyof typeof ORDERS];
  return numbers(({ tracks }) => {
    const cell = tracks.find((track) => track.trackCode === trackCode);
    return cell === undefined || cell.status === 'exempt' ? null : cell.verified;
  });
}

/** Rows in a wanted order; what is equal stands as in an official list. */
export function orderBodies(rows: readonly BodyRow[], sort: BodySort, isDescending: boolean): BodyRow[] {
  const compare = orderOf(sort)(isDescending ? -1 : 1);
  return [...rows].sort((a, b) => compare(a, b) || compareOfficially(a.body, b.body));
}
