import { isCurrent } from '@/components/frame/navigation';
import type { Role } from '@/lib/domain/vocabulary';
import { ADMIN_NAV } from '@/lib/messages/admin';

const PARTS = [
  { href: '/admin', label: ADMIN_NAV.overview },
  { href: '/admin/users', label: ADMIN_NAV.users },
  { href: '/admin/reference', label: ADMIN_NAV.reference },
  { href: '/admin/imports', label: ADMIN_NAV.imports },
  { href: '/admin/settings', label: ADMIN_NAV.settings },
  { href: '/admin/notifications', label: ADMIN_NAV.notifications },
  { href: '/admin/desk-checks', label: ADMIN_NAV.deskChecks },
  { href: '/admin/tokens', label: ADMIN_NAV.tokens },
  { href: '/admin/backup', label: ADMIN_NAV.backup },
  { href: '/admin/audit', label: ADMIN_NAV.audit },
] as const;

/** The parts below the admin's desk that a role may open. */
export function adminParts(role: Role): readonly { readonly href: string; readonly label: string }[] {
  return role === 'admin' ? PARTS.filter(({ href }) => href !== '/admin') : [];
}

/** The parts of the admin's desk, under the frame. */
export function AdminNav({ pathname }: { pathname: string }) {
  return (
    <nav className="admin-nav" aria-label={ADMIN_NAV.label}>
      <div className="wrap">
        {PARTS.map(({ href, label }) => {
          const isHere = href === '/admin' ? pathname === href : isCurrent(href, pathname);
          return (
            <a key={href} href={href} aria-current={isHere ? 'page' : undefined}>
              {label}
            </a>
          );
        })}
      </div>
    </nav>
  );
}
