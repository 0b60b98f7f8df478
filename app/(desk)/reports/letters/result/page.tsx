import type { Metadata } from 'next';
import { LettersTable } from '@/components/letters/letters-table';
import { LinkButton } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import { Section } from '@/components/ui/section';
import { LETTERS } from '@/lib/messages/letters';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { getSendingResult } from '@/lib/services/letters';
import { idsOf } from '@/lib/validation/letters';
import { queryValue } from '@/lib/validation/progress';
import '../letters.css';

export const metadata: Metadata = { title: LETTERS.resultTitle };

export default async function LettersResultPage({ searchParams }: PageProps<'/reports/letters/result'>) {
  const ctx = await getPageContext();
  const query = await searchParams;
  const ids = { issued: idsOf(queryValue(query, 'new')), earlier: idsOf(queryValue(query, 'before')) };
  const gone = (queryValue(query, 'gone') ?? '').split('.').filter(Boolean);
  const { issued, earlier, notLate } = readOrNotFound(() => getSendingResult(ctx, { ...ids, gone }));
  const all = [...issued, ...earlier];
  const files = `ids=${all.map(({ id }) => id).join('.')}`;
  return (
    <div className="wrap page letters" data-total-letters={issued.length}>
      <p className="crumb">
        <a href="/reports/letters">{LETTERS.back}</a>
      </p>
      <h1>{LETTERS.resultTitle}</h1>
      <Note tone={issued.length > 0 ? 'ok' : 'warn'} role="status">
        {issued.length > 0 ? LETTERS.resultTake(issued.length) : LETTERS.resultNone}
      </Note>
      {notLate.length > 0 && <Note tone="warn">{LETTERS.resultGone(notLate)}</Note>}
      {all.length > 0 && (
        <div className="row">
          <LinkButton variant="primary" href={`/reports/letters/print?${files}`}>
            {LETTERS.printAll(all.length)}
          </LinkButton>
          <LinkButton href={`/reports/letters/pdf?${files}`}>{LETTERS.pdf}</LinkButton>
        </div>
      )}
      {issued.length > 0 && <LettersTable rows={issued} />}
      {earlier.length > 0 && (
        <Section id="earlier" title={LETTERS.resultBeforeTitle} take={LETTERS.resultBefore(earlier.length)}>
          <LettersTable rows={earlier} />
        </Section>
      )}
    </div>
  );
}
