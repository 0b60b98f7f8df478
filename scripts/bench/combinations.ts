import { eachDay } from '@/lib/calendar/civil-date';
import { formatJalali, fromJalali } from '@/lib/calendar/jalali';
import { createRandom } from './load';

const FROM = fromJalali({ year: 1397, month: 7, day: 1 });
const TO = fromJalali({ year: 1397, month: 9, day: 17 });
const DEADLINES = ['1397-09-30', '1397-12-29'];
const TRACKS = ['HD', 'ED', 'NT', 'CR'];
const CATEGORIES = ['executive_agency', 'village_administration', 'municipality', 'district_office'];
const COUNT = 240;

/** Query strings of different days and filters, the same in every run: about a third without a filter, the rest with one or two. */
export function createCombinations(districts: readonly string[]): string[] {
  const random = createRandom(1397);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const days = eachDay(FROM, TO);
  const found = new Set<string>();
  while (found.size < COUNT) {
    const query = new URLSearchParams({ asOf: formatJalali(pick(days), '-') });
    const kind = random();
    if (kind > 0.3 && kind <= 0.5) query.set('track', pick(TRACKS));
    if (kind > 0.5 && kind <= 0.65) query.set('deadline', pick(DEADLINES));
    if (kind > 0.6 && kind <= 0.85) query.set('category', pick(CATEGORIES));
    if (kind > 0.8 && districts.length > 0) query.set('district', pick(districts));
    found.add(query.toString());
  }
  return [...found];
}
