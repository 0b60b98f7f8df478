import { ActionForm } from '@/components/ui/action-form';
import { LinkButton } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/form-fields';
import { PasswordField } from '@/components/ui/password-field';
import { CHANGE_PASSWORD } from '@/lib/messages/auth';
import { COMMON } from '@/lib/messages/common';
import { contextOrSignIn } from '@/lib/page-context';
import { localPath } from '@/lib/paths';
import { getNotice, getOutlook } from '@/lib/services/frame';
import { PASSWORD_MIN_LENGTH } from '@/lib/services/own-password';
import { changePasswordAction } from '../actions';
import { AuthPage, AuthSteps } from '../auth-page';

export const metadata = { title: CHANGE_PASSWORD.title };

export default async function ChangePasswordPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const ctx = await contextOrSignIn();
  const query = await searchParams;
  const next = localPath(typeof query['next'] === 'string' ? query['next'] : null);
  const isForced = ctx.actor.mustChangePassword;
  return (
    <AuthPage
      notice={getNotice(ctx)}
      countyName={getOutlook(ctx)?.countyName ?? null}
      title={CHANGE_PASSWORD.title}
      lede={isForced ? CHANGE_PASSWORD.forced : CHANGE_PASSWORD.voluntary}
      aside={<AuthSteps title={CHANGE_PASSWORD.contextTitle} steps={CHANGE_PASSWORD.rules(PASSWORD_MIN_LENGTH)} />}
      asideLabel={CHANGE_PASSWORD.contextTitle}
    >
      <ActionForm id="change-password" action={changePasswordAction} hidden={next === null ? {} : { next }}>
        <PasswordField
          name="currentPassword"
          label={CHANGE_PASSWORD.current}
          hint={isForced ? CHANGE_PASSWORD.currentForcedHint : undefined}
          autoComplete="current-password"
        />
        <PasswordField name="newPassword" label={CHANGE_PASSWORD.next} autoComplete="new-password" />
        <PasswordField name="repeatPassword" label={CHANGE_PASSWORD.repeat} autoComplete="new-password" />
        <SubmitButton size="big">{CHANGE_PASSWORD.submit}</SubmitButton>
        {!isForced && (
          <LinkButton variant="quiet" href={next ?? '/'}>
            {COMMON.back}
          </LinkButton>
        )}
      </ActionForm>
    </AuthPage>
  );
}
