'use client';

import type { ReactNode } from 'react';
import { PieceFrame } from './piece-frame';

export interface PictureViewProps {
  href: string;
  name: string;
  meta: ReactNode;
}

/** A picture as wide as the pane, larger on request. */
export function PictureView({ href, name, meta }: PictureViewProps) {
  const inline = `${href}?inline=1`;
  return (
    <PieceFrame meta={meta} downloadHref={href} fileName={name} openHref={inline}>
      {(zoom) => (
        <img
          src={inline}
          alt={name}
          className="piece-picture"
          style={{ inlineSize: `min(${zoom * 100}%, ${zoom * 60}rem)` }}
        />
      )}
    </PieceFrame>
  );
}
