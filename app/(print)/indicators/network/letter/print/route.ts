import { drawTelecomLetter, sheetResponse } from '@/app/(print)/sheet-response';

/** The list for the telecom as a letter. */
export function GET(request: Request): Promise<Response> {
  return sheetResponse(request, drawTelecomLetter);
}
