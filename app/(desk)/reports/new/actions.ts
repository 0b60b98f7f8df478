'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { renderReport } from '@/components/reports/render-report';
import { editionPath } from '@/components/reports/edition-table';
import { action } from '@/lib/actions';
import { clearDraft } from '@/lib/drafts';
import { isAppError } from '@/lib/errors';
import { writeRemarks } from '@/lib/services/edition-remarks';
import { issueEdition } from '@/lib/services/editions';
import { issueEditionSchema, remarksSchema } from '@/lib/validation/editions';
import { newReportPath } from './address';

/** Issues the report of a week and leads to it; whoever comes second is led to the one that is there. */
export const issueReport = action(issueEditionSchema, async (ctx, input) => {
  const supersede = input.supersede === 'on' ? (input.replaces ?? undefined) : undefined;
  const issued = issueEdition(ctx, { week: input.week, programme: input.programme, supersede }, renderReport);
  await clearDraft('/reports/new');
  const edition = { number: issued.number ?? 0, programmeCode: issued.document.header.programmeCode };
  const path = editionPath(edition, '', input.programme !== undefined && input.programme !== '');
  redirect(`${path}${path.includes('?') ? '&' : '?'}done=${issued.isNew ? 'issued' : 'already'}`);
});

/** Keeps what the deputy wrote. After a conflict the form stands there with both texts, and saving again replaces the other. */
export const saveRemarks = action(remarksSchema, async (ctx, input) => {
  try {
    writeRemarks(ctx, {
      week: input.week,
      programme: input.programme,
      text: input.remarks,
      expectedRemarkId: input.seen,
    });
  } catch (error) {
    // draws the page anew, so that the form is about the text that its writer has now been told of
    if (isAppError(error, 'conflict')) refresh();
    throw error;
  }
  await clearDraft('/reports/new');
  redirect(`${newReportPath(input.week, input.programme ?? null)}&done=remarks#remarks`);
});
