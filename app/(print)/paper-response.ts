import { PAPER_POLICY } from '@/components/reports/report-document';
import { describeErrorInline } from '@/lib/messages/errors';
import { isAppError } from '@/lib/errors';

/** A printable page of its own. It is the reader's alone and never kept by anything in between. */
export function paperResponse(html: string): Response {
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `${PAPER_POLICY}; frame-ancestors 'none'`,
      'Cache-Control': 'private, no-store',
    },
  });
}

export function pdfResponse(pdf: Uint8Array<ArrayBuffer>, fileName: string): Response {
  return new Response(pdf, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${fileName}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}

/**
 * A failure that somebody can do something about, as a sentence; others go to the error page. What the reader may not see and what does not
 * exist are the same answer.
 */
export function refusalResponse(error: unknown, otherStatus: number): Response {
  if (!isAppError(error)) throw error;
  const isHidden = error.code === 'not_found' || error.code === 'forbidden';
  const status = isHidden ? 404 : otherStatus;
  const text = describeErrorInline(isHidden ? { code: 'not_found', details: {} } : error).replace(
    /[&<>]/g,
    (sign) => `&#${sign.charCodeAt(0)};`,
  );
  const html = `<!doctype html><html lang="fa" dir="rtl"><meta charset="utf-8"><title>میزبان</title><main style="font-family:Tahoma,sans-serif;padding:2rem"><h1>میزبان</h1><p>${text}</p></main></html>`;
  const response = paperResponse(html);
  return new Response(response.body, { status, headers: response.headers });
}
