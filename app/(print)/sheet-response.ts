import { POSTER_SIZES } from '@/components/papers/poster-css';
import { renderDistrictSheets, renderPoster, renderTelecomLetter } from '@/components/papers/render-sheets';
import { getPageContext } from '@/lib/page-context';
import { getDistrictSheets, type SheetParams } from '@/lib/services/district-sheets';
import { printPdf } from '@/lib/services/pdf';
import { getPoster } from '@/lib/services/poster';
import { getTelecomLetter } from '@/lib/services/telecom-letter';
import type { ServiceContext } from '@/lib/services/service-context';
import { parseNetworkQuery } from '@/lib/validation/network';
import { queryDay, queryValue, queryWord, type QueryParams } from '@/lib/validation/progress';
import { paperResponse, pdfResponse, refusalResponse } from './paper-response';

type Draw = (ctx: ServiceContext, query: QueryParams) => string;

const queryOf = (request: Request): QueryParams => Object.fromEntries(new URL(request.url).searchParams);

/** `?asOf=` and `?programme=`, as every page of figures has them. */
const paramsOf = (query: QueryParams): SheetParams => ({
  asOf: queryDay(query, 'asOf'),
  programme: queryValue(query, 'programme'),
});

/** A sheet as the page that is printed; what the reader may not see is not found. */
export async function sheetResponse(request: Request, draw: Draw): Promise<Response> {
  const ctx = await getPageContext();
  try {
    return paperResponse(draw(ctx, queryOf(request)));
  } catch (error) {
    return refusalResponse(error, 400);
  }
}

/** The same as a PDF, printed by the browser of the server's machine. */
export async function sheetPdf(request: Request, draw: Draw, fileName: string): Promise<Response> {
  const ctx = await getPageContext();
  try {
    return pdfResponse(new Uint8Array(await printPdf(draw(ctx, queryOf(request)))), fileName);
  } catch (error) {
    return refusalResponse(error, 503);
  }
}

/** The page of one district, or of all that the reader may see. */
export const drawDistricts =
  (code: string | null): Draw =>
  (ctx, query) =>
    renderDistrictSheets(getDistrictSheets(ctx, code, paramsOf(query)));

/** The poster, on A3 or, with `?size=a4`, on A4. */
export const drawPoster: Draw = (ctx, query) =>
  renderPoster(getPoster(ctx, paramsOf(query)), queryWord(query, 'size', POSTER_SIZES) ?? 'a3');

/** The list of bodies without coverage for the telecom; `?category=` and `?district=` as on its page. */
export const drawTelecomLetter: Draw = (ctx, query) =>
  renderTelecomLetter(getTelecomLetter(ctx, parseNetworkQuery(query)));
