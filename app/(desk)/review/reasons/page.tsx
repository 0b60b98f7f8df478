import type { Metadata } from 'next';
import { ActionForm } from '@/components/ui/action-form';
import { SelectField, SubmitButton, TextareaField } from '@/components/ui/form-fields';
import { Icon } from '@/components/ui/icon';
import { Note } from '@/components/ui/note';
import { Section } from '@/components/ui/section';
import { Tag } from '@/components/ui/tag';
import type { ReturnReason } from '@/lib/domain/return-reasons';
import { readDraft } from '@/lib/drafts';
import { REASONS } from '@/lib/messages/return-reasons';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { getReturnReasons, type ReturnReasons } from '@/lib/services/return-reasons';
import { queryValue } from '@/lib/validation/progress';
import { addReason, arrangeReason, replaceReason } from './actions';
import '../review.css';
import '../several.css';

export const metadata: Metadata = { title: REASONS.title };

export default async function ReturnReasonsPage({ searchParams }: PageProps<'/review/reasons'>) {
  const ctx = await getPageContext();
  const list = readOrNotFound(() => getReturnReasons(ctx));
  const isSaved = queryValue(await searchParams, 'saved') !== null;
  return (
    <div className="wrap page reasons-page" data-total-reasons={list.reasons.length}>
      <p className="crumb">
        <a href="/review">{REASONS.back}</a>
      </p>
      <h1>{REASONS.title}</h1>
      <p className="take">{REASONS.take}</p>
      {isSaved && (
        <Note tone="ok" role="status">
          {REASONS.saved}
        </Note>
      )}
      <p className="small muted">
        {list.changed === null ? REASONS.presetsHold : REASONS.changed(list.changed.on, list.changed.by)}
        {!list.mayChange && ` ${REASONS.readOnly}`}
      </p>
      <Section id="list" title={REASONS.list}>
        <ol className="reasons-list">
          {list.reasons.map((reason, index) => (
            <li key={`${reason.text} ${reason.trackCode ?? ''}`}>
              <p>
                {reason.text} {reason.trackCode !== null && <Tag>{trackTitle(list, reason.trackCode)}</Tag>}
              </p>
              {list.mayChange && <Arrange list={list} reason={reason} index={index} />}
            </li>
          ))}
        </ol>
      </Section>
      {list.mayChange && (
        <Section id="add" title={REASONS.addTitle}>
          <ReasonForm id="add-reason" list={list} action={addReason} />
        </Section>
      )}
    </div>
  );
}

function trackTitle({ tracks }: ReturnReasons, code: string): string {
  return tracks.find((track) => track.code === code)?.title ?? code;
}

/** Moving, removing and changing one reason. */
function Arrange({ list, reason, index }: { list: ReturnReasons; reason: ReturnReason; index: number }) {
  const hidden = { seen: String(list.version ?? ''), index: String(index) };
  const buttons = [
    { value: 'up', label: REASONS.up, icon: 'arrow_up' as const },
    { value: 'down', label: REASONS.down, icon: 'arrow_down' as const },
    { value: 'remove', label: REASONS.remove, icon: 'close' as const },
  ];
  return (
    <>
      <ActionForm id={`arrange-${index}`} action={arrangeReason} hidden={hidden} className="reason-acts">
        <div className="row">
          {buttons
            .filter(({ value }) => !(value === 'up' && index === 0))
            .filter(({ value }) => !(value === 'down' && index === list.reasons.length - 1))
            .filter(({ value }) => !(value === 'remove' && list.reasons.length === 1))
            .map(({ value, label, icon }) => (
              <SubmitButton key={value} variant="quiet" size="sm" name="change" value={value}>
                <Icon name={icon} />
                {label}
                <span className="vh">: {reason.text}</span>
              </SubmitButton>
            ))}
        </div>
      </ActionForm>
      <details className="reason-change">
        <summary>
          <Icon name="edit" />
          {REASONS.change}
          <span className="vh">: {reason.text}</span>
        </summary>
        <ReasonForm id={`change-${index}`} list={list} action={replaceReason} reason={reason} index={index} />
      </details>
    </>
  );
}

interface ReasonFormProps {
  id: string;
  list: ReturnReasons;
  action: typeof addReason;
  reason?: ReturnReason;
  index?: number;
}

async function ReasonForm({ id, list, action, reason, index }: ReasonFormProps) {
  return (
    <ActionForm
      id={id}
      action={action}
      initialState={await readDraft('/review/reasons', id)}
      className="narrow"
      hidden={{ seen: String(list.version ?? ''), ...(index === undefined ? {} : { index: String(index) }) }}
    >
      <TextareaField name="text" label={REASONS.text} defaultValue={reason?.text} rows={2} maxLength={300} />
      <SelectField
        name="track"
        label={REASONS.track}
        hint={REASONS.trackHint}
        optional
        placeholder={REASONS.allTracks}
        defaultValue={reason?.trackCode ?? ''}
        options={list.tracks.map(({ code, title }) => ({ value: code, label: title }))}
      />
      <SubmitButton variant={reason === undefined ? 'primary' : 'default'}>
        {reason === undefined ? REASONS.add : REASONS.save}
      </SubmitButton>
    </ActionForm>
  );
}
