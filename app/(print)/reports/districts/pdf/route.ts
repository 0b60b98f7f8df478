import { drawDistricts, sheetPdf } from '../../../sheet-response';

/** Every district that the reader may see, a page each, as PDF. */
export function GET(request: Request): Promise<Response> {
  return sheetPdf(request, drawDistricts(null), 'districts.pdf');
}
