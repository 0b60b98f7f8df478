import { writeFileSync } from 'node:fs';
import { renderArchiveIndex } from '@/components/reports/archive-index';
import { renderReport } from '@/components/reports/render-report';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatJalali, parseJalaliDate } from '@/lib/calendar/jalali';
import { toLatinDigits } from '@/lib/text/digits';
import { apiDate } from '@/lib/format/dates';
import { writeArchiveFolder } from '@/lib/services/archive-folder';
import { getEditionPdf } from '@/lib/services/edition-pdf';
import { issueEdition } from '@/lib/services/editions';
import { EDITION_FORMATS, getEditionFile } from '@/lib/services/exports/edition-file';
import {
  onlyPositional,
  requiredOption,
  textOption,
  UsageError,
  type CommandGroup,
  type CommandInput,
} from '../command';

function weekOption(input: CommandInput): CivilDate | null {
  const typed = textOption(input, 'week');
  if (typed === undefined) return null;
  const parsed = parseJalaliDate(typed);
  if (!parsed.ok) throw new UsageError('--week must be a Jalali date such as 1397/09/16.');
  return parsed.date;
}

/** @throws UsageError for anything but the number of an edition */
function editionNumber(input: CommandInput): number {
  const number = Number(toLatinDigits(onlyPositional(input, 'NUMBER')));
  if (!Number.isSafeInteger(number) || number < 1) throw new UsageError('NUMBER must be the number of an edition.');
  return number;
}

const PROGRAMME_HELP = '--programme CODE   needed when several programmes run';

export const commands: CommandGroup = {
  issue: {
    summary: 'Issues the weekly report: numbered, frozen, with a code that proves it.',
    usage: '[--week 1397/09/16] [--draft] [--programme CODE] [--supersede]',
    help: [
      '--week DATE        the week that holds the day; default: the last week that has ended',
      '--draft            only build it: nothing is numbered or stored; the one way for a week that has not ended',
      '--programme CODE   needed when several programmes run',
      '--supersede        a correction: a new edition of a week that already has one; without it that one is named, and nothing is issued',
    ],
    options: {
      week: { type: 'string' },
      draft: { type: 'boolean' },
      programme: { type: 'string' },
      supersede: { type: 'boolean' },
    },
    run: (input) => {
      const issued = issueEdition(
        input.getContext(),
        {
          week: weekOption(input),
          draft: input.values['draft'] === true,
          programme: textOption(input, 'programme') ?? null,
          supersede: input.values['supersede'] === true,
        },
        renderReport,
      );
      const { header } = issued.document;
      const week = `${formatJalali(issued.weekStartOn)} to ${formatJalali(issued.weekEndOn)}`;
      return {
        json: {
          number: issued.number,
          isDraft: issued.number === null,
          isNew: issued.isNew,
          programme: header.programmeCode,
          weekStart: apiDate(issued.weekStartOn),
          weekEnd: apiDate(issued.weekEndOn),
          asOf: apiDate(header.asOf),
          verificationCode: issued.verificationCode,
          sha256: issued.sha256,
          renderingSha256: issued.renderingSha256,
          supersedes: header.supersedes,
          document: issued.document,
        },
        text:
          issued.number === null
            ? `Draft of the week ${week}, as of ${formatJalali(header.asOf)}; nothing was stored.`
            : issued.isNew
              ? `Edition ${issued.number} of the week ${week} is issued. Code ${issued.verificationCode ?? ''}.`
              : `The week ${week} has edition ${issued.number} already; nothing was issued. Code ${issued.verificationCode ?? ''}.`,
      };
    },
  },
  pdf: {
    summary: 'Prints an issued report as PDF with the browser of the machine.',
    usage: 'NUMBER --out FILE [--programme CODE]',
    help: ['--out FILE         where the PDF goes', PROGRAMME_HELP],
    options: { out: { type: 'string' }, programme: { type: 'string' } },
    run: async (input) => {
      const number = editionNumber(input);
      const file = input.resolvePath(requiredOption(input, 'out'));
      const pdf = await getEditionPdf(input.getContext(), number, renderReport, {
        programme: textOption(input, 'programme') ?? null,
      });
      writeFileSync(file, pdf);
      return { json: { number, file, bytes: pdf.length }, text: `Edition ${number} is in ${file}.` };
    },
  },
  file: {
    summary: 'Writes an issued report as a workbook, a table of bodies, or the frozen JSON itself.',
    usage: `NUMBER --format ${EDITION_FORMATS.join('|')} --out FILE [--programme CODE]`,
    help: [
      `--format WORD      ${EDITION_FORMATS.join(', ')}; the SHA-256 of the JSON is the one of the edition`,
      '--out FILE         where it goes',
      PROGRAMME_HELP,
    ],
    options: { format: { type: 'string' }, out: { type: 'string' }, programme: { type: 'string' } },
    run: async (input) => {
      const number = editionNumber(input);
      const typed = requiredOption(input, 'format').toLowerCase();
      const format = EDITION_FORMATS.find((known) => known === typed);
      if (format === undefined) throw new UsageError(`--format must be one of: ${EDITION_FORMATS.join(', ')}.`);
      const file = input.resolvePath(requiredOption(input, 'out'));
      const content = await getEditionFile(input.getContext(), number, format, {
        programme: textOption(input, 'programme') ?? null,
      });
      writeFileSync(file, content);
      return { json: { number, format, file }, text: `Edition ${number} is in ${file}.` };
    },
  },
  archive: {
    summary:
      'Writes every edition into a folder: page, PDF, workbook and JSON, with an index and the sums of all files.',
    usage: 'DIR [--programme CODE]',
    help: [
      'DIR                made if it is not there; run again, only what is missing is added and the rest is checked',
      '--programme CODE   default: all programmes',
    ],
    options: { programme: { type: 'string' } },
    run: async (input) => {
      const folder = input.resolvePath(onlyPositional(input, 'DIR'));
      const result = await writeArchiveFolder(
        input.getContext(),
        folder,
        { edition: renderReport, index: renderArchiveIndex },
        {
          programme: textOption(input, 'programme') ?? null,
          onProgress: (done, all, file) => input.warn(`${done}/${all} ${file}`),
        },
      );
      const { added, sound, changed, withoutPdf } = result;
      if (withoutPdf.length > 0) {
        input.warn(`${withoutPdf.length} PDFs could not be printed (is a Chromium installed?); the pages are there.`);
      }
      for (const file of changed) input.warn(`Changed or of unknown origin: ${file}`);
      return {
        json: { folder, ...result },
        text: `${added.length} files added, ${sound} checked and sound, ${changed.length} changed; in ${folder}.`,
        exitCode: changed.length > 0 ? 1 : 0,
      };
    },
  },
};
