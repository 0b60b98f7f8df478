import { plainSegment } from '@/lib/paths';
import { drawDistricts, sheetPdf } from '../../../../sheet-response';

/** A district on one page, as PDF. */
export async function GET(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  return sheetPdf(request, drawDistricts(plainSegment((await params).code)), 'district.pdf');
}
