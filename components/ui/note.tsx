import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';
import type { IconName } from './icon-shapes';

export type NoteTone = 'info' | 'ok' | 'warn' | 'bad';

const ICONS: Record<NoteTone, IconName> = { info: 'info', ok: 'complete', warn: 'risk', bad: 'missed' };

export interface NoteProps {
  tone?: NoteTone;
  icon?: IconName;
  /** `status` for what has just happened, `alert` for what needs attention now. */
  role?: 'status' | 'alert' | 'note';
  className?: string;
  children: ReactNode;
}

export function Note({ tone = 'info', icon, role, className, children }: NoteProps) {
  return (
    <div className={classNames('note', tone !== 'info' && tone, className)} role={role}>
      <Icon name={icon ?? ICONS[tone]} />
      <div>{children}</div>
    </div>
  );
}
