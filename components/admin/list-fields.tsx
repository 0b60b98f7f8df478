import { CheckboxesField, CheckboxField, SelectField, TextareaField, TextField } from '@/components/ui/form-fields';
import type { ChecklistContent, DeskSignContent, SurveyContent } from '@/lib/domain/editable-lists';
import { SURVEY_FEEDS } from '@/lib/domain/vocabulary';
import { FEED_LABELS, LIST_EDIT, LIST_FIELD_LABELS as LABELS, LIST_FIELDS as W } from '@/lib/messages/admin-lists';
import { formatDigits } from '@/lib/format/numbers';

/** Of an item that is added, besides its own fields. */
export function CodeField() {
  return (
    <TextField
      name="code"
      label={LIST_EDIT.code}
      hint={LIST_EDIT.codeHint}
      dir="ltr"
      maxLength={20}
      autoComplete="off"
    />
  );
}

export function ChecklistFields({ item }: { item: ChecklistContent | null }) {
  return (
    <>
      <TextField name="title" label={W.checklistTitle} maxLength={300} defaultValue={item?.title} autoComplete="off" />
      <TextareaField
        name="guidance"
        label={LABELS.guidance}
        hint={W.guidanceHint}
        optional
        rows={2}
        maxLength={1000}
        defaultValue={item?.guidance}
      />
      <TextField
        name="maxPoints"
        label={LABELS.maxPoints}
        hint={W.pointsHint}
        inputMode="numeric"
        maxLength={4}
        autoComplete="off"
        defaultValue={item === null ? '' : formatDigits(item.maxPoints)}
      />
      <CheckboxField
        name="isCritical"
        label={LABELS.isCritical}
        hint={W.criticalHint}
        defaultChecked={item?.isCritical}
      />
      <TextField
        name="contradicts"
        label={LABELS.contradicts}
        hint={W.contradictsHint}
        optional
        dir="ltr"
        maxLength={200}
        autoComplete="off"
        defaultValue={item?.contradicts}
      />
    </>
  );
}

export function SurveyFields({
  item,
  axes,
}: {
  item: SurveyContent | null;
  axes: readonly (readonly [string, string])[];
}) {
  return (
    <>
      <TextareaField
        name="text"
        label={W.surveyText}
        hint={W.surveyTextHint}
        rows={2}
        maxLength={300}
        defaultValue={item?.text}
      />
      <TextField
        name="axis"
        label={LABELS.axis}
        hint={W.axisHint}
        dir="ltr"
        maxLength={40}
        list="axes"
        autoComplete="off"
        defaultValue={item?.axis}
      />
      <datalist id="axes">
        {axes.map(([axis, title]) => (
          <option key={axis} value={axis}>
            {title}
          </option>
        ))}
      </datalist>
      <TextField
        name="axisTitle"
        label={LABELS.axisTitle}
        maxLength={100}
        autoComplete="off"
        defaultValue={item?.axisTitle}
      />
      <CheckboxField
        name="isReversed"
        label={LABELS.isReversed}
        hint={W.reversedHint}
        defaultChecked={item?.isReversed}
      />
      <CheckboxesField
        name="feeds"
        label={LABELS.feeds}
        hint={W.feedsHint}
        optional
        options={SURVEY_FEEDS.map((feed) => ({ value: feed, label: FEED_LABELS[feed] }))}
        defaultValues={item?.feeds.split(' ') ?? []}
      />
    </>
  );
}

export function DeskSignFields({
  item,
  milestones,
}: {
  item: DeskSignContent | null;
  milestones: readonly { readonly code: string; readonly title: string }[];
}) {
  return (
    <>
      <TextField name="title" label={W.signTitle} maxLength={300} autoComplete="off" defaultValue={item?.title} />
      <SelectField
        name="milestoneCode"
        label={LABELS.milestoneCode}
        options={milestones.map(({ code, title }) => ({ value: code, label: `${code}؛ ${title}` }))}
        defaultValue={item?.milestoneCode}
      />
      <TextareaField
        name="phrases"
        label={LABELS.phrases}
        hint={W.phrasesHint}
        rows={6}
        maxLength={4000}
        defaultValue={item?.phrases.replaceAll('|', '\n')}
      />
    </>
  );
}
