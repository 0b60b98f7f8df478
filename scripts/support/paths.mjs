import { fileURLToPath } from 'node:url';
import path from 'node:path';

/** Folder of the project: the one that holds package.json. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Absolute path of a file of the project. */
export function inRoot(...parts) {
  return path.join(ROOT, ...parts);
}

/** Folder of the built application. Several builds may live side by side under their own names. */
export function distDirName() {
  return process.env.MIZBAN_DIST_DIR || '.next';
}
