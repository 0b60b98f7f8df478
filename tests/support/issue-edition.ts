import type { EditionDocument } from '@/lib/domain/edition';
import { issueEdition as issue, type IssueEditionInput, type IssuedEdition } from '@/lib/services/editions';
import type { ServiceContext } from '@/lib/services/service-context';

/** Stands for the drawn page where the page is not what a test is about. */
export const plainPage = ({ letter, header }: EditionDocument) =>
  `<!doctype html><p>${letter.subject} ${header.number ?? ''}</p>`;

/** `issueEdition` of the service with a page that is quickly drawn. */
export const issueEdition = (ctx: ServiceContext, input: IssueEditionInput = {}): IssuedEdition =>
  issue(ctx, input, plainPage);
