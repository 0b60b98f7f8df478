import type { CDPSession, Page } from 'playwright-core';

/** A phone with the smallest screen we promise. */
export const SMALL_PHONE = { viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true };

/** 3G as browsers' own tools simulate it: 750 kbit/s down, 250 kbit/s up, 300 ms for a way there and back. */
const LINE_3G = { latency: 300, downloadThroughput: (750 * 1000) / 8, uploadThroughput: (250 * 1000) / 8 };

/** The line of one page: slow, cut, or as the computer has it. */
export class Line {
  private constructor(private readonly session: CDPSession) {}

  static async of(page: Page): Promise<Line> {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    return new Line(session);
  }

  slow(): Promise<unknown> {
    return this.session.send('Network.emulateNetworkConditions', { offline: false, ...LINE_3G });
  }

  cut(): Promise<unknown> {
    return this.session.send('Network.emulateNetworkConditions', { offline: true, ...LINE_3G });
  }

  free(): Promise<unknown> {
    const conditions = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
    return this.session.send('Network.emulateNetworkConditions', conditions);
  }

  /** Loads a page as if for the first time, and says what went over the line until its load event. */
  async firstLoad(page: Page, path: string): Promise<{ bytes: number; scriptBytes: number; seconds: number }> {
    await this.session.send('Network.setCacheDisabled', { cacheDisabled: true });
    const scripts = new Set<string>();
    let bytes = 0;
    let scriptBytes = 0;
    this.session.on('Network.responseReceived', ({ requestId, type }) => {
      if (type === 'Script') scripts.add(requestId);
    });
    this.session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      bytes += encodedDataLength;
      if (scripts.has(requestId)) scriptBytes += encodedDataLength;
    });
    const startedAt = performance.now();
    await page.goto(path, { waitUntil: 'load' });
    const seconds = (performance.now() - startedAt) / 1000;
    await this.session.send('Network.setCacheDisabled', { cacheDisabled: false });
    return { bytes, scriptBytes, seconds };
  }
}

/** A PDF whose every part differs. */
export function paperOf(bytes: number): Buffer {
  const paper = Buffer.alloc(bytes);
  for (let index = 0; index + 4 <= bytes; index += 4) paper.writeUInt32LE((index * 2654435761) % 2 ** 32, index);
  paper.write('%PDF-1.4\n');
  return paper;
}

/** Watches the pieces that a page sends: the sum of what went out, whether or not it arrived. */
export function watchPieces(page: Page, fileBytes: number, chunkBytes: number): { sentBytes: () => number } {
  const offsets: number[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
  });
  return { sentBytes: () => offsets.reduce((sum, from) => sum + Math.min(chunkBytes, fileBytes - from), 0) };
}
