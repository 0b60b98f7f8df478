import { CheckboxField, SelectField, TextField } from '@/components/ui/form-fields';
import { JalaliDateField } from '@/components/ui/jalali-date-field';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { BODY_CATEGORIES, type BodyCategory } from '@/lib/domain/vocabulary';
import { formatJalaliInput } from '@/lib/format/dates';
import { decimalInput } from '@/lib/messages/admin-reference-text';
import { BODY_EDIT } from '@/lib/messages/admin-reference';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';

export interface BodyValues {
  readonly name: string;
  readonly category: BodyCategory;
  readonly districtCode: string;
  readonly weightPoints: number;
  readonly providesPublicService: boolean;
  readonly existsFrom: CivilDate | null;
  readonly dissolvedOn: CivilDate | null;
  readonly coordinationOnly: boolean;
  readonly phone: string | null;
}

export function BodyFields({
  body,
  districts,
  today,
}: {
  body: BodyValues;
  districts: readonly { readonly code: string; readonly name: string }[];
  today: CivilDate;
}) {
  return (
    <>
      <TextField name="name" label={BODY_EDIT.name} maxLength={200} defaultValue={body.name} />
      <div className="f2 level">
        <SelectField
          name="category"
          label={BODY_EDIT.category}
          hint={BODY_EDIT.categoryHint}
          defaultValue={body.category}
          options={BODY_CATEGORIES.map((value) => ({ value, label: BODY_CATEGORY_LABELS[value] }))}
        />
        <SelectField
          name="districtCode"
          label={BODY_EDIT.district}
          defaultValue={body.districtCode}
          options={districts.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </div>
      <div className="f2 level">
        <JalaliDateField
          name="existsFrom"
          label={BODY_EDIT.existsFrom}
          hint={BODY_EDIT.existsFromHint}
          optional
          today={today}
          defaultValue={formatJalaliInput(body.existsFrom)}
        />
        <JalaliDateField
          name="dissolvedOn"
          label={BODY_EDIT.dissolvedOn}
          hint={BODY_EDIT.dissolvedHint}
          optional
          today={today}
          defaultValue={formatJalaliInput(body.dissolvedOn)}
        />
      </div>
      <div className="f2 level">
        <TextField
          name="weightPoints"
          label={BODY_EDIT.weight}
          hint={BODY_EDIT.weightHint}
          inputMode="decimal"
          maxLength={8}
          defaultValue={decimalInput(body.weightPoints)}
        />
        <TextField
          name="phone"
          label={BODY_EDIT.phone}
          optional
          dir="ltr"
          inputMode="tel"
          maxLength={60}
          defaultValue={body.phone ?? ''}
        />
      </div>
      <CheckboxField
        name="providesPublicService"
        label={BODY_EDIT.providesPublicService}
        defaultChecked={body.providesPublicService}
      />
      <CheckboxField
        name="coordinationOnly"
        label={BODY_EDIT.coordinationOnly}
        hint={BODY_EDIT.coordinationHint}
        defaultChecked={body.coordinationOnly}
      />
    </>
  );
}
