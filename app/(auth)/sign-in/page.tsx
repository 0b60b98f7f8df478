import { redirect } from 'next/navigation';
import { ForgetDevice, ForgetKeptPages } from '@/components/drafts/forget-device';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton, TextField } from '@/components/ui/form-fields';
import { Note } from '@/components/ui/note';
import { PasswordField } from '@/components/ui/password-field';
import { getAnonymousContext, getOptionalContext } from '@/lib/context';
import { SIGN_IN } from '@/lib/messages/auth';
import { PUBLIC_PAGE } from '@/lib/messages/public';
import { localPath } from '@/lib/paths';
import { getNotice, getOutlook } from '@/lib/services/frame';
import { isPublicPageOn } from '@/lib/services/public/public-data';
import { isSetUpNeeded } from '@/lib/services/set-up';
import { signInAction } from '../actions';
import { AuthPage } from '../auth-page';
import { ProgrammeOutlook } from '../programme-outlook';

export const metadata = { title: SIGN_IN.title };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const ctx = await getAnonymousContext();
  if (isSetUpNeeded(ctx.db)) redirect('/set-up');
  const query = await searchParams;
  const next = localPath(typeof query['next'] === 'string' ? query['next'] : null);
  if ((await getOptionalContext()) !== null) redirect(next ?? '/');
  const outlook = getOutlook(ctx);
  const phone = outlook?.governoratePhone ?? null;
  return (
    <AuthPage
      notice={getNotice(ctx)}
      countyName={outlook?.countyName ?? null}
      title={SIGN_IN.title}
      lede={SIGN_IN.lede}
      aside={<ProgrammeOutlook outlook={outlook} />}
      asideLabel={SIGN_IN.contextLabel}
    >
      <ActionForm id="sign-in" action={signInAction} hidden={next === null ? {} : { next }}>
        <ForgetKeptPages />
        {query['signedOut'] !== undefined && (
          <>
            <Note tone="ok">{SIGN_IN.signedOut}</Note>
            <ForgetDevice />
          </>
        )}
        {next !== null && next !== '/' && <Note>{SIGN_IN.continueAfter}</Note>}
        <TextField
          name="username"
          label={SIGN_IN.username}
          autoComplete="username"
          dir="ltr"
          spellCheck={false}
          maxLength={100}
        />
        <PasswordField
          name="password"
          label={SIGN_IN.password}
          hint={SIGN_IN.firstTimeHint}
          autoComplete="current-password"
        />
        <SubmitButton size="big">{SIGN_IN.submit}</SubmitButton>
      </ActionForm>
      <p className="auth-help">
        <b>{SIGN_IN.forgotten}</b>
        <br />
        {phone === null ? (
          SIGN_IN.forgottenHelp
        ) : (
          <>
            {SIGN_IN.forgottenPhone} <bdi className="ltr">{phone}</bdi>
          </>
        )}
      </p>
      {isPublicPageOn(ctx) && (
        <p className="auth-help">
          <a href="/public">{PUBLIC_PAGE.fromSignIn}</a>
        </p>
      )}
    </AuthPage>
  );
}
