import type { Metadata } from 'next';
import { DoneNote } from '@/components/admin/done-note';
import { EditionView } from '@/components/reports/edition-view';
import { RegistrationSection } from '@/components/reports/registration-section';
import { readDraft } from '@/lib/drafts';
import { REPORTS } from '@/lib/messages/reports';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { getEdition } from '@/lib/services/editions';
import { registrationHistory } from '@/lib/services/registrations';
import { mayDo } from '@/lib/services/service-context';
import { queryValue } from '@/lib/validation/progress';
import { registerEdition } from './actions';
import './edition.css';

export async function generateMetadata({ params }: PageProps<'/reports/[number]'>): Promise<Metadata> {
  const number = Number((await params).number);
  return { title: Number.isSafeInteger(number) ? REPORTS.editionTitle(number) : REPORTS.title };
}

export default async function EditionPage({ params, searchParams }: PageProps<'/reports/[number]'>) {
  const ctx = await getPageContext();
  const { number } = await params;
  const query = await searchParams;
  const programme = queryValue(query, 'programme');
  const edition = readOrNotFound(() => getEdition(ctx, Number(number), { programme }));
  const done = (
    <DoneNote
      done={queryValue(query, 'done')}
      words={{
        issued: REPORTS.issuedNew,
        already: REPORTS.issuedAlready,
        registered: REPORTS.registrationSaved,
      }}
    />
  );
  const registrationForm = mayDo(ctx, 'report.issue') && (
    <RegistrationSection
      action={registerEdition}
      initialState={await readDraft(`/reports/${edition.number}`, 'registration')}
      hidden={{
        paperId: String(edition.id),
        number: String(edition.number),
        ...(programme === null ? {} : { programme }),
      }}
      issuedOn={edition.issuedOn}
      today={ctx.clock.today()}
      history={registrationHistory(ctx, 'edition', edition.id)}
    />
  );
  return (
    <EditionView
      edition={edition}
      isOneOfSeveral={programme !== null}
      done={done}
      registrationForm={registrationForm}
    />
  );
}
