'use client';

import { useEffect } from 'react';
import { forgetEverything } from './device-drafts';

/** On the page after signing out: the next person at this device finds nothing of what was typed or chosen. */
export function ForgetDevice() {
  useEffect(() => forgetEverything(), []);
  return null;
}
