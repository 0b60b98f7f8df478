import { describe, expect, it } from 'vitest';
import { renderReport, squareCodeImage } from '@/components/reports/render-report';
import type { EditionDocument } from '@/lib/domain/edition';
import { issueEdition } from '../support/issue-edition';
import { createMilestoneWorld } from '../support/milestone-world';

function issued(): EditionDocument {
  return issueEdition(createMilestoneWorld().as('deputy'), { origin: 'https://mizban.example/' }).document;
}

describe('the report as a document', () => {
  it('is whole, Persian, right to left, and holds no script and no address but the fonts’', () => {
    const html = renderReport(issued());
    expect(html.startsWith('<!doctype html>\n<html lang="fa" dir="rtl">')).toBe(true);
    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/<img|src=|href="(?!data:)|@import/);
    const addresses = [...html.matchAll(/url\(([^"d][^)]*)\)/g)].map((match) => match[1]);
    expect(addresses).toEqual([
      '/fonts/VazirmatnPrint-Regular.woff2',
      '/fonts/VazirmatnPrint-Medium.woff2',
      '/fonts/VazirmatnPrint-Bold.woff2',
    ]);
  });

  it('the same edition gives the same text', () => {
    const document = issued();
    expect(renderReport(JSON.parse(JSON.stringify(document)) as EditionDocument)).toBe(renderReport(document));
  });

  it('an edition without decisions of meetings keeps its eight sections; one with them has nine', () => {
    const before = issued();
    expect(before.promises).toBeUndefined();
    const sections = (html: string) => html.split('<span class="hn">').length;
    const old = renderReport(before);
    expect(old).not.toContain('تصمیم‌ها و وعده‌ها');
    const row = {
      number: 3,
      meetingOn: '2018-12-02',
      text: 'نصب تابلوی میز',
      owner: 'رئیس اداره',
      bodyCode: null,
      bodyName: null,
      promisedOn: '2018-12-05',
      state: 'kept',
      timing: 'با ۲ روز تأخیر',
      note: 'عکس رسید',
    } as const;
    const html = renderReport({ ...before, promises: { sentence: 'یک تصمیم عمل شد.', rows: [row] } });
    expect(sections(html)).toBe(sections(old) + 1);
    for (const text of ['تصمیم‌ها و وعده‌ها', row.text, row.owner, row.timing, row.note, 'عمل شد']) {
      expect(html).toContain(text);
    }
  });

  it('numbers its pages in Persian and carries edition, week and code on each', () => {
    const document = issued();
    const html = renderReport(document);
    expect(html).toContain('counter(page,persian)');
    expect(html).toContain('counter(pages,persian)');
    expect(html).toContain('نسخۀ ۱؛ هفتۀ ۱۳۹۷/۰۹/۱۰ تا ۱۳۹۷/۰۹/۱۶');
    expect(html).toContain(`کد راستی‌آزمایی ${document.header.verificationCode ?? ''}`);
    expect(document.header.verificationText).toBe(
      `https://mizban.example/verify/${document.header.verificationCode ?? ''}`,
    );
  });

  it('writes heh with hamza as one letter and no short vowels, so that copied text stays right', () => {
    const html = renderReport(issued());
    expect(html).not.toMatch(/\u0647\u0654/);
    expect(html).not.toMatch(/[\u064b-\u0652]/);
  });

  it('a draft says so on every page and has neither number nor code', () => {
    const { document } = issueEdition(createMilestoneWorld().as('deputy'), { draft: true });
    const html = renderReport(document);
    expect(html).toContain('class="draft"');
    expect(html).toContain('پیش‌نویس؛ هفتۀ');
    expect(html).not.toContain('کد راستی‌آزمایی');
    expect(renderReport(issued())).not.toContain('class="draft"');
  });

  it('what people write can neither leave its place nor end the style', () => {
    const document = issued();
    const nasty = '</style><script>alert(1)</script>"\\';
    const html = renderReport({
      ...document,
      header: { ...document.header, office: nasty },
      remarks: [nasty],
    });
    expect(html).not.toContain('<script>');
    expect(html.match(/<\/style>/g)).toHaveLength(1);
  });

  it('the square code is a drawing, not a picture of dots', () => {
    expect(squareCodeImage('KM7F-3QRP').startsWith('data:image/svg+xml,%3Csvg')).toBe(true);
  });
});
