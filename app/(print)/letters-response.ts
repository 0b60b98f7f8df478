import { renderLetters } from '@/components/letters/render-letters';
import { getPageContext } from '@/lib/page-context';
import { getLetters } from '@/lib/services/letters';
import { printPdf } from '@/lib/services/pdf';
import { paperResponse, pdfResponse, refusalResponse } from './paper-response';

/** Some letters as one page to print; what the reader may not see is not found. */
export async function lettersResponse(ids: readonly number[]): Promise<Response> {
  const ctx = await getPageContext();
  try {
    return paperResponse(renderLetters(getLetters(ctx, ids)));
  } catch (error) {
    return refusalResponse(error, 400);
  }
}

/** The same as a PDF, printed by the browser of the server's machine. */
export async function lettersPdf(ids: readonly number[], fileName: string): Promise<Response> {
  const ctx = await getPageContext();
  try {
    const letters = getLetters(ctx, ids);
    const newest = letters.at(-1);
    const pdf = await printPdf(renderLetters(letters), newest ? { createdAt: new Date(newest.issuedAt) } : {});
    return pdfResponse(new Uint8Array(pdf), fileName);
  } catch (error) {
    return refusalResponse(error, 503);
  }
}
