import { isAppError } from '@/lib/errors';
import { listDistrictSheets } from './district-sheets';
import { mayDo, type ServiceContext } from './service-context';

/** Which papers besides the weekly report this person may see. */
export function listFurtherPapers(ctx: ServiceContext): {
  readonly letters: boolean;
  readonly districts: readonly { readonly code: string; readonly name: string }[];
  readonly poster: boolean;
} {
  const papers = { letters: mayDo(ctx, 'letter.read'), poster: mayDo(ctx, 'progress.read') };
  try {
    return { ...papers, districts: listDistrictSheets(ctx) };
  } catch (error) {
    if (!isAppError(error, 'no_programme')) throw error;
    return { letters: papers.letters, districts: [], poster: false };
  }
}
