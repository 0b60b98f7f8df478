import { idsOf } from '@/lib/validation/letters';
import { lettersResponse } from '../../../letters-response';

/** Several letters in one print, each on pages of its own (`?ids=12.13.14`). */
export function GET(request: Request): Promise<Response> {
  return lettersResponse(idsOf(new URL(request.url).searchParams.get('ids')));
}
