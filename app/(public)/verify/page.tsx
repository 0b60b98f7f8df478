import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getAnonymousContext } from '@/lib/context';
import { REPORTS } from '@/lib/messages/reports';
import { getNotice } from '@/lib/services/frame';
import { VerifyPage } from './verify-page';

export const metadata: Metadata = { title: REPORTS.verifyTitle, robots: { index: false, follow: false } };

export default async function Verify({ searchParams }: { searchParams: Promise<{ code?: string | string[] }> }) {
  const { code } = await searchParams;
  if (typeof code === 'string' && code.trim() !== '') redirect(`/verify/${encodeURIComponent(code.trim())}`);
  return <VerifyPage notice={getNotice(await getAnonymousContext())} />;
}
