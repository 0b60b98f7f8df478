import type { Metadata } from 'next';
import { AuditTable } from '@/components/admin/audit-table';
import { BodyPicker } from '@/components/admin/body-picker';
import { DoneNote } from '@/components/admin/done-note';
import { UserFields, VillagesField } from '@/components/admin/user-fields';
import { UserStateTag, userHref } from '@/components/admin/users-table';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton, TextField } from '@/components/ui/form-fields';
import { Section } from '@/components/ui/section';
import { readDraft } from '@/lib/drafts';
import { USER_FORM, USER_PAGE, USERS } from '@/lib/messages/admin';
import { ADMIN_NOTIFICATIONS } from '@/lib/messages/admin-notifications';
import { ROLE_LABELS } from '@/lib/messages/vocabulary';
import { readOrNotFound } from '@/lib/page-context';
import { plainSegment } from '@/lib/paths';
import { listDistricts } from '@/lib/services/admin-reference';
import { listAudit } from '@/lib/services/audit';
import { getContact } from '@/lib/services/contact-settings';
import { listDelegations } from '@/lib/services/delegations';
import { userStateOf } from '@/lib/services/user-directory';
import { getUser } from '@/lib/services/users';
import { queryValue } from '@/lib/validation/progress';
import { HANDOVER } from '@/lib/messages/handovers';
import { getAdminContext } from '../../admin-context';
import { saveScopesAction, updateUserAction } from '../actions';
import { pickableBodies } from '../pickable-bodies';
import { AccountDeeds } from './account-deeds';
import { Delegation } from './delegation';
import { Handover } from './handover';
import { OutsideContact } from './outside-contact';

export const metadata: Metadata = { title: USERS.title };

const HISTORY_ROWS = 10;

const DONE = {
  details: USER_PAGE.saved,
  scopes: USER_PAGE.scopeSaved,
  disabled: USER_PAGE.disabled,
  enabled: USER_PAGE.enabled,
  unlocked: USER_PAGE.unlocked,
  sessions: USER_PAGE.sessionsEnded,
  delegated: USER_PAGE.delegationGranted,
  delegationEnded: USER_PAGE.delegationRevoked,
  handedOver: HANDOVER.done,
  contact: ADMIN_NOTIFICATIONS.contactSaved,
};

export default async function UserPage({ params, searchParams }: PageProps<'/admin/users/[username]'>) {
  const ctx = await getAdminContext('user.manage');
  const username = plainSegment((await params).username);
  const user = readOrNotFound(() => getUser(ctx, username));
  const query = await searchParams;
  const districts = listDistricts(ctx);
  const path = userHref(user.username);
  const hidden = { username: user.username };
  const history = listAudit(ctx, { subjectType: 'user', subjectKey: user.username }, HISTORY_ROWS);
  return (
    <div className="wrap page admin">
      <p className="crumb">
        <a href="/admin/users">{USER_PAGE.back}</a>
      </p>
      <h1>{user.name}</h1>
      <p className="row user-line">
        <bdi className="ltr">{user.username}</bdi>
        <span>{ROLE_LABELS[user.role]}</span>
        <UserStateTag state={userStateOf(user)} />
      </p>
      <DoneNote done={queryValue(query, 'done')} words={DONE} />
      <div className="admin-two">
        <div>
          <Section id="details" title={USER_PAGE.details} take={USER_PAGE.detailsTake}>
            <ActionForm
              id="user"
              action={updateUserAction}
              hidden={hidden}
              initialState={await readDraft(path, 'user')}
              className="narrow user-form"
            >
              <TextField name="name" label={USER_FORM.name} maxLength={120} defaultValue={user.name} />
              <UserFields districts={districts} user={user} />
              <SubmitButton>{USER_PAGE.save}</SubmitButton>
            </ActionForm>
          </Section>
          {user.role === 'liaison' && (
            <Section id="scope" title={USER_PAGE.scope} take={USER_PAGE.scopeTake}>
              <ActionForm
                id="scopes"
                action={saveScopesAction}
                hidden={hidden}
                initialState={await readDraft(path, 'scopes')}
              >
                <BodyPicker bodies={pickableBodies(ctx, user.bodyCodes)} chosen={user.bodyCodes} />
                <VillagesField districts={districts} chosen={user.scopeDistrictCodes} />
                <SubmitButton>{USER_PAGE.saveScope}</SubmitButton>
              </ActionForm>
            </Section>
          )}
        </div>
        <div>
          <Section id="account" title={USER_PAGE.account}>
            <AccountDeeds user={user} isOwn={user.username === ctx.actor.username} />
          </Section>
          {user.role === 'liaison' && <Handover ctx={ctx} user={user} />}
          <OutsideContact username={user.username} contact={getContact(ctx, user.username)} path={path} />
          {user.role === 'expert' && !user.isDisabled && (
            <Section id="delegation" title={USER_PAGE.delegation} take={USER_PAGE.delegationTake}>
              <Delegation
                username={user.username}
                current={listDelegations(ctx).find((each) => each.username === user.username) ?? null}
                today={ctx.clock.today()}
              />
            </Section>
          )}
        </div>
      </div>
      <Section
        id="history"
        title={USER_PAGE.history}
        more={{
          href: `/admin/audit?${new URLSearchParams({ subject: user.username }).toString()}`,
          label: USER_PAGE.historyMore,
        }}
      >
        {history.rows.length === 0 ? (
          <p className="small muted">{USER_PAGE.noHistory}</p>
        ) : (
          <AuditTable rows={history.rows} caption={USER_PAGE.history} hasSubject={false} />
        )}
      </Section>
    </div>
  );
}
