import { createHash } from 'node:crypto';
import { eachDay, weekdayOf } from '@/lib/calendar/civil-date';
import { formatJalali, fromJalali, toJalali } from '@/lib/calendar/jalali';
import { toTehranTime } from '@/lib/calendar/tehran-time';

/** Prints a digest of the whole calendar; run under several time zones, it must always print the same. */
const digest = createHash('sha256');
const days = eachDay('1921-03-21', '2122-03-20');
for (const day of days) digest.update(`${day} ${formatJalali(day)} ${fromJalali(toJalali(day))} ${weekdayOf(day)}\n`);
const tehran = toTehranTime('2018-12-21T20:15:00Z');
console.log(days.length, digest.digest('hex'), tehran.day, tehran.time);
