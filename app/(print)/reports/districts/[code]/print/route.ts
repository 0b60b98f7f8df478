import { plainSegment } from '@/lib/paths';
import { drawDistricts, sheetResponse } from '../../../../sheet-response';

/** A district on one page. */
export async function GET(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  return sheetResponse(request, drawDistricts(plainSegment((await params).code)));
}
