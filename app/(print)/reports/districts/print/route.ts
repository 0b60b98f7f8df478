import { drawDistricts, sheetResponse } from '../../../sheet-response';

/** Every district that the reader may see, a page each. */
export function GET(request: Request): Promise<Response> {
  return sheetResponse(request, drawDistricts(null));
}
