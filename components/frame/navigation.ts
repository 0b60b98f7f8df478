import type { Role } from '@/lib/domain/vocabulary';
import { NAVIGATION } from '@/lib/messages/frame';

export interface NavigationItem {
  readonly href: string;
  readonly label: string;
  /** Shown as a badge where it is above zero. */
  readonly count?: number;
}

const ITEM = {
  dashboard: { href: '/dashboard', label: NAVIGATION.dashboard },
  bodies: { href: '/bodies', label: NAVIGATION.bodies },
  review: { href: '/review', label: NAVIGATION.review },
  meeting: { href: '/meeting', label: NAVIGATION.meeting },
  reports: { href: '/reports', label: NAVIGATION.reports },
  my: { href: '/my', label: NAVIGATION.my },
  history: { href: '/my/history', label: NAVIGATION.history },
  admin: { href: '/admin', label: NAVIGATION.admin },
} as const;

const BY_ROLE: Record<Role, readonly (keyof typeof ITEM)[]> = {
  deputy: ['dashboard', 'bodies', 'review', 'meeting', 'reports'],
  expert: ['dashboard', 'bodies', 'review', 'meeting', 'reports'],
  viewer: ['dashboard', 'bodies', 'meeting', 'reports'],
  liaison: ['my', 'history', 'reports'],
  admin: ['dashboard', 'bodies', 'meeting', 'reports', 'admin'],
};

/** The parts of the program a role works with. `waitingCount`: things to decide, shown beside «بررسی». */
export function navigationFor(role: Role, waitingCount: number | null): NavigationItem[] {
  return BY_ROLE[role].map((name) =>
    name === 'review' && waitingCount !== null ? { ...ITEM[name], count: waitingCount } : ITEM[name],
  );
}

/** Whether a page belongs to a part: the part's own page or one below it that is no part of its own. */
export function isCurrent(href: string, pathname: string): boolean {
  const isWithin = (part: string) => pathname === part || pathname.startsWith(`${part}/`);
  const isOfAnother = Object.values(ITEM).some((item) => item.href.startsWith(`${href}/`) && isWithin(item.href));
  return isWithin(href) && !isOfAnother;
}
