'use client';

import './globals.css';
import { FailedPage } from '@/components/frame/stand-in';

/** When even the outermost layout fails. */
export default function GlobalErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="fa" dir="rtl">
      <body>
        <FailedPage digest={error.digest} retry={reset} />
      </body>
    </html>
  );
}
