import type { Role } from '@/lib/domain/vocabulary';
import { NAVIGATION } from '@/lib/messages/frame';

export interface NavigationItem {
  readonly href: string;
  readonly label: string;
  /** Shown as a badge where it is above zero. */
  readonly count?: number;
  /** What it counts; things to decide unless told. */
  readonly counts?: 'messages';
}

const ITEM = {
  dashboard: { href: '/dashboard', label: NAVIGATION.dashboard },
  bodies: { href: '/bodies', label: NAVIGATION.bodies },
  review: { href: '/review', label: NAVIGATION.review },
  meeting: { href: '/meeting', label: NAVIGATION.meeting },
  inspections: { href: '/inspections', label: NAVIGATION.inspections },
  indicators: { href: '/indicators', label: NAVIGATION.indicators },
  reports: { href: '/reports', label: NAVIGATION.reports },
  my: { href: '/my', label: NAVIGATION.my },
  history: { href: '/my/history', label: NAVIGATION.history },
  inbox: { href: '/my/inbox', label: NAVIGATION.inbox },
  admin: { href: '/admin', label: NAVIGATION.admin },
} as const;

const BY_ROLE: Record<Role, readonly (keyof typeof ITEM)[]> = {
  deputy: ['dashboard', 'bodies', 'review', 'meeting', 'inspections', 'indicators', 'reports'],
  expert: ['dashboard', 'bodies', 'review', 'meeting', 'inspections', 'indicators', 'reports'],
  viewer: ['dashboard', 'bodies', 'meeting', 'inspections', 'indicators', 'reports'],
  liaison: ['my', 'inbox', 'history', 'reports'],
  admin: ['dashboard', 'bodies', 'meeting', 'reports', 'admin'],
};

/**
 * The parts of the program a role works with. `waitingCount`: things to decide, shown beside «بررسی»; `unreadCount`: messages, beside
 * «پیام‌ها».
 */
export function navigationFor(
  role: Role,
  waitingCount: number | null,
  unreadCount: number | null = null,
): NavigationItem[] {
  return BY_ROLE[role].map((name): NavigationItem => {
    if (name === 'review' && waitingCount !== null) return { ...ITEM[name], count: waitingCount };
    if (name === 'inbox' && unreadCount !== null) return { ...ITEM[name], count: unreadCount, counts: 'messages' };
    return ITEM[name];
  });
}

/** Whether a page belongs to a part: the part's own page or one below it. */
export function isCurrent(href: string, pathname: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}

/** The address of the part a page belongs to: of several that fit, the nearest. */
export function currentPart(items: readonly NavigationItem[], pathname: string): string | null {
  const fitting = items.map(({ href }) => href).filter((href) => isCurrent(href, pathname));
  return fitting.sort((a, b) => b.length - a.length)[0] ?? null;
}
