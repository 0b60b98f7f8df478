import type { Metadata } from 'next';
import { DoneNote } from '@/components/admin/done-note';
import { userHref } from '@/components/admin/users-table';
import { OutboxTable } from '@/components/notifications/outbox-table';
import { ActionForm } from '@/components/ui/action-form';
import { CountLink } from '@/components/ui/count-link';
import { CheckboxField, SubmitButton, TextField } from '@/components/ui/form-fields';
import { Note } from '@/components/ui/note';
import { Section } from '@/components/ui/section';
import { CHANNELS, DELIVERY_STATES } from '@/lib/domain/notifications';
import { readDraft } from '@/lib/drafts';
import { formatInteger } from '@/lib/format/numbers';
import { ADMIN_NOTIFICATIONS as WORDS } from '@/lib/messages/admin-notifications';
import { clockInput } from '@/lib/messages/admin-settings';
import { DELIVERY_STATE_LABELS, SENDING_HOLDS } from '@/lib/messages/notifications';
import { getOutbox, type Outbox } from '@/lib/services/outbox';

import { deliveryStateQuery } from '@/lib/validation/notifications';
import { queryValue } from '@/lib/validation/progress';
import { getAdminContext } from '../admin-context';
import { retryAction, saveNotifications, sendTestMessage } from './actions';

export const metadata: Metadata = { title: WORDS.title };

const PATH = '/admin/notifications';

export default async function NotificationsPage({ searchParams }: PageProps<'/admin/notifications'>) {
  const ctx = await getAdminContext('settings.manage');
  const query = await searchParams;
  const state = deliveryStateQuery.parse(queryValue(query, 'state'));
  const outbox = getOutbox(ctx, state);
  return (
    <div className="wrap page admin" data-total-rows={outbox.rows.length}>
      <h1>{WORDS.title}</h1>
      <p className="take">{WORDS.take}</p>
      <DoneNote
        done={queryValue(query, 'done')}
        words={{ saved: WORDS.saved, unchanged: WORDS.unchanged, retried: WORDS.retried }}
      />
      <Note tone={outbox.hold === null ? 'ok' : 'warn'} className="done-note">
        {outbox.hold === null ? WORDS.ready : SENDING_HOLDS[outbox.hold]}
      </Note>
      <div className="admin-two even">
        <Switches outbox={outbox} draft={await readDraft(PATH, 'notifications')} />
        <Section id="test" title={WORDS.test} take={WORDS.testTake}>
          <div className="row">
            {CHANNELS.map((channel) => (
              <ActionForm key={channel} id={`test-${channel}`} action={sendTestMessage} hidden={{ channel }}>
                <SubmitButton variant="default">{WORDS.sendTest[channel]}</SubmitButton>
              </ActionForm>
            ))}
          </div>
          <p className="small">
            <a href={`${userHref(ctx.actor.username)}#outside`}>{WORDS.ownPage}</a>
          </p>
        </Section>
      </div>
      <Section
        id="outbox"
        title={WORDS.outbox}
        take={
          state === null
            ? WORDS.outboxTake(Object.values(outbox.counts).reduce((sum, count) => sum + count, 0))
            : WORDS.filtered(DELIVERY_STATE_LABELS[state], outbox.rows.length)
        }
      >
        <StateLinks outbox={outbox} current={state} />
        {outbox.rows.length === 0 ? (
          <p className="small muted">{WORDS.empty}</p>
        ) : (
          <OutboxTable rows={outbox.rows} retryAction={retryAction} />
        )}
      </Section>
    </div>
  );
}

function Switches({ outbox, draft }: { outbox: Outbox; draft: Awaited<ReturnType<typeof readDraft>> }) {
  const { settings, hosts, problems } = outbox;
  const hint = (channel: 'email' | 'sms') => {
    const host = hosts[channel];
    const where = host === null ? WORDS.notSetUp : host === 'log' ? WORDS.log : host;
    const since = settings[channel];
    return `${WORDS.server}: ${where} · ${since === null ? WORDS.off : WORDS.onSince(since)}`;
  };
  return (
    <Section id="switches" title={WORDS.switches} take={WORDS.switchesTake}>
      {problems.length > 0 && (
        <Note tone="bad">
          {WORDS.problems} <bdi dir="ltr">{problems.join(' ')}</bdi>
        </Note>
      )}
      <ActionForm id="notifications" action={saveNotifications} initialState={draft} className="narrow">
        <CheckboxField
          name="email"
          label={WORDS.emailOn}
          hint={hint('email')}
          defaultChecked={settings.email !== null}
        />
        <CheckboxField name="sms" label={WORDS.smsOn} hint={hint('sms')} defaultChecked={settings.sms !== null} />
        <TextField
          name="fromTime"
          label={WORDS.fromTime}
          hint={WORDS.hoursHint}
          inputMode="numeric"
          maxLength={5}
          defaultValue={clockInput(settings.fromTime)}
        />
        <TextField
          name="untilTime"
          label={WORDS.untilTime}
          inputMode="numeric"
          maxLength={5}
          defaultValue={clockInput(settings.untilTime)}
        />
        <SubmitButton>{WORDS.save}</SubmitButton>
      </ActionForm>
    </Section>
  );
}

/** Each number opens the digests it counts. */
function StateLinks({ outbox, current }: { outbox: Outbox; current: string | null }) {
  return (
    <ul className="row" aria-label={WORDS.state}>
      {current !== null && (
        <li>
          <a href={PATH}>{WORDS.all}</a>
        </li>
      )}
      {DELIVERY_STATES.filter((state) => outbox.counts[state] > 0).map((state) => (
        <li key={state}>
          <CountLink
            href={`${PATH}?state=${state}#outbox`}
            count={outbox.counts[state]}
            of="rows"
            aria-current={state === current ? 'true' : undefined}
          >
            {DELIVERY_STATE_LABELS[state]} {formatInteger(outbox.counts[state])}
          </CountLink>
        </li>
      ))}
    </ul>
  );
}
