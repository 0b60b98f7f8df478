import { formsResponse } from '../../../forms-response';

/** Blank forms of all village administrations of a district (`?district=`), a page each. */
export function GET(request: Request): Promise<Response> {
  return formsResponse({ district: new URL(request.url).searchParams.get('district') ?? '' });
}
