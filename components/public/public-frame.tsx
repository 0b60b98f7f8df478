import type { ReactNode } from 'react';
import { BrandMark } from '@/components/frame/brand';
import { SampleStrip, type SampleStripProps } from '@/components/frame/sample-strip';
import { FRAME } from '@/lib/messages/frame';
import { PUBLIC_PAGE } from '@/lib/messages/public';
import './public.css';

export interface PublicFrameProps {
  county: string | null;
  notice: SampleStripProps;
  /** The page that is shown, for marking it; null for one below them. */
  current: 'bodies' | 'data' | null;
  /** Somebody of the office reads it: the way back instead of the way in. */
  isSignedIn: boolean;
  children: ReactNode;
}

const PAGES = [
  { key: 'bodies', href: '/public', label: PUBLIC_PAGE.bodies },
  { key: 'data', href: '/public/data', label: PUBLIC_PAGE.data },
] as const;

/** What surrounds the pages for citizens: no part of the desk, only the two pages and the way in. */
export function PublicFrame({ county, notice, current, isSignedIn, children }: PublicFrameProps) {
  return (
    <>
      <a className="skip" href="#main">
        {FRAME.skip}
      </a>
      <SampleStrip {...notice} />
      <header className="appbar pub-bar">
        <a className="brand" href="/public">
          <BrandMark />
          {FRAME.product}
          {county !== null && <small>{FRAME.countyTitle(county)}</small>}
        </a>
        <nav className="pub-nav no-print" aria-label={PUBLIC_PAGE.navigation}>
          {PAGES.map(({ key, href, label }) => (
            <a key={key} href={href} aria-current={key === current ? 'page' : undefined}>
              {label}
            </a>
          ))}
          <a href={isSignedIn ? '/' : '/sign-in'}>{isSignedIn ? PUBLIC_PAGE.desk : PUBLIC_PAGE.signIn}</a>
        </nav>
      </header>
      <main id="main" tabIndex={-1} className="wrap page pub">
        {children}
      </main>
      <footer className="wrap pub-foot small">
        <p>{PUBLIC_PAGE.leftOut}</p>
        <p>
          {PUBLIC_PAGE.footer} <a href="/public/data">{PUBLIC_PAGE.data}</a>
        </p>
      </footer>
    </>
  );
}
