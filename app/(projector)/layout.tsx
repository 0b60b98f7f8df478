import type { ReactNode } from 'react';
import { SampleStrip } from '@/components/frame/sample-strip';
import { getPageContext } from '@/lib/page-context';
import { getNotice } from '@/lib/services/frame';
import './projector.css';

/** For a projector: no navigation of the program; what is shown still says so where it is a sample. */
export default async function ProjectorLayout({ children }: { children: ReactNode }) {
  return (
    <div className="projector-frame">
      <SampleStrip {...getNotice(await getPageContext())} />
      {children}
    </div>
  );
}
