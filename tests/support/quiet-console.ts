import { afterEach, beforeEach, expect, vi } from 'vitest';

/** An unexpected `console.error` fails the test; one that expects it replaces the spy's implementation and clears it. */
beforeEach(() => {
  vi.spyOn(console, 'error');
});

afterEach(() => {
  expect(vi.mocked(console.error).mock.calls).toEqual([]);
});
