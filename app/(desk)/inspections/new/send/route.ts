import { json } from '@/app/(desk)/my/uploads/answers';
import { isFromElsewhere } from '@/app/request-origin';
import { IDLE } from '@/components/ui/form-state';
import { action, done } from '@/lib/actions';
import { getOptionalContext } from '@/lib/context';
import { VISIT_FORM, visitName } from '@/lib/messages/inspections';
import { recordInspection } from '@/lib/services/inspections';
import { visitSchema } from '@/lib/validation/inspections';

const record = action(visitSchema, (ctx, input) => {
  const { id, number, year, isRepeat } = recordInspection(ctx, input);
  return done({
    href: `/inspections/${id}?done=${isRepeat ? 'repeated' : 'recorded'}`,
    label: VISIT_FORM.done(visitName(number, year)),
  });
});

/**
 * The form of a visit as a script sends it, perhaps hours after it was filled in: answered with the page of the visit, or with the sentences
 * of the form. Sent again, because the answer got lost, it gives the same visit.
 */
export async function POST(request: Request): Promise<Response> {
  if (isFromElsewhere(request)) return json(403, { status: 'error', message: VISIT_FORM.refused, fieldErrors: {} });
  if ((await getOptionalContext()) === null) return json(401, {});
  const data = await request.formData().catch(() => null);
  if (data === null) return json(400, { status: 'error', message: VISIT_FORM.refused, fieldErrors: {} });
  const state = await record(IDLE, data);
  return state.status === 'done' ? json(200, state.data) : json(422, state);
}
