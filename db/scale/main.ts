import { copyWithMoreEvents } from './copy-data-folder';

/** `node --import tsx db/scale/main.ts FROM_DIR TO_DIR [FACTOR]`: a copy of a data folder with FACTOR (10) times as many events. */
const [from, to, factor = '10'] = process.argv.slice(2);
if (from === undefined || to === undefined || !/^\d+$/.test(factor)) {
  process.stderr.write('Usage: node --import tsx db/scale/main.ts FROM_DIR TO_DIR [FACTOR]\n');
  process.exitCode = 2;
} else {
  const { before, after } = copyWithMoreEvents(from, to, Number(factor));
  process.stdout.write(
    `${JSON.stringify({ from, to, factor: Number(factor), eventsBefore: before, eventsAfter: after })}\n`,
  );
}
