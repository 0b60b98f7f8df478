import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { chromium } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import { renderReport } from '@/components/reports/render-report';
import type { EditionDocument, EditionLateRow } from '@/lib/domain/edition';
import { isAppError } from '@/lib/errors';
import { askForEditionPdf, cancelEditionPrint, getEditionPdf, getEditionPrint } from '@/lib/services/edition-pdf';
import { writeRemarks } from '@/lib/services/edition-remarks';
import { getEdition, issueEdition as issue } from '@/lib/services/editions';
import { browserCandidates } from '@/lib/installed-browser.mjs';
import { printPdf } from '@/lib/services/pdf';
import { issueEdition } from '../support/issue-edition';
import { createMilestoneWorld } from '../support/milestone-world';
import { BODIES, done, smallCounty } from '../support/small-county';

/** The small programme's report with its body rows many times over: what a whole county has. */
function withManyBodies(document: EditionDocument, times: number): EditionDocument {
  const groups = document.attachment.groups.map((group) => ({
    ...group,
    bodies: Array.from({ length: times }, (_, copy) =>
      group.bodies.map((body) => ({ ...body, code: `${body.code}-${copy}` })),
    ).flat(),
  }));
  return { ...document, attachment: { ...document.attachment, groups } };
}

describe('the report on paper', { timeout: 90_000 }, () => {
  it('letter, summary, groups, lists, closing and attachment each begin on a page of their own, and are A4', async () => {
    const world = createMilestoneWorld();
    writeRemarks(world.as('deputy'), { week: '2018-12-01', text: 'سخن معاون.', expectedRemarkId: null });
    const { document } = issueEdition(world.as('deputy'));
    const few = await PDFDocument.load(await printPdf(renderReport(document)));
    expect(few.getPageCount()).toBeGreaterThanOrEqual(5);
    expect(few.getPageCount()).toBeLessThanOrEqual(7);
    for (const page of few.getPages()) {
      expect(Math.round(page.getWidth())).toBe(595);
      expect(Math.round(page.getHeight())).toBe(842);
    }
    expect(few.getTitle()).toBe('گزارش هفتگی فرمانداری شهرستان 2203، نسخۀ ۱');
    const many = await PDFDocument.load(await printPdf(renderReport(withManyBodies(document, 70))));
    expect(many.getPageCount()).toBeGreaterThanOrEqual(few.getPageCount() + 4);
  });

  it('is printed once; a reprint is the same file, kept beside the database', async () => {
    const world = createMilestoneWorld();
    issue(world.as('deputy'), {}, renderReport);
    const { issuedAt, renderingSha256 } = getEdition(world.as('viewer'), 1);
    const render = () => {
      throw new Error('the page is stored');
    };
    const first = await getEditionPdf(world.as('viewer'), 1, render);
    const second = await getEditionPdf(world.as('expert', { today: '2018-12-20' }), 1, render);
    expect(Buffer.compare(first, second)).toBe(0);
    expect(readdirSync(path.join(world.dataDir, 'editions'))).toEqual([
      `1-1-${(renderingSha256 ?? '').slice(0, 16)}.pdf`,
    ]);
    const printed = await PDFDocument.load(first, { updateMetadata: false });
    expect(printed.getCreationDate()?.toISOString().slice(0, 19)).toBe(issuedAt.slice(0, 19));
  });

  it('every page, of the attachment too, carries the code in letters and as a square', async () => {
    const world = createMilestoneWorld();
    const { document, verificationCode } = issueEdition(world.as('deputy'));
    const pdf = await printPdf(renderReport(withManyBodies(document, 70)));
    const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const file = await getDocument({ data: pdf, isEvalSupported: false }).promise;
    expect(file.numPages).toBeGreaterThan(8);
    const pages = [];
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await file.getPage(number);
      const { items } = await page.getTextContent();
      const { fnArray, argsArray } = await page.getOperatorList();
      const paths = fnArray.flatMap((operator, index) =>
        operator === OPS.constructPath ? [(argsArray as unknown[][][])[index]?.[0]?.length ?? 0] : [],
      );
      pages.push({ text: items.map((item) => ('str' in item ? item.str : '')), paths });
    }
    // the letter draws nothing else of that size: the modules of the square code are one path
    const squareCode = Math.max(...(pages[0]?.paths ?? []));
    expect(squareCode).toBeGreaterThan(500);
    for (const { text, paths } of pages) {
      expect(text).toContain(verificationCode);
      expect(paths).toContain(squareCode);
    }
  });

  it('printed once more from nothing, it is the same byte by byte', async () => {
    const world = createMilestoneWorld();
    issue(world.as('deputy'), {}, renderReport);
    const first = await getEditionPdf(world.as('viewer'), 1, renderReport);
    rmSync(path.join(world.dataDir, 'editions'), { recursive: true });
    const second = await getEditionPdf(world.as('viewer'), 1, renderReport);
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('two who ask at once get one print', async () => {
    const world = createMilestoneWorld();
    issueEdition(world.as('deputy'));
    const launches = vi.spyOn(chromium, 'launch');
    const asked = await askForEditionPdf(world.as('expert'), 1, renderReport);
    const [one, two] = await Promise.all([
      getEditionPdf(world.as('viewer'), 1, renderReport),
      getEditionPdf(world.as('deputy'), 1, renderReport),
    ]);
    expect([asked, Buffer.compare(one, two)]).toEqual([null, 0]);
    expect(launches).toHaveBeenCalledTimes(1);
    expect(getEditionPrint(world.as('expert'), 1).state).toEqual({ name: 'done' });
    expect(await askForEditionPdf(world.as('expert'), 1, renderReport)).not.toBeNull();
  });

  it('can be taken back while it is printed, and asked for again', async () => {
    const world = createMilestoneWorld();
    issueEdition(world.as('deputy'));
    await askForEditionPdf(world.as('expert'), 1, renderReport);
    expect(getEditionPrint(world.as('expert'), 1).state).toMatchObject({ name: 'printing' });
    expect(getEditionPrint(world.as('viewer'), 1).state).toEqual({ name: 'idle' });
    cancelEditionPrint(world.as('expert'), 1);
    expect(getEditionPrint(world.as('expert'), 1).state).toEqual({ name: 'idle' });
    expect((await getEditionPdf(world.as('expert'), 1, renderReport)).length).toBeGreaterThan(1000);
  });

  it.each(['deputy', 'expert', 'viewer', 'admin'] as const)('%s may watch and cancel a print', (role) => {
    const world = createMilestoneWorld();
    issueEdition(world.as('deputy'));
    expect(getEditionPrint(world.as(role), 1).state).toEqual({ name: 'idle' });
    expect(() => cancelEditionPrint(world.as(role), 1)).not.toThrow();
  });

  it('two thousand bodies still make a report', { timeout: 150_000 }, async () => {
    const county = await smallCounty();
    await county.history(done('EA-001', ['HD1', 'HD2'], '1397/08/01'));
    const { document } = issueEdition(county.office());
    const times = Math.ceil(2_000 / BODIES.length);
    const many = (rows: readonly EditionLateRow[]) =>
      Array.from({ length: times }, (_, copy) =>
        rows.map((row) => ({ ...row, bodyCode: `${row.bodyCode}-${copy}` })),
      ).flat();
    const large = withManyBodies({ ...document, late: { ...document.late, rows: many(document.late.rows) } }, times);
    const startedAt = performance.now();
    const pdf = await PDFDocument.load(await printPdf(renderReport(large)));
    expect(pdf.getPageCount()).toBeGreaterThan(60);
    // a sixth of it on an idle machine; half of what the queue allows
    expect(performance.now() - startedAt).toBeLessThan(120_000);
  });

  it('is not printed for a liaison', async () => {
    const world = createMilestoneWorld();
    issueEdition(world.as('deputy'));
    await expect(getEditionPdf(world.as('liaison'), 1, renderReport)).rejects.toThrow('forbidden');
    await expect(askForEditionPdf(world.as('liaison'), 1, renderReport)).rejects.toThrow('forbidden');
    expect(() => getEditionPrint(world.as('liaison'), 1)).toThrow('forbidden');
    expect(() => cancelEditionPrint(world.as('liaison'), 1)).toThrow('forbidden');
  });

  it('says that a browser is missing', async () => {
    const before = process.env['MIZBAN_BROWSER'];
    process.env['MIZBAN_BROWSER'] = '/nowhere/chromium';
    try {
      const refusal = await printPdf('<p>x</p>').catch((error: unknown) => error);
      expect(isAppError(refusal, 'no_browser')).toBe(true);
      const world = createMilestoneWorld();
      issueEdition(world.as('deputy'));
      await expect(askForEditionPdf(world.as('viewer'), 1, renderReport)).rejects.toThrow('no_browser');
    } finally {
      if (before === undefined) delete process.env['MIZBAN_BROWSER'];
      else process.env['MIZBAN_BROWSER'] = before;
    }
  });

  it('looks for Chrome, Edge and Chromium where each system keeps them', () => {
    expect(browserCandidates({ PATH: '/opt/bin' }, 'linux')).toContain('/opt/bin/chromium');
    expect(browserCandidates({ PROGRAMFILES: 'C:\\Program Files' }, 'win32')[0]).toBe(
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    );
    expect(browserCandidates({}, 'darwin')).toContain('/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge');
  });
});
