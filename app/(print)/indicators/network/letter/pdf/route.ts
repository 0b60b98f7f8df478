import { drawTelecomLetter, sheetPdf } from '@/app/(print)/sheet-response';

/** The list for the telecom as a letter, as PDF. */
export function GET(request: Request): Promise<Response> {
  return sheetPdf(request, drawTelecomLetter, 'telecom.pdf');
}
