import { describe, expect, it } from 'vitest';
import { readHtml } from '@/lib/services/desk-checks/read-html';

const linesOf = (html: string) => readHtml(html).lines.map((line) => line.replace(/\s+/g, ' '));

describe('what a reader sees of a page', () => {
  it('is a line for each block, words within a line together', () => {
    expect(linesOf('<title>اداره</title><h1>میز <b>خدمت</b></h1><ul><li>یک</li><li>دو</ul>سه<br>چهار')).toEqual([
      ...['اداره', 'میز خدمت', 'یک', 'دو', 'سه', 'چهار'],
    ]);
  });

  it('has its entities read, and no scripts, styles, comments and templates', () => {
    const html =
      '<script>کد رهگیری</script><style>x</style><!-- شکایت --><template>نظرسنجی</template><noscript>بی</noscript><svg><title>شکل</title></svg>&#1605;&zwnj;ا &amp; <p>متن';
    expect(linesOf(html)).toEqual(['م\u200cا &', 'متن']);
  });

  it('has the words of buttons, fields and pictures', () => {
    const html =
      '<input type="submit" value="ثبت درخواست"><input type="hidden" value="راز"><input placeholder="کد رهگیری"><img alt="نظرسنجی"><a href="/x" aria-label="شکایت"></a>';
    expect(linesOf(html).join(' ')).toBe('ثبت درخواست کد رهگیری نظرسنجی شکایت');
  });

  it('has its links with their words', () => {
    expect(readHtml('<a href="/a">یک <b>دو</b></a><a>بی‌نشانی</a><a href="/b"><img alt="سه"></a>').links).toEqual([
      { href: '/a', text: 'یک دو' },
      { href: '/b', text: ' سه ' },
    ]);
  });

  it.each(['', '<', '<<<>>>', '</p></p>', '<a href=', '\u0000', '<p'.repeat(100)])('is never a failure: %j', (html) => {
    expect(readHtml(html).links).toEqual([]);
  });
});

describe('a page that means harm', () => {
  const MEGABYTE = 1024 * 1024;
  const fill = (piece: string, size: number) => piece.repeat(Math.ceil(size / piece.length));

  it.each([
    ['open elements and ends of others', fill('<b>', MEGABYTE) + fill('</i>', MEGABYTE)],
    ['open elements below the limit and ends of others', fill('<b>', 1400) + fill('</i>', 2 * MEGABYTE)],
    ['elements within elements', fill('<div>', 2 * MEGABYTE)],
    ['links within links', fill('<a href="/x">نظرسنجی', 2 * MEGABYTE)],
    ['unfinished marks', fill('<', 2 * MEGABYTE)],
    ['attributes without end', `<p ${fill('a=b ', 2 * MEGABYTE)}>`],
    ['entities', fill('&amp;', 2 * MEGABYTE)],
    ['one long word', fill('ش', 2 * MEGABYTE)],
    ['comments never closed', fill('<!--', 2 * MEGABYTE)],
  ])('holds nobody up: %s', (_what, html) => {
    const began = performance.now();
    const { lines, links } = readHtml(html);
    expect(performance.now() - began).toBeLessThan(2500);
    expect(lines.join('').length).toBeLessThan(450_000);
    expect(links.length).toBeLessThanOrEqual(2000);
  });
});
