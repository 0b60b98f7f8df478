import { redirect } from 'next/navigation';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton, TextField } from '@/components/ui/form-fields';
import { PasswordField } from '@/components/ui/password-field';
import { getAnonymousContext } from '@/lib/context';
import { SET_UP } from '@/lib/messages/auth';
import { getNotice, getOutlook } from '@/lib/services/frame';
import { isSetUpNeeded } from '@/lib/services/set-up';
import { setUpAction } from '../actions';
import { AuthPage, AuthSteps } from '../auth-page';

export const metadata = { title: SET_UP.title };

/** Exists only while nobody has an account. */
export default async function SetUpPage() {
  const ctx = await getAnonymousContext();
  if (!isSetUpNeeded(ctx.db)) redirect('/');
  return (
    <AuthPage
      notice={getNotice(ctx)}
      countyName={getOutlook(ctx)?.countyName ?? null}
      title={SET_UP.title}
      lede={SET_UP.lede}
      aside={<AuthSteps title={SET_UP.contextTitle} steps={SET_UP.steps} />}
      asideLabel={SET_UP.contextTitle}
    >
      <ActionForm id="set-up" action={setUpAction}>
        <TextField name="name" label={SET_UP.name} autoComplete="name" maxLength={120} />
        <TextField
          name="username"
          label={SET_UP.username}
          hint={SET_UP.usernameHint}
          autoComplete="username"
          dir="ltr"
          spellCheck={false}
          maxLength={40}
        />
        <PasswordField name="password" label={SET_UP.password} autoComplete="new-password" />
        <PasswordField name="repeatPassword" label={SET_UP.repeat} autoComplete="new-password" />
        <SubmitButton size="big">{SET_UP.submit}</SubmitButton>
      </ActionForm>
    </AuthPage>
  );
}
