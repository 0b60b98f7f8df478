import type { ReactNode } from 'react';
import { PaletteOpener } from '@/components/palette/palette-opener';
import { Icon } from '@/components/ui/icon';
import { formatInteger } from '@/lib/format/numbers';
import { FRAME } from '@/lib/messages/frame';
import { PALETTE } from '@/lib/messages/palette';
import { AccountMenu, type AccountMenuProps } from './account-menu';
import { Brand } from './brand';
import { currentPart, type NavigationItem } from './navigation';
import { SampleStrip, type SampleStripProps } from './sample-strip';

export interface AppFrameProps {
  countyName: string | null;
  sample: SampleStripProps;
  navigation: readonly NavigationItem[];
  /** Path of the page, for marking its part of the navigation. */
  pathname: string;
  account: AccountMenuProps;
  /** Whether this person may look bodies up. */
  hasSearch: boolean;
  children: ReactNode;
}

const SEARCH_ID = 'frame-search';

/** What surrounds every signed-in page. The page is the child, inside `<main id="main">`, and sets its own width with `wrap`. */
export function AppFrame({ countyName, sample, navigation, pathname, account, hasSearch, children }: AppFrameProps) {
  return (
    <>
      <a className="skip" href="#main">
        {FRAME.skip}
      </a>
      <SampleStrip {...sample} />
      <header className="appbar">
        <Brand owner={countyName === null ? null : FRAME.countyTitle(countyName)} />
        <nav className="nav" aria-label={FRAME.navigation}>
          <NavigationLinks items={navigation} pathname={pathname} />
        </nav>
        <div className="end">
          {hasSearch ? <Search /> : <PaletteLink className="btn icon" />}
          <PaletteOpener searchId={SEARCH_ID} />
          <AccountMenu {...account} />
          <details className="drop menu">
            <summary aria-label={FRAME.menu}>
              <span className="btn icon">
                <Icon name="menu" />
              </span>
            </summary>
            <nav className="drop-panel" aria-label={FRAME.menu}>
              <NavigationLinks items={navigation} pathname={pathname} />
            </nav>
          </details>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

function NavigationLinks({ items, pathname }: { items: readonly NavigationItem[]; pathname: string }) {
  const current = currentPart(items, pathname);
  return items.map((item) => (
    <a key={item.href} href={item.href} aria-current={item.href === current ? 'page' : undefined}>
      {item.label}
      {item.count !== undefined && item.count > 0 && <Badge count={item.count} counts={item.counts} />}
    </a>
  ));
}

function Badge({ count, counts }: Pick<NavigationItem, 'counts'> & { count: number }) {
  const number = formatInteger(count);
  return (
    <span className="count" title={counts === 'messages' ? FRAME.unread(number) : FRAME.waiting(number)}>
      {number}
      <span className="vh"> {counts === 'messages' ? FRAME.unreadSuffix : FRAME.waitingSuffix}</span>
    </span>
  );
}

/** Opens the palette; without script it leads to the list of bodies. */
function PaletteLink({ className }: { className: string }) {
  return (
    <a className={className} href="/bodies" data-palette aria-label={PALETTE.open} aria-haspopup="dialog">
      <Icon name="search" />
    </a>
  );
}

function Search() {
  return (
    <>
      <form className="search" action="/bodies" method="get" role="search">
        <Icon name="search" />
        <label className="vh" htmlFor={SEARCH_ID}>
          {FRAME.searchLabel}
        </label>
        <input id={SEARCH_ID} name="q" type="search" placeholder={FRAME.searchPlaceholder} autoComplete="off" />
        {/* without script it sends the form */}
        <button type="submit" className="kbd" data-palette aria-label={PALETTE.openWithKey} aria-haspopup="dialog">
          Ctrl K
        </button>
      </form>
      <PaletteLink className="btn icon search-link" />
    </>
  );
}
