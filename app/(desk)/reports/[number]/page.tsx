import type { Metadata } from 'next';
import { EditionView } from '@/components/reports/edition-view';
import { REPORTS } from '@/lib/messages/reports';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { getEdition } from '@/lib/services/editions';
import './edition.css';

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ programme?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const number = Number((await params).number);
  return { title: Number.isSafeInteger(number) ? REPORTS.editionTitle(number) : REPORTS.title };
}

export default async function EditionPage({ params, searchParams }: Props) {
  const ctx = await getPageContext();
  const { number } = await params;
  const { programme } = await searchParams;
  const code = typeof programme === 'string' ? programme : null;
  const edition = readOrNotFound(() => getEdition(ctx, Number(number), { programme: code }));
  return <EditionView edition={edition} isOneOfSeveral={code !== null} />;
}
