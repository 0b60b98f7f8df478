import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { FRAME } from '@/lib/messages/frame';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface AccountMenuProps {
  name: string;
  roleLabel: string;
  /** «جانشین معاون فرماندار تا ۲۴ آذر» while it holds. */
  delegateNote?: string;
  theme: Theme;
  signOutAction: (data: FormData) => Promise<void>;
  /** Takes the field `theme`. */
  themeAction: (data: FormData) => Promise<void>;
}

/** Who is signed in, how the page looks, and the way out. A native disclosure: it needs no script. */
export function AccountMenu({ name, roleLabel, delegateNote, theme, signOutAction, themeAction }: AccountMenuProps) {
  return (
    <details className="drop">
      <summary>
        <span className="ava" aria-hidden="true">
          {[...name][0]}
        </span>
        <span className="who-text">{name}</span>
        <span className="vh">، {FRAME.account}</span>
        <Icon name="chevron_down" />
      </summary>
      <div className="drop-panel">
        <p className="who-name">
          <b>{name}</b>
          <span className="small muted">{roleLabel}</span>
          {delegateNote && <span className="small muted">{delegateNote}</span>}
        </p>
        <form action={themeAction} className="stacked">
          <span className="lab" id="theme-label">
            {FRAME.theme}
          </span>
          <div className="seg" role="group" aria-labelledby="theme-label">
            {THEMES.map((each) => (
              <button
                key={each}
                type="submit"
                name="theme"
                value={each}
                data-press={`theme-${each}`}
                aria-pressed={each === theme}
              >
                {FRAME.themes[each]}
              </button>
            ))}
          </div>
        </form>
        <a href="/change-password">{FRAME.changePassword}</a>
        <form action={signOutAction}>
          <Button type="submit" className="full" data-press="sign-out">
            {FRAME.signOut}
          </Button>
        </form>
      </div>
    </details>
  );
}
