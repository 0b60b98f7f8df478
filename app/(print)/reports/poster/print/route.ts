import { drawPoster, sheetResponse } from '../../../sheet-response';

/** The poster with the state of all bodies. */
export function GET(request: Request): Promise<Response> {
  return sheetResponse(request, drawPoster);
}
