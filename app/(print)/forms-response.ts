import { renderBlankForms } from '@/components/forms/render-forms';
import { getPageContext } from '@/lib/page-context';
import { getBlankForms, type FormsWanted } from '@/lib/services/paper-forms';
import { paperResponse, refusalResponse } from './paper-response';

/** Blank forms as the page that is printed; what the reader may not see is not found. */
export async function formsResponse(wanted: FormsWanted): Promise<Response> {
  const ctx = await getPageContext();
  try {
    return paperResponse(renderBlankForms(getBlankForms(ctx, wanted)));
  } catch (error) {
    return refusalResponse(error, 400);
  }
}
