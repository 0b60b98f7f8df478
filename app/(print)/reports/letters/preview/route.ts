import { renderLetters } from '@/components/letters/render-letters';
import { getPageContext } from '@/lib/page-context';
import { previewLetter } from '@/lib/services/letters';
import { queryValue } from '@/lib/validation/progress';
import { paperResponse, refusalResponse } from '../../../paper-response';

/** The letter that a late body would get today (`?body=`), marked as a draft. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await getPageContext();
  const query = Object.fromEntries(new URL(request.url).searchParams);
  try {
    const document = previewLetter(ctx, {
      body: queryValue(query, 'body') ?? '',
      programme: queryValue(query, 'programme'),
    });
    return paperResponse(renderLetters([{ document, registration: null }]));
  } catch (error) {
    return refusalResponse(error, 400);
  }
}
