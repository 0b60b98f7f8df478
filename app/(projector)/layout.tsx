import type { ReactNode } from 'react';
import { SampleStrip } from '@/components/frame/sample-strip';
import { getPageContext } from '@/lib/page-context';
import { getNotice } from '@/lib/services/frame';

/** For a projector: no navigation of the program; what is shown still says so where it is a sample. */
export default async function ProjectorLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SampleStrip {...getNotice(await getPageContext())} />
      {children}
    </>
  );
}
