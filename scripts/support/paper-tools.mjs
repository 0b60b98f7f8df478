import { aptInstall, aptUpdate, canUseApt } from './apt.mjs';
import { capture, Refusal } from './process.mjs';
import { withProgress } from './progress.mjs';

/** Programs that look at paper as its readers do: text and pictures of a PDF, and a workbook in another program's hands. */
const TOOLS = [
  { program: 'pdftotext', packages: [['poppler-utils']] },
  { program: 'pdftoppm', packages: [['poppler-utils']] },
  // the one without a window is smaller, where the system has it
  { program: 'soffice', packages: [['libreoffice-calc-nogui'], ['libreoffice-calc']] },
];

async function isThere(program) {
  const { code } = await capture(program, [program === 'soffice' ? '--version' : '-v']).catch(() => ({ code: 1 }));
  return code === 0;
}

/** Gets what the tests of paper need, by apt as root on Debian. Throws a refusal that says in a sentence what to install. */
export async function ensurePaperTools() {
  const missing = [];
  for (const tool of TOOLS) if (!(await isThere(tool.program))) missing.push(tool);
  if (missing.length === 0) return;
  if (canUseApt()) {
    await withProgress('Installing the tools that read paper', async (detail) => {
      await aptUpdate(detail);
      for (const { program, packages } of missing) {
        for (const names of packages) if (!(await isThere(program))) await aptInstall(names, detail);
      }
    });
  }
  for (const { program } of missing) {
    if (!(await isThere(program))) {
      throw new Refusal(
        `The tests of paper need ${program}: install poppler-utils and LibreOffice Calc, and put them on the PATH.`,
      );
    }
  }
}
