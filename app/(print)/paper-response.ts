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

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * A failure that somebody can do something about, as a sentence; others go to the error page. What the reader may not see and what does not
 * exist are the same answer. `instead` is what whoever may see it can do in its place.
 */
export function refusalResponse(
  error: unknown,
  otherStatus: number,
  instead?: { readonly href: string; readonly label: string },
): Response {
  if (!isAppError(error)) throw error;
  const isHidden = error.code === 'not_found' || error.code === 'forbidden';
  const status = isHidden ? 404 : otherStatus;
  const text = escaped(describeErrorInline(isHidden ? { code: 'not_found', details: {} } : error));
  const link =
    instead === undefined || isHidden ? '' : `<p><a href="${escaped(instead.href)}">${escaped(instead.label)}</a></p>`;
  const html = `<!doctype html><html lang="fa" dir="rtl"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>میزبان</title><main style="font-family:Vazirmatn,Tahoma,sans-serif;line-height:1.8;padding:2rem;max-width:60ch;margin:0 auto"><h1>میزبان</h1><p>${text}</p>${link}</main></html>`;
  const response = paperResponse(html);
  return new Response(response.body, { status, headers: response.headers });
}
