import { idsOf } from '@/lib/validation/letters';
import { lettersResponse } from '../../../../letters-response';

/** A letter as the page that is printed. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return lettersResponse(idsOf((await params).id));
}
