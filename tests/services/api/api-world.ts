import { SESSION_COOKIE } from '@/lib/auth/session-cookie';
import { createToken } from '@/lib/services/tokens';
import { signIn } from '@/lib/services/sign-in';
import { addUser } from '@/lib/services/users';
import type { Role } from '@/lib/domain/vocabulary';
import { serveDataFolder } from '../../support/api-requests';
import { done, line, smallCounty, type County } from '../../support/small-county';

const PASSWORD = 'گذرواژهٔ درست ۱۲';

export interface ApiWorld {
  readonly county: County;
  /** Headers of a program with a good token. */
  readonly token: Readonly<Record<string, string>>;
  /** Headers of a person who signed in. */
  readonly signIn: (role: Role, bodyCodes?: readonly string[]) => Promise<Readonly<Record<string, string>>>;
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** A small county with some history, served by this process. */
export async function apiWorld(): Promise<ApiWorld> {
  const county = await smallCounty();
  await county.history([
    ...done('EA-001', ['ED1'], '1397/07/10'),
    ...done('EA-001', ['ED2'], '1397/07/28'),
    ...done('EA-001', ['ED3'], '1397/08/14'),
    ...done('EA-001', ['ED4'], '1397/08/29'),
    line('EA-001', 'ED5', 'claim', '1397/09/10'),
    line('VA-001', 'NT1', 'block', '1397/08/01', '=نبود دکل', 'no_telecom_coverage,telecom,'),
  ]);
  serveDataFolder(county.dataDir);
  return {
    county,
    token: bearer(createToken(county.office(), { name: 'پورتال' }).token),
    signIn: async (role, bodyCodes = []) => {
      const username = `user.${role}`;
      const user = { username, name: 'سارا', role, bodyCodes: [...bodyCodes] };
      await addUser(county.office(), user, { password: PASSWORD, mustChangePassword: false });
      const { cookie } = await signIn(county.office(), { username, password: PASSWORD });
      return { cookie: `${SESSION_COOKIE}=${encodeURIComponent(cookie.value)}` };
    },
  };
}

export interface ErrorBody {
  readonly error: { readonly code: string; readonly message: string };
}
