'use client';

import { type KeyboardEvent, type ReactNode, useId, useRef, useState, useSyncExternalStore } from 'react';
import { Icon } from '@/components/ui/icon';
import type { IconName } from '@/components/ui/icon-shapes';

export interface EvidenceTabsProps {
  label: string;
  tabs: readonly {
    readonly key: string;
    readonly label: string;
    readonly icon: IconName;
    readonly isApart?: boolean;
  }[];
  /** One for each tab, in the same order. */
  children: ReactNode[];
}

const never = () => () => {};

/** Pieces of evidence one at a time. Without script all stand one below the other (`.stage` in review.css). */
export function EvidenceTabs({ label, tabs, children }: EvidenceTabsProps) {
  const id = useId();
  const hasScript = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const isTabbed = hasScript && tabs.length > 1;

  const onKey = (event: KeyboardEvent) => {
    // right to left: the next tab stands to the left
    const step = { ArrowLeft: 1, ArrowRight: -1 }[event.key];
    const target = step === undefined ? { Home: 0, End: tabs.length - 1 }[event.key] : active + step;
    if (target === undefined) return;
    event.preventDefault();
    const next = (target + tabs.length) % tabs.length;
    setActive(next);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };

  return (
    <div className={isTabbed ? 'stage is-tabbed' : 'stage'}>
      {isTabbed && (
        <div className="stage-tabs seg" role="tablist" aria-label={label} ref={list} onKeyDown={onKey}>
          {tabs.map((tab, index) => (
            <button
              key={tab.key}
              type="button"
              role="tab"
              id={`${id}-tab-${index}`}
              aria-controls={`${id}-panel-${index}`}
              aria-selected={index === active}
              tabIndex={index === active ? 0 : -1}
              className={tab.isApart ? 'apart' : undefined}
              onClick={() => setActive(index)}
            >
              <Icon name={tab.icon} />
              {tab.label}
            </button>
          ))}
        </div>
      )}
      {tabs.map((tab, index) => (
        <div
          key={tab.key}
          className="piece"
          role={isTabbed ? 'tabpanel' : undefined}
          id={`${id}-panel-${index}`}
          aria-labelledby={isTabbed ? `${id}-tab-${index}` : undefined}
          hidden={isTabbed && index !== active}
        >
          {children[index]}
        </div>
      ))}
    </div>
  );
}
