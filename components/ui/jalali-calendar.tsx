'use client';

import { DayPicker } from '@daypicker/persian';
import { asCivilDate, type CivilDate, weekdayOf } from '@/lib/calendar/civil-date';
import { parseJalaliDate } from '@/lib/calendar/jalali';
import { formatJalaliInput, formatLongDate, formatMonthYear } from '@/lib/format/dates';
import { DATE_FIELD } from '@/lib/messages/common';
import { Button } from './button';
import { Icon } from './icon';

export interface JalaliCalendarProps {
  /** What stands in the field. */
  text: string;
  today: CivilDate;
  min?: CivilDate;
  max?: CivilDate;
  holidays?: readonly CivilDate[];
  onChoose: (text: string) => void;
}

/** The picker gives and takes local days; noon keeps clear of changes to summer time. */
function toPickerDate(day: CivilDate): Date {
  return new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)), 12);
}

function fromPickerDate(date: Date): CivilDate {
  const part = (value: number, length = 2) => String(value).padStart(length, '0');
  return asCivilDate(`${part(date.getFullYear(), 4)}-${part(date.getMonth() + 1)}-${part(date.getDate())}`);
}

const FRIDAY = 6;

/** The popover of `JalaliDateField`. */
export function JalaliCalendar({ text, today, min, max, holidays = [], onChoose }: JalaliCalendarProps) {
  const parsed = parseJalaliDate(text, { lenient: true });
  const chosen = parsed.ok ? toPickerDate(parsed.date) : undefined;
  const free = new Set<CivilDate>(holidays);
  const isHoliday = (date: Date) => {
    const day = fromPickerDate(date);
    return weekdayOf(day) === FRIDAY || free.has(day);
  };
  const isOutside = (date: Date) => {
    const day = fromPickerDate(date);
    return (min !== undefined && day < min) || (max !== undefined && day > max);
  };
  const isTodayOffered = !isOutside(toPickerDate(today));

  return (
    <>
      <DayPicker
        mode="single"
        autoFocus
        selected={chosen}
        defaultMonth={chosen ?? toPickerDate(today)}
        today={toPickerDate(today)}
        startMonth={min && toPickerDate(min)}
        endMonth={max && toPickerDate(max)}
        disabled={isOutside}
        modifiers={{ holiday: isHoliday }}
        modifiersClassNames={{ holiday: 'hol' }}
        classNames={{
          months: 'calp-months',
          nav: 'calp-nav',
          month_caption: 'calp-caption',
          selected: 'sel',
          today: 'tod',
          disabled: 'dis',
        }}
        formatters={{
          formatWeekdayName: (date) => DATE_FIELD.weekdayInitials[weekdayOf(fromPickerDate(date))] ?? '',
          formatCaption: (month) => formatMonthYear(fromPickerDate(month)),
        }}
        labels={{
          labelDayButton: (date, modifiers) =>
            [
              formatLongDate(fromPickerDate(date)),
              modifiers['today'] && DATE_FIELD.today,
              modifiers['holiday'] && DATE_FIELD.holiday,
              modifiers['selected'] && DATE_FIELD.chosen,
            ]
              .filter(Boolean)
              .join('، '),
          labelPrevious: () => DATE_FIELD.earlierMonth,
          labelNext: () => DATE_FIELD.laterMonth,
          labelGrid: (month) => formatMonthYear(fromPickerDate(month)),
        }}
        components={{
          Chevron: ({ orientation }) => <Icon name={orientation === 'left' ? 'earlier' : 'later'} />,
        }}
        onSelect={(date) => date && onChoose(formatJalaliInput(fromPickerDate(date)))}
      />
      <div className="calp-foot">
        {isTodayOffered && (
          <Button variant="quiet" size="sm" onClick={() => onChoose(formatJalaliInput(today))}>
            {DATE_FIELD.today}
          </Button>
        )}
      </div>
    </>
  );
}
