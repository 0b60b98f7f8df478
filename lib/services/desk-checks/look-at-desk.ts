import type { DeskFinding, DeskPage } from '@/db/schema/desk-checks';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { findPassage, MAX_DESK_PAGES, pagesWorthReading, toSearchable, type DeskSign } from '@/lib/domain/desk-checks';
import type { DeskCheckOutcome } from '@/lib/domain/vocabulary';
import { askPage, type DeskAccess, type DeskLimits, type PageAnswer } from './ask-page';
import { readHtml } from './read-html';

/** What one look at a desk came to. */
export interface DeskLook {
  readonly outcome: DeskCheckOutcome;
  readonly status: number | null;
  readonly milliseconds: number | null;
  readonly isHttps: boolean;
  readonly certificateUntil: CivilDate | null;
  readonly pages: readonly DeskPage[];
  readonly findings: readonly DeskFinding[];
}

/** Further pages are left unread once a look has taken this long. */
const MAX_LOOK_MS = 60_000;

/**
 * Reads the page of a desk and the few it leads to that may show more, and looks for the signs, each where it stands first. Without an answer
 * of the first page nothing was looked for, so there are no findings, not even "not found".
 *
 * @throws whatever `access.rules` throws
 */
export async function lookAtDesk(
  address: URL,
  signs: readonly DeskSign[],
  access: DeskAccess,
  limits: Partial<DeskLimits> = {},
): Promise<DeskLook> {
  const began = performance.now();
  const first = await askPage(address, access, limits);
  const pages = [first];
  const found = new Map<string, { readonly passage: string; readonly url: string }>();
  const read = (page: PageAnswer) => {
    const text = readHtml(page.html ?? '');
    const searchable = toSearchable(text.lines);
    for (const { code, phrases } of signs) {
      const passage = found.has(code) ? null : findPassage(searchable, phrases);
      if (passage !== null) found.set(code, { passage, url: page.url.href });
    }
    return text.links;
  };
  if (first.outcome === 'answered') {
    const links = read(first);
    const further = pagesWorthReading(first.url, links, signs, {
      hosts: access.rules().hosts,
      limit: MAX_DESK_PAGES - 1,
    });
    for (const url of further) {
      if (performance.now() - began > MAX_LOOK_MS) break;
      const page = await askPage(url, access, limits);
      pages.push(page);
      read(page);
    }
  }
  return {
    outcome: first.outcome,
    status: first.status,
    milliseconds: first.milliseconds,
    isHttps: first.url.protocol === 'https:',
    certificateUntil: first.certificateUntil,
    pages: pages.map(({ url, outcome, status, milliseconds, bytes }) => ({
      url: url.href,
      outcome,
      status,
      milliseconds,
      bytes,
    })),
    findings:
      first.outcome === 'answered'
        ? signs.map(({ code, milestoneCode, title }) => ({
            code,
            milestoneCode,
            title,
            passage: found.get(code)?.passage ?? null,
            url: found.get(code)?.url ?? null,
          }))
        : [],
  };
}
