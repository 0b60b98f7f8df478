import type { Metadata } from 'next';
import { DoneNote } from '@/components/admin/done-note';
import { HolidaysTable } from '@/components/admin/holidays-table';
import { ReferenceNav } from '@/components/admin/reference-nav';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton, TextField } from '@/components/ui/form-fields';
import { JalaliDateField } from '@/components/ui/jalali-date-field';
import { Section } from '@/components/ui/section';
import { toJalali } from '@/lib/calendar/jalali';
import { readDraft } from '@/lib/drafts';
import { REFERENCE } from '@/lib/messages/admin-reference';
import { dateHint } from '@/lib/messages/dates';
import { listHolidays } from '@/lib/services/admin-reference';
import { queryValue } from '@/lib/validation/progress';
import { getAdminContext } from '../../admin-context';
import { addHolidayAction, removeHolidayAction } from '../actions';

export const metadata: Metadata = { title: REFERENCE.holidays };

const DONE = { added: REFERENCE.holidayAdded, known: REFERENCE.holidayKnown, removed: REFERENCE.holidayRemoved };

export default async function HolidaysPage({ searchParams }: PageProps<'/admin/reference/holidays'>) {
  const ctx = await getAdminContext('reference.manage');
  const holidays = listHolidays(ctx);
  const years = [...new Set(holidays.map(({ day }) => toJalali(day).year))].sort((a, b) => b - a);
  return (
    <div className="wrap page admin">
      <h1>{REFERENCE.holidays}</h1>
      <p className="take">{REFERENCE.holidaysTake(holidays.length)}</p>
      <ReferenceNav current="/admin/reference/holidays" />
      <DoneNote done={queryValue(await searchParams, 'done')} words={DONE} />
      <div className="admin-two">
        <div>
          {years.length === 0 && <p className="small muted">{REFERENCE.noHolidays}</p>}
          {years.map((year) => (
            <Section key={year} id={`year-${year}`} title={REFERENCE.year(year)}>
              <HolidaysTable
                holidays={holidays.filter(({ day }) => toJalali(day).year === year)}
                removeAction={removeHolidayAction}
              />
            </Section>
          ))}
        </div>
        <Section id="add" title={REFERENCE.addHoliday} take={REFERENCE.addHolidayHint}>
          <ActionForm
            id="holiday"
            action={addHolidayAction}
            initialState={await readDraft('/admin/reference/holidays', 'holiday')}
            className="narrow"
          >
            <JalaliDateField
              name="day"
              label={REFERENCE.holidayDay}
              hint={dateHint(ctx.clock.today())}
              today={ctx.clock.today()}
              holidays={holidays.map(({ day }) => day)}
            />
            <TextField
              name="title"
              label={REFERENCE.holidayTitle}
              hint={REFERENCE.holidayTitleHint}
              maxLength={120}
              autoComplete="off"
            />
            <SubmitButton>{REFERENCE.addHoliday}</SubmitButton>
          </ActionForm>
        </Section>
      </div>
    </div>
  );
}
