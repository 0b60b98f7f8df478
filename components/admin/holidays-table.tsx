import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/form-fields';
import type { FormState } from '@/components/ui/form-state';
import { Table } from '@/components/ui/table';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatDate, formatWeekday } from '@/lib/format/dates';
import { REFERENCE } from '@/lib/messages/admin-reference';

export function HolidaysTable({
  holidays,
  removeAction,
}: {
  holidays: readonly { readonly day: CivilDate; readonly title: string }[];
  removeAction: (state: FormState, data: FormData) => Promise<FormState>;
}) {
  return (
    <Table caption={REFERENCE.holidaysCaption}>
      <thead>
        <tr>
          <th scope="col">{REFERENCE.holidayDay}</th>
          <th scope="col" className="hide-s">
            {REFERENCE.weekday}
          </th>
          <th scope="col">{REFERENCE.holiday}</th>
          <th scope="col">
            <span className="vh">{REFERENCE.remove}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {holidays.map(({ day, title }) => (
          <tr key={day}>
            <td className="nowrap">{formatDate(day)}</td>
            <td className="hide-s">{formatWeekday(day)}</td>
            <th scope="row">{title}</th>
            <td className="n">
              <ActionForm id={`remove-${day}`} action={removeAction} hidden={{ day }} className="in-row">
                <SubmitButton variant="quiet" size="sm">
                  {REFERENCE.remove}
                  <span className="vh"> {formatDate(day)}</span>
                </SubmitButton>
              </ActionForm>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
