import { userHref } from '@/components/admin/users-table';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/form-fields';
import type { FormState } from '@/components/ui/form-state';
import type { IconName } from '@/components/ui/icon-shapes';
import { Table } from '@/components/ui/table';
import { Tag, type Tone } from '@/components/ui/tag';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Channel, DeliveryState } from '@/lib/domain/notifications';
import { formatDateTime, formatDayMonth } from '@/lib/format/dates';
import { ADMIN_NOTIFICATIONS, answerText } from '@/lib/messages/admin-notifications';
import { CHANNEL_LABELS, DELIVERY_STATE_LABELS } from '@/lib/messages/notifications';

export interface OutboxRow {
  readonly id: number;
  readonly username: string;
  readonly name: string;
  readonly channel: Channel;
  readonly digestOn: CivilDate;
  readonly recipient: string | null;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly nextAttemptAt: string;
  readonly sentAt: string | null;
  readonly answer: string | null;
  readonly messages: number;
}

const LOOK: Record<DeliveryState, { tone: Tone; icon: IconName }> = {
  queued: { tone: 'awaiting', icon: 'awaiting' },
  sending: { tone: 'awaiting', icon: 'awaiting' },
  sent: { tone: 'complete', icon: 'check' },
  failed: { tone: 'risk', icon: 'risk' },
  given_up: { tone: 'late', icon: 'close' },
};

/** Digests, newest first, with what the other side said; what was given up can be ordered again. */
export function OutboxTable({
  rows,
  retryAction,
}: {
  rows: readonly OutboxRow[];
  retryAction: (state: FormState, data: FormData) => Promise<FormState>;
}) {
  return (
    <Table caption={ADMIN_NOTIFICATIONS.outbox}>
      <thead>
        <tr>
          <th scope="col">{ADMIN_NOTIFICATIONS.person}</th>
          <th scope="col">{ADMIN_NOTIFICATIONS.day}</th>
          <th scope="col">{ADMIN_NOTIFICATIONS.state}</th>
          <th scope="col" className="hide-s">
            {ADMIN_NOTIFICATIONS.answer}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={userHref(row.username)}>{row.name}</a>
              <small>
                {CHANNEL_LABELS[row.channel]} <bdi className="ltr">{row.recipient}</bdi>
              </small>
            </th>
            <td>{formatDayMonth(row.digestOn)}</td>
            <td>
              <Tag {...LOOK[row.state]}>{DELIVERY_STATE_LABELS[row.state]}</Tag>
              <Course row={row} />
              {row.state === 'given_up' && row.messages > 0 && (
                <ActionForm id={`retry-${row.id}`} action={retryAction} hidden={{ id: String(row.id) }}>
                  <SubmitButton variant="default" size="sm">
                    {ADMIN_NOTIFICATIONS.retry}
                  </SubmitButton>
                </ActionForm>
              )}
            </td>
            <td className="hide-s">
              <bdi>{answerText(row.answer)}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Course({ row }: { row: OutboxRow }) {
  if (row.state === 'sent' && row.sentAt !== null) {
    return <small>{ADMIN_NOTIFICATIONS.sentAt(formatDateTime(row.sentAt))}</small>;
  }
  if (row.state === 'failed') {
    return (
      <small>
        {ADMIN_NOTIFICATIONS.attempts(row.attempts)} ·{' '}
        {ADMIN_NOTIFICATIONS.nextAttempt(formatDateTime(row.nextAttemptAt))}
      </small>
    );
  }
  if (row.state !== 'given_up') return null;
  return (
    <small>
      {ADMIN_NOTIFICATIONS.attempts(row.attempts)}
      {row.messages === 0 && ` · ${ADMIN_NOTIFICATIONS.toldLater}`}
    </small>
  );
}
