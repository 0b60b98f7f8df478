import { listHref } from '@/components/lists/list-href';
import type { EditionCheckRow } from '@/components/reports/edition-checks';
import { editionPath } from '@/components/reports/edition-table';
import type { EditionCheckKey } from '@/lib/domain/edition-check';
import { checkSentence, EDITION_CHECK, totalsProblemSentence } from '@/lib/messages/edition-check';
import type { EditionCheck } from '@/lib/services/edition-check';
import { newReportPath } from './address';

type Link = EditionCheckRow['links'][number];

/** Where each thing is mended, or seen: exactly the list that was counted, on the day it was counted for. */
function linksOf(check: EditionCheck, programme: string | null): Partial<Record<EditionCheckKey, readonly Link[]>> {
  const { facts, asOf, maySetWords, mayWriteRemarks } = check;
  const { links } = EDITION_CHECK;
  const list = { asOf, programme };
  const edition = { number: facts.existingNumber ?? 0, programmeCode: check.programme.code };
  return {
    ...(facts.existingNumber !== null && {
      existing: [{ href: editionPath(edition, '', programme !== null), label: links.existing }],
    }),
    ...(facts.missedBefore.length > 0 && { missed: [{ href: '#missed', label: links.missed }] }),
    ...(facts.totalsProblems.length > 0 && {
      totals: [{ href: newReportPath(check.weekEndOn, programme, '/reports/draft'), label: links.totals }],
    }),
    ...(maySetWords &&
      facts.unsetWords.length > 0 && {
        office: [{ href: '/admin/settings#office', label: links.office }],
      }),
    remarks: [{ href: '#remarks', label: mayWriteRemarks && !facts.hasRemarks ? links.remarks : links.readRemarks }],
    ...(facts.claims > 0 && {
      claims: [
        { href: '/review', label: links.review },
        { href: listHref('waiting', { ...list, kind: 'claim' }), label: links.claims },
      ],
    }),
    ...(facts.notReported > 0 && {
      notReported: [{ href: listHref('reporting', { ...list, report: 'missing' }), label: links.notReported }],
    }),
    ...(facts.silentBodies > 0 && { silent: [{ href: listHref('silent', list), label: links.silent }] }),
    ...(facts.lateBodies > 0 && {
      late: [{ href: listHref('pairs', { ...list, status: 'behind' }), label: links.late }],
    }),
  };
}

/** The check of a week as it is drawn: a sentence and its links for each thing that was looked at. */
export function checkRows(check: EditionCheck, programme: string | null): EditionCheckRow[] {
  const links = linksOf(check, programme);
  const { facts, reviewTargetDays, silentAfterDays } = check;
  return check.items.map(({ key, tone }) => {
    const sentence = checkSentence(key, { ...facts, reviewTargetDays, silentAfterDays });
    const asksAdmin = key === 'office' && tone !== 'ok' && !check.maySetWords;
    return {
      key,
      tone,
      sentence: asksAdmin ? `${sentence} ${EDITION_CHECK.askAdmin}` : sentence,
      details: key === 'totals' ? facts.totalsProblems.slice(0, 8).map(totalsProblemSentence) : [],
      links: links[key] ?? [],
    };
  });
}
