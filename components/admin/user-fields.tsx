import { CheckboxesField, RadioField, SelectField, TextField } from '@/components/ui/form-fields';
import { ROLES, type Role } from '@/lib/domain/vocabulary';
import { ROLE_HINTS, USER_FORM, USERS } from '@/lib/messages/admin';
import { ROLE_LABELS } from '@/lib/messages/vocabulary';

export interface District {
  readonly code: string;
  readonly name: string;
}

export interface UserValues {
  readonly name: string;
  readonly phone: string | null;
  readonly role: Role;
  readonly districtCode: string | null;
}

/** Name, telephone, role and an expert's district: what a new user and a known one share. */
export function UserFields({ districts, user }: { districts: readonly District[]; user?: UserValues }) {
  return (
    <>
      <TextField
        name="phone"
        label={USER_FORM.phone}
        optional
        dir="ltr"
        inputMode="tel"
        maxLength={30}
        defaultValue={user?.phone ?? ''}
      />
      <RadioField
        name="role"
        label={USER_FORM.role}
        defaultValue={user?.role ?? 'liaison'}
        options={ROLES.map((role) => ({ value: role, label: ROLE_LABELS[role], hint: ROLE_HINTS[role] }))}
      />
      <div className="for-expert">
        <SelectField
          name="districtCode"
          label={USER_FORM.district}
          hint={USER_FORM.districtHint}
          optional
          placeholder={USER_FORM.wholeCounty}
          defaultValue={user?.districtCode ?? ''}
          options={districts.map(({ code, name }) => ({ value: code, label: USERS.district(name) }))}
        />
      </div>
    </>
  );
}

/** Districts for all of whose village administrations a liaison reports. */
export function VillagesField({ districts, chosen }: { districts: readonly District[]; chosen?: readonly string[] }) {
  if (districts.length === 0) return null;
  return (
    <CheckboxesField
      name="scopeDistrictCodes[]"
      label={USER_FORM.villages}
      hint={USER_FORM.villagesHint}
      optional
      defaultValues={chosen}
      options={districts.map(({ code, name }) => ({ value: code, label: USERS.district(name) }))}
    />
  );
}
