import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { migrate, openDatabase } from '@/db/client';
import { createClock } from '@/lib/clock';
import { systemContext } from '@/lib/services/service-context';
import { importProgramme } from '@/lib/services/imports/programme';
import { importBodies } from '@/lib/services/imports/bodies';
import { importHistory } from '@/lib/services/imports/history';
import { readSampleReference } from '@/db/seed/demo/reference-files';
import { generateHistory } from '@/db/seed/demo/history';
import { toHistoryCsv } from '@/db/seed/demo/history-csv';
import { issueEdition } from '@/lib/services/editions';
import { renderReport } from '@/components/reports/render-report';
import { printPdf } from '@/lib/services/pdf';
async function main() {
const dir = '/tmp/spike/data';
const fresh = process.argv.includes('--fresh') || !existsSync(dir);
if (fresh) rmSync(dir, { recursive: true, force: true });
mkdirSync(dir, { recursive: true });
const db = openDatabase(path.join(dir, 'mizban.db'));
migrate(db);
const clock = createClock('2018-12-08');
const ctx = systemContext('cli', { db, clock, dataDir: dir });
const folder = 'db/seed/reference';
if (fresh) {
  const files = new Map(readdirSync(folder).filter((f) => f.endsWith('.csv') && f !== 'bodies.csv').map((f) => [f, readFileSync(path.join(folder, f), 'utf8')]));
  const p = importProgramme(ctx, { files });
  console.log(p.errors.slice(0, 3), p.counts);
  const b = await importBodies(ctx, { fileName: 'bodies.csv', bytes: readFileSync(path.join(folder, 'bodies.csv')) });
  console.log(b.errors.slice(0, 3), b.created);
  const rows = generateHistory(readSampleReference(path.resolve(folder)));
  const { isImportable } = await import('@/db/seed/demo/history-csv');
  const h = await importHistory(ctx, { fileName: 'history.csv', bytes: Buffer.from(toHistoryCsv(rows.filter(isImportable))) });
  console.log(h.errors.slice(0, 3), h.created);
}
let t = Date.now();
const draft = process.argv.includes('--draft');
const { listEditions, getEdition } = await import('@/lib/services/editions');
let doc;
if (draft) doc = issueEdition(ctx, { draft: true, week: '2018-12-08' }).document;
else {
  if (fresh || listEditions(ctx).length === 0) issueEdition(ctx, { week: '2018-11-28' });
  const already = listEditions(ctx).length > 1;
  doc = issueEdition(ctx, { supersede: already, remarks: ['این هفته گره اصلی نزد خود ماست و دستگاهی که کار را انجام داده نباید در صف ما بماند.', 'از رؤسای محترم دستگاه‌ها درخواست می‌کنم تفویض اختیار به میز خدمت را پیش از هر کار دیگر به پایان برسانند.'] }).document;
}
console.log('issue ms', Date.now() - t, JSON.stringify(doc).length);
t = Date.now();
const html = renderReport(doc);
writeFileSync('/tmp/spike/report.html', html);
console.log('render ms', Date.now() - t, html.length);
t = Date.now();
const pdf = await printPdf(html, { createdAt: new Date('2018-12-08T08:00:00Z') });
writeFileSync('/tmp/spike/report.pdf', pdf);
console.log('pdf ms', Date.now() - t, pdf.length);
}
void main();
