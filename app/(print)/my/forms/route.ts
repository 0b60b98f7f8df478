import { formsResponse } from '../../forms-response';

/** Blank forms of all own bodies, a page each. */
export function GET(): Promise<Response> {
  return formsResponse({ own: true });
}
