import { CheckboxField, TextField } from '@/components/ui/form-fields';
import { JalaliDateField } from '@/components/ui/jalali-date-field';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { EvidenceKind } from '@/lib/domain/vocabulary';
import { COMMON } from '@/lib/messages/common';
import { dateHint } from '@/lib/messages/dates';
import { STEP_FORMS } from '@/lib/messages/my';
import { UploadField } from './upload-field';

export interface EvidenceFieldsProps {
  /** Kinds the step names; a field of another kind is offered as optional. */
  expected: readonly EvidenceKind[];
  today: CivilDate;
  holidays: readonly CivilDate[];
  body: string;
  returnTo: string;
  uploads: readonly string[];
  /** Under which the browser keeps files until they have arrived. */
  keepAs?: string;
}

/** Letter, address and files of a claim or certification; what the step asks for stands first and is not called optional. */
export function EvidenceFields({ expected, today, holidays, body, returnTo, uploads, keepAs }: EvidenceFieldsProps) {
  const isOnly = (...kinds: EvidenceKind[]) => expected.length > 0 && expected.every((kind) => kinds.includes(kind));
  const letter = (
    <>
      <TextField
        name="letterNumber"
        label={STEP_FORMS.letterNumber}
        hint={expected.includes('letter') ? STEP_FORMS.letterNumberHint : STEP_FORMS.letterOnlyHint}
        optional={!isOnly('letter')}
        maxLength={80}
      />
      <JalaliDateField
        name="letterOn"
        label={STEP_FORMS.letterOn}
        hint={dateHint(today)}
        optional={!isOnly('letter')}
        today={today}
        max={today}
        holidays={holidays}
      />
    </>
  );
  const url = (
    <TextField
      name="url"
      label={STEP_FORMS.url}
      hint={expected.includes('url') ? STEP_FORMS.urlHint : STEP_FORMS.urlOptionalHint}
      optional={!isOnly('url')}
      dir="ltr"
      inputMode="url"
      spellCheck={false}
      maxLength={1000}
    />
  );
  return (
    <>
      {expected.includes('letter') && letter}
      {expected.includes('url') && url}
      <UploadField
        uploadPath="/my/uploads"
        body={body}
        returnTo={returnTo}
        initial={uploads}
        keepAs={keepAs}
        optional={isOnly('photo', 'file') ? undefined : COMMON.optional}
      />
      {!expected.includes('letter') && letter}
      {!expected.includes('url') && url}
      <CheckboxField name="confidential" label={STEP_FORMS.confidential} hint={STEP_FORMS.confidentialHint} />
    </>
  );
}
