import { Deed, Deeds } from '@/components/admin/deed';
import { SecretAnswer } from '@/components/admin/secret-answer';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/form-fields';
import { USER_PAGE } from '@/lib/messages/admin';
import type { UserSummary } from '@/lib/services/users';
import {
  disableUserAction,
  enableUserAction,
  resetPasswordAction,
  revokeSessionsAction,
  unlockUserAction,
} from '../actions';

/** What an admin can do to an account, each with what follows from it. */
export function AccountDeeds({ user, isOwn }: { user: UserSummary; isOwn: boolean }) {
  const hidden = { username: user.username };
  return (
    <Deeds>
      {user.lockedMinutes > 0 && (
        <Deed title={USER_PAGE.locked(user.lockedMinutes)} text={USER_PAGE.lockedText}>
          <ActionForm id="unlock" action={unlockUserAction} hidden={hidden}>
            <SubmitButton>{USER_PAGE.unlockButton}</SubmitButton>
          </ActionForm>
        </Deed>
      )}
      <Deed title={USER_PAGE.reset} text={USER_PAGE.resetText}>
        <ActionForm id="reset" action={resetPasswordAction} hidden={hidden}>
          <SecretAnswer />
          <SubmitButton variant="default">{USER_PAGE.resetButton}</SubmitButton>
        </ActionForm>
      </Deed>
      <Deed title={USER_PAGE.sessions(user.sessionCount)} text={USER_PAGE.sessionsText}>
        {user.sessionCount > 0 && (
          <ActionForm id="sessions" action={revokeSessionsAction} hidden={hidden}>
            <SubmitButton variant="default">{USER_PAGE.sessionsButton}</SubmitButton>
          </ActionForm>
        )}
      </Deed>
      {user.isDisabled ? (
        <Deed title={USER_PAGE.enable} text={USER_PAGE.enableText}>
          <ActionForm id="enable" action={enableUserAction} hidden={hidden}>
            <SubmitButton variant="default">{USER_PAGE.enableButton}</SubmitButton>
          </ActionForm>
        </Deed>
      ) : (
        <Deed title={USER_PAGE.disable} text={isOwn ? USER_PAGE.ownAccount : USER_PAGE.disableText}>
          {!isOwn && (
            <ActionForm id="disable" action={disableUserAction} hidden={hidden}>
              <SubmitButton variant="danger">{USER_PAGE.disableButton}</SubmitButton>
            </ActionForm>
          )}
        </Deed>
      )}
    </Deeds>
  );
}
