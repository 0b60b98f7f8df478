'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

/** Opens the browser's own print dialog; without script the browser's menu does the same, so it is not shown then. */
export function PrintButton({ label }: { label: string }) {
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!isReady) return null;
  return (
    <Button onClick={() => window.print()}>
      <Icon name="print" />
      {label}
    </Button>
  );
}
