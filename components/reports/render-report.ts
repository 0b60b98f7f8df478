import { createElement } from 'react';
import type { ReactElement } from 'react';
import QRCode from 'qrcode';
import { staticMarkup } from '@/components/static-markup';
import type { EditionDocument } from '@/lib/domain/edition';
import { ReportDocument } from './report-document';

/** A complete HTML document as text. */
export function renderPaper(element: ReactElement): string {
  return `<!doctype html>\n${staticMarkup(element)}`;
}

/** A square code as the `data:` address of a drawing 14.5 mm wide. Printers keep it sharp, since it is lines and not dots. */
export function squareCodeImage(text: string): string {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (data[row * size + column] === 1) path += `M${column} ${row}h1v1h-1z`;
    }
  }
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' width='54.8' height='54.8' viewBox='0 0 ${size} ${size}' shape-rendering='crispEdges'><path d='${path}'/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg).replace(/'/g, '%27')}`;
}

/** The report of one edition as the HTML document that is printed. The same edition always gives the same text. */
export function renderReport(document: EditionDocument): string {
  const { verificationText } = document.header;
  return renderPaper(
    createElement(ReportDocument, {
      document,
      codeImage: verificationText === null ? null : squareCodeImage(verificationText),
    }),
  );
}
