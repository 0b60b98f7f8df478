import { createElement } from 'react';
import { renderPaper } from '@/components/reports/render-report';
import { MinutesSheet, type MinutesSheetProps } from './minutes-sheet';

/** The minutes of a visit as the HTML document that is printed. */
export function renderMinutes(minutes: MinutesSheetProps): string {
  return renderPaper(createElement(MinutesSheet, minutes));
}
