#!/usr/bin/env node
/**
 * Prints the sample's letters to db/seed/demo/files. Run it after changing their words; the files are kept, since a demonstration must not
 * need a browser to be made.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { PDFDocument } from 'pdf-lib';
import { ensureBrowser } from '../support/browser.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const font = (name) => readFileSync(path.join(root, 'public/fonts', name)).toString('base64');
const style = `
@font-face{font-family:V;src:url(data:font/woff2;base64,${font('Vazirmatn-Regular.woff2')}) format('woff2');font-weight:400}
@font-face{font-family:V;src:url(data:font/woff2;base64,${font('Vazirmatn-Bold.woff2')}) format('woff2');font-weight:700}
@page{size:A4;margin:22mm 20mm}
body{margin:0;font:400 12.5pt/2 V;color:#1d1f22;direction:rtl}
header{display:grid;grid-template-columns:1fr auto 1fr;border-bottom:1px solid #888;padding-bottom:4mm;margin-bottom:7mm;font-size:10pt;line-height:1.8}
header dl{display:grid;grid-template-columns:auto auto;gap:0 3mm;justify-content:end;margin:0}dd{margin:0}
h1{font-size:13pt;margin:0 0 1mm}p{margin:0 0 2mm;text-align:justify}
table{border-collapse:collapse;width:100%;margin:4mm 0;font-size:11pt;line-height:1.7}td,th{border:1px solid #999;padding:1mm 3mm;text-align:center}th{background:#f1f1ee}
.sign{width:max-content;margin:10mm auto 0 0;text-align:center;font-weight:700}.sign svg{display:block;width:34mm;margin:-2mm auto 0}
.next{break-before:page}`;
const sign = `<div class="sign">رئیس دستگاه نمونه<svg viewBox="0 0 120 46" fill="none" stroke="#23458f" stroke-width="2"><path d="M6 36C20 4 30 6 30 20s-14 18-6 18 16-30 24-28-10 30 0 28 14-26 22-24-8 22 2 20 8-10 16-10 14-4 22-8"/></svg></div>`;
const head = (number, day) => `<header><div><b>دستگاه نمونه</b><br>شهرستان نمونه</div><b>بسمه تعالی</b>
<dl><dt>شماره:</dt><dd>${number}</dd><dt>تاریخ:</dt><dd>${day}</dd><dt>پیوست:</dt><dd>دارد</dd></dl></header>`;

const LETTERS = {
  letter: `${head('۲۴/۱۸۷۳', '۱۳۹۷/۰۹/۰۷')}
<h1>معاون محترم فرماندار</h1><p><b>موضوع: گزارش پیشرفت میز خدمت</b></p><p>سلام علیکم</p>
<p>با احترام، بازگشت به دستورعمل میز خدمت، به آگاهی می‌رساند میز خدمت این دستگاه در همهٔ ساعت‌های اداری (۷:۱۵ تا ۱۴:۱۵) فعال است و ارجاع مراجعان به واحدهای داخلی تنها در موارد ناگزیر انجام می‌شود. آمار سه هفتهٔ گذشته به شرح زیر است:</p>
<table><tr><th>هفته</th><th>مراجعه</th><th>ارجاع به داخل</th><th>درصد ارجاع</th></tr>
<tr><td>۱۹ تا ۲۵ آبان</td><td>۲۱۲</td><td>۱۹</td><td>۹٫۰</td></tr><tr><td>۲۶ آبان تا ۲ آذر</td><td>۲۳۸</td><td>۱۷</td><td>۷٫۱</td></tr><tr><td>۳ تا ۹ آذر</td><td>۲۲۶</td><td>۱۴</td><td>۶٫۲</td></tr><tr><th>جمع</th><th>۶۷۶</th><th>۵۰</th><th>۷٫۴</th></tr></table>
<p>مراتب برای بررسی و اقدام شایسته ایفاد می‌گردد.</p>${sign}`,
  minutes: `${head('۳۱/۴۰۲', '۱۳۹۷/۰۹/۱۲')}
<h1>صورت‌جلسه</h1><p>در تاریخ یادشده با حضور نمایندگان دستگاه و فرمانداری، موارد زیر بررسی و به شرح جدول ثبت شد.</p>
<table><tr><th>ردیف</th><th>موضوع</th><th>نتیجه</th></tr><tr><td>۱</td><td>تجهیزات و نرم‌افزار</td><td>آمادهٔ بهره‌برداری</td></tr><tr><td>۲</td><td>آموزش متصدیان</td><td>انجام شده، سه نفر</td></tr><tr><td>۳</td><td>آزمون ارسال و دریافت</td><td>دو بار، بدون خطا</td></tr><tr><td>۴</td><td>مهلت رفع کاستی‌ها</td><td>ندارد</td></tr></table>
<p>این صورت‌جلسه در دو نسخه تنظیم شد و به امضای حاضران رسید.</p>${sign}
<div class="next"><h1>پیوست: فهرست خدمات</h1><table><tr><th>ردیف</th><th>نام خدمت</th><th>زمان پاسخ</th></tr>${[
    'صدور گواهی',
    'پاسخ به استعلام',
    'پذیرش درخواست',
    'پیگیری پرونده',
    'ثبت شکایت',
    'تحویل مدرک',
  ]
    .map((name, index) => `<tr><td>${'۱۲۳۴۵۶'[index]}</td><td>${name}</td><td>${'۱۲۳۱۲۱'[index]} روز کاری</td></tr>`)
    .join('')}</table></div>`,
};

const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: ['--headless', '--no-sandbox'] });
try {
  const page = await browser.newPage();
  for (const [name, body] of Object.entries(LETTERS)) {
    await page.setContent(
      `<!doctype html><html lang="fa" dir="rtl"><style>${style}</style><body>${body}</body></html>`,
    );
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const pdf = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    pdf.setTitle('نمونه');
    pdf.setCreationDate(new Date('2018-12-08T00:00:00Z'));
    pdf.setModificationDate(new Date('2018-12-08T00:00:00Z'));
    const file = path.join(root, 'db/seed/demo/files', `${name}.pdf`);
    writeFileSync(file, await pdf.save({ useObjectStreams: true }));
    process.stdout.write(`${file}\n`);
  }
} finally {
  await browser.close();
}
