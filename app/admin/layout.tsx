import type { ReactNode } from 'react';
import { SignedInFrame } from '@/app/signed-in-frame';
import { AdminNav } from '@/components/admin/admin-nav';
import { getPageContext, getPathname } from '@/lib/page-context';
import { mayDo } from '@/lib/services/service-context';
import './admin.css';

/** The frame, and for an admin the parts of the desk. Each page asks for its own permission: a layout is not drawn anew for every page. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const ctx = await getPageContext();
  return (
    <SignedInFrame>
      {mayDo(ctx, 'user.manage') && <AdminNav pathname={await getPathname()} />}
      {children}
    </SignedInFrame>
  );
}
