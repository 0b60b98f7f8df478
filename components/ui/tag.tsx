import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';
import type { IconName } from './icon-shapes';

/** Names of the colour families in app/styles/status.css; `plain` is grey and says nothing about status. */
export type Tone = 'complete' | 'ontrack' | 'awaiting' | 'risk' | 'late' | 'missed' | 'exempt' | 'blocked' | 'plain';

export interface TagProps {
  tone?: Tone;
  icon?: IconName;
  /** Without ground: icon and word only, inside sentences and dense tables. */
  line?: boolean;
  title?: string;
  className?: string;
  children: ReactNode;
}

export function Tag({ tone = 'plain', icon, line, title, className, children }: TagProps) {
  return (
    <span className={classNames('tag', tone === 'plain' ? 'plain-tag' : tone, line && 'line', className)} title={title}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}
