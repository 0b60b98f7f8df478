'use client';

import { useEffect } from 'react';
import { dropDeviceDraft } from './device-drafts';

/** On the receipt: what was sent need not be kept any more. */
export function DropDraft({ draftKey }: { draftKey: string }) {
  useEffect(() => dropDeviceDraft(draftKey), [draftKey]);
  return null;
}
