import { idsOf } from '@/lib/validation/letters';
import { lettersPdf } from '../../../../letters-response';

/** A letter as PDF. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  return lettersPdf(idsOf(id), `letter-${idsOf(id).join('-')}.pdf`);
}
