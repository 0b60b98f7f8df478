import { drawPoster, sheetPdf } from '../../../sheet-response';

/** The poster with the state of all bodies, as PDF. */
export function GET(request: Request): Promise<Response> {
  return sheetPdf(request, drawPoster, 'poster.pdf');
}
