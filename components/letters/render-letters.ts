import { createElement } from 'react';
import { renderPaper } from '@/components/reports/render-report';
import { LetterSheets, type PrintedLetter } from './letter-sheet';

/** Letters as the HTML document that is printed, each on pages of its own. */
export function renderLetters(letters: readonly PrintedLetter[]): string {
  return renderPaper(createElement(LetterSheets, { letters }));
}
