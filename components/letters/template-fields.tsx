'use client';

import { useFormContext } from '@/components/ui/action-form';
import { TextareaField, TextField } from '@/components/ui/form-fields';
import { mergeTemplate, type LetterTemplate, type LetterValues } from '@/lib/domain/letters';
import { letterFieldOf } from '@/lib/messages/letter-fields';
import { LetterBlocks } from './letter-blocks';

type Part = keyof LetterTemplate;

export interface TemplateFieldsProps {
  template: LetterTemplate;
  labels: Readonly<Record<Part, string>>;
  hints: Readonly<Partial<Record<Part, string>>>;
}

export function TemplateFields({ template, labels, hints }: TemplateFieldsProps) {
  return (
    <>
      <TextField name="subject" label={labels.subject} maxLength={300} defaultValue={template.subject} />
      <TextareaField name="opening" label={labels.opening} rows={5} maxLength={1500} defaultValue={template.opening} />
      <TextareaField
        name="request"
        label={labels.request}
        hint={hints.request}
        rows={8}
        maxLength={3000}
        defaultValue={template.request}
      />
      <TextareaField
        name="copies"
        label={labels.copies}
        hint={hints.copies}
        rows={4}
        maxLength={1500}
        defaultValue={template.copies}
      />
    </>
  );
}

export interface TemplateSampleProps {
  values: LetterValues;
  words: Readonly<Record<'title' | 'take' | 'table' | 'copies', string>>;
}

/** The text that was sent to be looked at, with invented values; nothing before that. It is drawn in answer to the form, script or not. */
export function TemplateSample({ values, words }: TemplateSampleProps) {
  const { state } = useFormContext();
  const sent = state.status === 'idle' ? state.values : undefined;
  if (sent?.['do'] !== 'see') return null;
  const part = (name: Part) => mergeTemplate(String(sent[name] ?? ''), letterFieldOf, values);
  return (
    <section className="template-sample" aria-labelledby="template-sample-title" role="status">
      <h2 id="template-sample-title" className="sub-h">
        {words.title}
      </h2>
      <p className="hint">{words.take}</p>
      <div className="template-paper">
        <p>
          <b>{values.recipient}</b>
        </p>
        <p>
          <b>{part('subject')}</b>
        </p>
        <LetterBlocks text={part('opening')} />
        <p className="template-table">{words.table}</p>
        <LetterBlocks text={part('request')} />
        <p>
          <b>{words.copies}</b>
        </p>
        <ul>
          {part('copies')
            .split('\n')
            .map((line) => (
              <li key={line}>{line}</li>
            ))}
        </ul>
      </div>
    </section>
  );
}
