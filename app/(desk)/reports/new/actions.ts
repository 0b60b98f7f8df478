'use server';

import { redirect } from 'next/navigation';
import { editionPath } from '@/components/reports/edition-table';
import { action } from '@/lib/actions';
import { issueEdition } from '@/lib/services/editions';
import { issueEditionSchema } from '@/lib/validation/editions';

/** Issues the report of a week and leads to it. */
export const issueReport = action(issueEditionSchema, (ctx, input) => {
  const issued = issueEdition(ctx, {
    week: input.week,
    programme: input.programme,
    remarks: input.remarks,
    supersede: input.supersede === 'on',
  });
  const edition = { number: issued.number ?? 0, programmeCode: issued.document.header.programmeCode };
  redirect(editionPath(edition, '', input.programme !== undefined && input.programme !== ''));
});
