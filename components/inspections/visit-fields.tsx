'use client';

import { useRef } from 'react';
import { useFormContext } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { FieldError } from '@/components/ui/field';
import { errorOf, valuesOf } from '@/components/ui/form-state';
import { RadioField, TextareaField, TextField } from '@/components/ui/form-fields';
import { Icon } from '@/components/ui/icon';
import { JalaliDateField } from '@/components/ui/jalali-date-field';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { ChecklistItem, ItemGrade } from '@/lib/domain/inspections';
import { INSPECTION_GRADES } from '@/lib/domain/vocabulary';
import { formatInteger } from '@/lib/format/numbers';
import { GRADE_LABELS, VISIT_FORM } from '@/lib/messages/inspections';
import { useVisitPhotos } from './visit-form';

/** What the fields begin with: nothing but the day, or a visit that is corrected. */
export interface VisitDefaults {
  readonly visitedOn: string;
  readonly isAnnounced: boolean | null;
  readonly inspectorPost: string;
  readonly deskPost: string;
  readonly grades: readonly ItemGrade[];
  /** `photoToken` */
  readonly photos: readonly string[];
}

export interface VisitFieldsProps {
  today: CivilDate;
  items: readonly ChecklistItem[];
  defaults: VisitDefaults;
  isCorrection: boolean;
}

/** The fields of a visit: when and how, the checklist item by item, and what else is to be said. */
export function VisitFields({ today, items, defaults, isCorrection }: VisitFieldsProps) {
  const grades = new Map(defaults.grades.map((each) => [each.code, each]));
  return (
    <>
      <section className="visit-part" aria-labelledby="visit-facts">
        <h2 id="visit-facts">{VISIT_FORM.visit}</h2>
        <JalaliDateField
          name="visitedOn"
          label={VISIT_FORM.visitedOn}
          today={today}
          max={today}
          defaultValue={defaults.visitedOn}
        />
        <RadioField
          name="isAnnounced"
          label={VISIT_FORM.isAnnounced}
          defaultValue={defaults.isAnnounced === null ? '' : defaults.isAnnounced ? 'yes' : 'no'}
          options={[
            { value: 'no', label: VISIT_FORM.announcedNo },
            { value: 'yes', label: VISIT_FORM.announcedYes },
          ]}
        />
        <TextField
          name="inspectorPost"
          label={VISIT_FORM.inspectorPost}
          hint={VISIT_FORM.postHint}
          defaultValue={defaults.inspectorPost}
          maxLength={120}
          autoComplete="organization-title"
        />
        <TextField
          name="deskPost"
          label={VISIT_FORM.deskPost}
          defaultValue={defaults.deskPost}
          maxLength={120}
          autoComplete="off"
        />
      </section>
      <section className="visit-part" aria-labelledby="visit-checklist">
        <h2 id="visit-checklist">{VISIT_FORM.checklist}</h2>
        <ol className="visit-items">
          {items.map((item, index) => (
            <ItemFields
              key={item.code}
              item={item}
              position={index + 1}
              given={grades.get(item.code) ?? null}
              photos={defaults.photos}
            />
          ))}
        </ol>
      </section>
      <section className="visit-part" aria-label={VISIT_FORM.remark}>
        <VisitPhotos item={null} title={VISIT_FORM.photosOfDesk} initial={defaults.photos} />
        <TextareaField
          name="remark"
          label={isCorrection ? VISIT_FORM.correctRemark : VISIT_FORM.remark}
          optional={!isCorrection}
          rows={3}
          maxLength={2000}
        />
      </section>
    </>
  );
}

function ItemFields({
  item: { code, title, guidance, maxPoints, isCritical },
  position,
  given,
  photos,
}: {
  item: ChecklistItem;
  position: number;
  given: ItemGrade | null;
  photos: readonly string[];
}) {
  const hints = [guidance, isCritical ? VISIT_FORM.critical : ''].filter((hint) => hint !== '');
  return (
    <li className="visit-item">
      <RadioField
        name={`grade-${code}`}
        label={
          <>
            {formatInteger(position)}. {title} <small>{VISIT_FORM.maxPoints(maxPoints)}</small>
          </>
        }
        hint={hints.length > 0 ? hints.join(' ') : undefined}
        defaultValue={given?.grade ?? ''}
        options={INSPECTION_GRADES.filter((grade) => !(isCritical && grade === 'not_applicable')).map((grade) => ({
          value: grade,
          label: GRADE_LABELS[grade],
        }))}
      />
      <TextareaField
        name={`remark-${code}`}
        label={
          <>
            {VISIT_FORM.remarkOf}
            <span className="vh">: {title}</span>
          </>
        }
        optional
        rows={1}
        maxLength={2000}
        defaultValue={given?.remark ?? ''}
      />
      <VisitPhotos item={code} title={VISIT_FORM.photoOf(title)} initial={photos} />
    </li>
  );
}

const ACCEPT = 'image/jpeg,image/png,image/webp,image/heic';

/** Photos of an item, or of the whole desk. Without script they travel with the form. */
function VisitPhotos({ item, title, initial }: { item: string | null; title: string; initial: readonly string[] }) {
  const { id: formId, state } = useFormContext();
  const { isReady, photos, add, remove } = useVisitPhotos();
  const input = useRef<HTMLInputElement>(null);
  const arrived = valuesOf(state, 'photos[]', initial).filter((token) => token.startsWith(`${item ?? ''}:`));
  const own = photos.filter((photo) => photo.item === item);
  const error = item === null ? errorOf(state, 'photos') : undefined;
  const id = item === null ? `${formId}-photos` : `${formId}-photo-${item}`;
  return (
    <div className="visit-photos">
      {arrived.map((token) => (
        <span key={token} className="visit-photo">
          <input type="hidden" name="photos[]" value={token} />
          <Icon name="file" /> <bdi>{token.split('|').slice(2).join('|')}</bdi>
        </span>
      ))}
      {own.map((photo) => (
        <span key={photo.id} className="visit-photo">
          <Icon name="file" /> <bdi>{photo.name}</bdi>
          <Button
            iconOnly
            variant="quiet"
            aria-label={VISIT_FORM.removePhoto(photo.name)}
            onClick={() => remove(photo.id)}
          >
            <Icon name="close" />
          </Button>
        </span>
      ))}
      {error && <FieldError id={id} message={error} />}
      <label className={isReady ? 'btn file-choice' : 'visit-file'}>
        <Icon name="camera" />
        <span>
          {VISIT_FORM.addPhoto}
          <span className="vh">: {title}</span>
        </span>
        <input
          ref={input}
          id={id}
          className="input"
          type="file"
          name={item === null ? 'photo' : `photo-${item}`}
          accept={ACCEPT}
          multiple
          onChange={(event) => {
            add(item, [...(event.target.files ?? [])]);
            // what is kept is sent by itself, and must not travel with the form
            if (input.current) input.current.value = '';
          }}
        />
      </label>
    </div>
  );
}
