import './globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { FRAME } from '@/lib/messages/frame';
import { THEME_COOKIE } from './theme';

export const metadata: Metadata = {
  title: { default: FRAME.product, template: `%s · ${FRAME.product}` },
  applicationName: FRAME.product,
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#1b1f25' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // every answer carries its own nonce: a page built ahead of time would have none, and its scripts would be refused
  await connection();
  const theme = (await cookies()).get(THEME_COOKIE)?.value;
  return (
    <html lang="fa" dir="rtl" data-theme={theme === 'light' || theme === 'dark' ? theme : undefined}>
      <head>
        <link rel="preload" href="/fonts/Vazirmatn.woff2" as="font" type="font/woff2" crossOrigin="anonymous" />
      </head>
      <body>{children}</body>
    </html>
  );
}
