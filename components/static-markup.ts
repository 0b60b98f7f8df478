import type { ReactElement } from 'react';
import type * as Server from 'react-dom/server';

/**
 * React's string renderer, loaded by Node itself: the bundler refuses it on the server, because pages are rendered by the framework. The
 * components drawn with it use no hooks, so it does not matter which copy of React made the elements.
 */
function renderer(): typeof Server {
  const { createRequire } = process.getBuiltinModule('node:module');
  const requireHere = createRequire(`${process.env['MIZBAN_ROOT'] ?? process.cwd()}/package.json`);
  return requireHere('react-dom/server') as typeof Server;
}

/** Components without hooks as text. Everything that comes from data is escaped by React. */
export function staticMarkup(element: ReactElement): string {
  return renderer().renderToStaticMarkup(element);
}
