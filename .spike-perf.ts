import { openDatabase } from '@/db/client';
import { createClock } from '@/lib/clock';
import { systemContext } from '@/lib/services/service-context';
import { buildEditionDocument } from '@/lib/services/edition-document';
const db = openDatabase('/tmp/spike/data/mizban.db');
const ctx = systemContext('cli', { db, clock: createClock('2018-12-08'), dataDir: '/tmp/spike/data' });
for (const d of ['2018-12-07','2018-12-07','2018-11-30','2018-11-23'] as const) { const t = performance.now(); buildEditionDocument(ctx, { weekEndOn: d }); console.log(d, performance.now() - t); }
