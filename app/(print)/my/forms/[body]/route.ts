import { plainSegment } from '@/lib/paths';
import { formsResponse } from '../../../forms-response';

/** The blank form of one body. */
export async function GET(_: Request, { params }: { params: Promise<{ body: string }> }): Promise<Response> {
  return formsResponse({ bodyCode: plainSegment((await params).body) });
}
