import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/**
 * Reads PDF files in the browser and draws them on a canvas: nothing of a file is executed or fetched (ADR 050). Loaded only when one is
 * opened.
 */
GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/legacy/build/pdf.worker.min.mjs', import.meta.url).toString();

export type { PDFDocumentProxy };

export type PdfFailure = 'locked' | 'failed';

/** The largest canvas that is drawn, in pixels: old computers have little memory. */
const MOST_PIXELS = 12_000_000;

/** @throws `PdfProblem` */
export async function openPdf(href: string, signal: AbortSignal): Promise<PDFDocumentProxy> {
  const answer = await fetch(href, { signal, credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  const task = getDocument({
    data: new Uint8Array(await answer.arrayBuffer()),
    isEvalSupported: false,
    enableXfa: false,
    disableAutoFetch: true,
    stopAtErrors: false,
    verbosity: 0,
  });
  signal.addEventListener('abort', () => void task.destroy());
  return task.promise;
}

export function failureOf(error: unknown): PdfFailure {
  return error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'failed';
}

/** Draws one page as wide as asked for, in CSS pixels, and sets the canvas to its size. */
export async function drawPage(
  pdf: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  width: number,
  signal: AbortSignal,
): Promise<void> {
  const page = await pdf.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const wanted = (width / natural.width) * Math.max(1, window.devicePixelRatio);
  const largest = Math.sqrt(MOST_PIXELS / (natural.width * natural.height));
  const viewport = page.getViewport({ scale: Math.min(wanted, largest) });
  const canvasContext = canvas.getContext('2d');
  if (canvasContext === null || signal.aborted) return;
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  const task = page.render({ canvasContext, viewport });
  signal.addEventListener('abort', () => task.cancel());
  await task.promise.catch((error: unknown) => {
    // a page that was scrolled away or enlarged meanwhile
    if (!(error instanceof Error && error.name === 'RenderingCancelledException')) throw error;
  });
}

/** Height over width of each page. */
export async function pageShapes(pdf: PDFDocumentProxy, most: number): Promise<number[]> {
  const count = Math.min(pdf.numPages, most);
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const { width, height } = (await pdf.getPage(index + 1)).getViewport({ scale: 1 });
      return height / width;
    }),
  );
}
