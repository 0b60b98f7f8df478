import type { ReactNode } from 'react';
import { PAPER_POLICY } from '@/components/reports/report-document';

/** A paper as one HTML document of its own: no script, one style element, nothing fetched but the fonts. */
export function PaperPage({ title, css, children }: { title: string; css: string; children: ReactNode }) {
  return (
    <html lang="fa" dir="rtl">
      <head>
        <meta charSet="utf-8" />
        {/* a sheet is as wide as it is: small screens show the whole of it and let the reader zoom */}
        <meta name="viewport" content="width=830" />
        <meta httpEquiv="Content-Security-Policy" content={PAPER_POLICY} />
        {/* without it browsers ask for an icon that paper has no use for */}
        <link rel="icon" href="data:," />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: css }} />
      </head>
      <body>
        <main>{children}</main>
      </body>
    </html>
  );
}
