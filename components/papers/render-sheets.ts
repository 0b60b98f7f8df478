import { createElement } from 'react';
import { renderPaper } from '@/components/reports/render-report';
import type { TelecomLetter } from '@/lib/domain/network';
import type { Poster } from '@/lib/domain/posters';
import { DistrictSheets, type DistrictSheetsProps } from './district-sheet';
import { PosterSheets } from './poster-sheet';
import type { PosterSize } from './poster-css';
import { TelecomSheet } from './telecom-sheet';

/** Districts as the HTML document that is printed, a page each. */
export function renderDistrictSheets(props: DistrictSheetsProps): string {
  return renderPaper(createElement(DistrictSheets, props));
}

/** The poster as the HTML document that is printed. */
export function renderPoster(poster: Poster, size: PosterSize): string {
  return renderPaper(createElement(PosterSheets, { poster, size }));
}

/** The list for the telecom as the HTML document that is printed. */
export function renderTelecomLetter(letter: TelecomLetter): string {
  return renderPaper(createElement(TelecomSheet, { letter }));
}
