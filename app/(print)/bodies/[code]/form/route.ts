import { plainSegment } from '@/lib/paths';
import { formsResponse } from '../../../forms-response';

/** The blank form of one body, for those who print it for others. */
export async function GET(_: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  return formsResponse({ bodyCode: plainSegment((await params).code) });
}
