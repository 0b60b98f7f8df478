import { describe, expect, it } from 'vitest';
import {
  findPassage,
  isHostListed,
  pagesWorthReading,
  readDeskAddress,
  readHostEntry,
  toSearchable,
  type DeskSign,
} from '@/lib/domain/desk-checks';

const addressOf = (text: string) => {
  const read = readDeskAddress(text);
  return 'url' in read ? read.url.href : read.problem;
};

describe('an address as people write it', () => {
  it.each([
    ['https://desk.example.ir/x', 'https://desk.example.ir/x'],
    [' desk.example.ir ', 'https://desk.example.ir/'],
    ['desk.example.ir:8080/a', 'https://desk.example.ir:8080/a'],
    ['HTTP://Desk.Example.IR', 'http://desk.example.ir/'],
    ['http://desk.example.ir./x#top', 'http://desk.example.ir/x'],
    ['https://desk.example.ir:443/', 'https://desk.example.ir/'],
    ['http://میز.ایران/', 'http://xn--xgb1b11a.xn--mgba3a4f16a/'],
    // full-width letters and dots are the same name
    ['http://ｄｅｓｋ。example/', 'http://desk.example/'],
    // every spelling of a number is the one address it means
    ['http://2130706433/', 'http://127.0.0.1/'],
    ['http://0x7f.1/', 'http://127.0.0.1/'],
    ['http://0177.0.0.01/', 'http://127.0.0.1/'],
    ['http://127.1/', 'http://127.0.0.1/'],
    ['http://[::FFFF:127.0.0.1]/', 'http://[::ffff:7f00:1]/'],
    ['127.0.0.1:8080', 'https://127.0.0.1:8080/'],
  ])('%s is %s', (text, address) => {
    expect(addressOf(text)).toBe(address);
  });

  it.each([
    ['', 'not_an_address'],
    ['https://', 'not_an_address'],
    ['http://...', 'not_an_address'],
    ['http://a b/', 'not_an_address'],
    ['http://256.1.1.1/', 'not_an_address'],
    ['ftp://desk.example', 'not_http'],
    ['file:///etc/passwd', 'not_http'],
    ['javascript:alert(1)', 'not_http'],
    ['data:text/html,x', 'not_http'],
    ['https://listed.example@other.example/', 'has_user'],
    ['https://:secret@desk.example/', 'has_user'],
    [`https://desk.example/${'x'.repeat(600)}`, 'too_long'],
  ])('%s is none: %s', (text, problem) => {
    expect(addressOf(text)).toBe(problem);
  });
});

describe('the list of hosts', () => {
  it.each([
    ['desk.example', 'desk.example'],
    [' Desk.Example. ', 'desk.example'],
    ['desk.example:8443', 'desk.example:8443'],
    ['desk.example:80', 'desk.example:80'],
    ['میز.ایران', 'xn--xgb1b11a.xn--mgba3a4f16a'],
    ['0x7f.1', '127.0.0.1'],
    ['[::1]:8080', '[::1]:8080'],
  ])('takes %s as %s', (text, entry) => {
    expect(readHostEntry(text)).toBe(entry);
  });

  it.each([
    '',
    'https://desk.example',
    'desk.example/',
    'a@desk.example',
    '*.example',
    'a b',
    'desk.example:99999',
    '.',
  ])('refuses %j', (text) => {
    expect(readHostEntry(text)).toBeNull();
  });

  const isListed = (url: string, ...hosts: string[]) => isHostListed(new URL(url), hosts);

  it('names a host with its usual ports, and no other host', () => {
    expect(isListed('https://desk.example/x', 'desk.example')).toBe(true);
    expect(isListed('http://desk.example/x', 'desk.example')).toBe(true);
    expect(isListed('https://www.desk.example/', 'desk.example')).toBe(false);
    expect(isListed('https://desk.example.other/', 'desk.example')).toBe(false);
    expect(isListed('https://xdesk.example/', 'desk.example')).toBe(false);
    expect(isListed('https://desk.example/')).toBe(false);
  });

  it('names a port where it says so, and only that one', () => {
    expect(isListed('https://desk.example:8443/', 'desk.example:8443')).toBe(true);
    expect(isListed('https://desk.example:8443/', 'desk.example')).toBe(false);
    expect(isListed('https://desk.example/', 'desk.example:8443')).toBe(false);
    expect(isListed('http://desk.example:443/', 'desk.example')).toBe(false);
    expect(isListed('http://desk.example/', 'desk.example:80')).toBe(true);
    expect(isListed('https://desk.example/', 'desk.example:80')).toBe(false);
  });
});

describe('finding a sign', () => {
  const passageIn = (lines: readonly string[], ...phrases: string[]) => findPassage(toSearchable(lines), phrases);

  it.each([
    ['توافق‌نامه سطح خدمت', 'توافق نامه سطح خدمت'],
    ['توافقنامه سطح خدمت', 'توافق‌نامه سطح خدمت'],
    ['كد رهگيري', 'کد رهگیری'],
    ['کـــد  رهگیری', 'کد رهگیری'],
    ['«کد ـ رهگیری»', 'کد رهگیری'],
    ['شناسنامۀ خدمت', 'شناسنامه خدمت'],
    ['سؤالات متداول', 'سوالات متداول'],
    ['شناسه خدمت‌های ما', 'شناسه خدمت'],
    ['نظرسنجی‌ها', 'نظرسنجی'],
  ])('%s shows %s', (text, phrase) => {
    expect(passageIn([text], phrase)).toBe(text.replace(/\s+/g, ' ').replace(/^[«]|[»]$/g, ''));
  });

  it.each([
    ['بارکد رهگیری', 'کد رهگیری'],
    ['مدارک', 'مدارک لازم'],
    ['', 'نظرسنجی'],
    ['نظر سنجیده', 'نظرسنجی ما'],
  ])('%j does not show %s', (text, phrase) => {
    expect(passageIn([text], phrase)).toBeNull();
  });

  it('never over the end of a line, and takes the phrase that stands first', () => {
    expect(passageIn(['مدارک', 'لازم است'], 'مدارک لازم')).toBeNull();
    const text = `${'الف '.repeat(60)}شکایت ${'ب '.repeat(80)}ثبت شکایت`;
    expect(passageIn([text], 'ثبت شکایت', 'شکایت')).toContain('الف شکایت ب');
  });

  it('gives about 120 characters around it, whole words, and says where it was cut', () => {
    const text = `${'پیش '.repeat(100)}کد رهگیری ${'پس '.repeat(100)}`;
    const passage = passageIn([text], 'کد رهگیری') ?? '';
    expect(passage).toMatch(/^… پیش .*پیش کد رهگیری پس .*پس …$/);
    expect(passage.length).toBeGreaterThan(110);
    expect(passage.length).toBeLessThan(130);
    expect(passageIn(['کد رهگیری'], 'کد رهگیری')).toBe('کد رهگیری');
  });

  it('reads over lines for the words around, and cuts a word as long as a page', () => {
    expect(passageIn(['خدمات', 'کد رهگیری', 'تماس'], 'کد رهگیری')).toBe('خدمات کد رهگیری تماس');
    const long = passageIn([`کدرهگیری${'x'.repeat(5000)}`], 'کد رهگیری') ?? '';
    expect(long.length).toBeLessThan(400);
  });

  it('an empty phrase is found nowhere', () => {
    expect(passageIn(['هر چیز'], '', ' ', '!')).toBeNull();
  });

  it('works through a large page at once', () => {
    const began = performance.now();
    const lines = Array.from({ length: 4000 }, (_, index) => `شک شکای شکایی ${index} ییییی`);
    expect(passageIn(lines, 'شکایت', 'کد رهگیری')).toBeNull();
    expect(performance.now() - began).toBeLessThan(3000);
  });
});

describe('pages worth reading', () => {
  const sign = (code: string, ...phrases: string[]): DeskSign => ({ code, milestoneCode: code, title: code, phrases });
  const SIGNS = [sign('ED4', 'کد رهگیری'), sign('ED8', 'نظرسنجی')];
  const BASE = new URL('https://desk.example/home');
  const pages = (links: readonly (readonly [href: string, text: string])[], limit = 4, hosts = ['desk.example']) =>
    pagesWorthReading(
      BASE,
      links.map(([href, text]) => ({ href, text })),
      SIGNS,
      { hosts, limit },
    ).map(({ href }) => href);

  it('are those whose link or address has the words of a sign, each once', () => {
    expect(
      pages([
        ['/about', 'دربارهٔ ما'],
        ['/track', 'دریافت کد رهگیری'],
        ['/track#form', 'کد رهگیری'],
        ['/نظرسنجی/1397', 'اینجا'],
        ['/%D9%86%D8%B8%D8%B1%D8%B3%D9%86%D8%AC%DB%8C', ''],
      ]),
    ).toEqual([
      'https://desk.example/track',
      'https://desk.example/%D9%86%D8%B8%D8%B1%D8%B3%D9%86%D8%AC%DB%8C/1397',
      'https://desk.example/%D9%86%D8%B8%D8%B1%D8%B3%D9%86%D8%AC%DB%8C',
    ]);
  });

  it('stand on listed hosts, are no files, and are not the page itself', () => {
    expect(
      pages([
        ['https://other.example/', 'نظرسنجی'],
        ['//other.example/', 'نظرسنجی'],
        ['http://a@desk.example/', 'نظرسنجی'],
        ['mailto:x@desk.example', 'نظرسنجی'],
        ['javascript:void(0)', 'نظرسنجی'],
        ['http://[', 'نظرسنجی'],
        ['/form.PDF', 'نظرسنجی'],
        ['#survey', 'نظرسنجی'],
        ['', 'نظرسنجی'],
      ]),
    ).toEqual([]);
    expect(pages([['https://other.example/', 'نظرسنجی']], 4, ['desk.example', 'other.example'])).toHaveLength(1);
  });

  it('give each sign a page before any a second, at most so many', () => {
    const links = ['/1', '/2', '/3', '/4', '/5'].map((href) => [href, 'نظرسنجی'] as const);
    expect(pages([...links, ['/track', 'کد رهگیری']])).toEqual([
      'https://desk.example/track',
      'https://desk.example/1',
      'https://desk.example/2',
      'https://desk.example/3',
    ]);
  });
});
