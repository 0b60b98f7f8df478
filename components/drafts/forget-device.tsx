'use client';

import { useEffect } from 'react';
import { forgetEverything, forgetKeptPages } from './device-drafts';

/** On the page after signing out: the next person at this device finds nothing of what was typed or chosen. */
export function ForgetDevice() {
  useEffect(() => forgetEverything(), []);
  return null;
}

/** On the page for signing in, through which everybody comes: no page that was kept for another person is opened without a line. */
export function ForgetKeptPages() {
  useEffect(() => forgetKeptPages(), []);
  return null;
}
