import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';
import type { IconName } from './icon-shapes';

export interface EmptyStateProps {
  title: string;
  /** `ok`: nothing is left to do; `no`: something failed. */
  tone?: 'plain' | 'ok' | 'no';
  icon?: IconName;
  /** Level of the heading: 2 in a page, 1 where the state is the whole page, 3 inside a titled section. */
  level?: 1 | 2 | 3;
  /** Links and buttons that lead on. */
  actions?: ReactNode;
  children?: ReactNode;
}

const ICONS = { plain: 'info', ok: 'complete', no: 'risk' } as const;

export function EmptyState({ title, tone = 'plain', icon, level = 2, actions, children }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={classNames('emp', tone !== 'plain' && tone, level === 1 && 'page-emp')}>
      <Icon name={icon ?? ICONS[tone]} />
      <Heading>{title}</Heading>
      {children && <p>{children}</p>}
      {actions && <div className="row">{actions}</div>}
    </div>
  );
}
