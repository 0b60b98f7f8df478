import { idsOf } from '@/lib/validation/letters';
import { lettersPdf } from '../../../letters-response';

/** Several letters in one PDF (`?ids=12.13.14`). */
export function GET(request: Request): Promise<Response> {
  return lettersPdf(idsOf(new URL(request.url).searchParams.get('ids')), 'letters.pdf');
}
