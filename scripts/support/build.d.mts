export interface BuildOptions {
  /** Folder of the project to build; default this one. */
  root?: string;
  /** Name of the folder of the built application; default MIZBAN_DIST_DIR or .next. */
  distDir?: string;
  label?: string;
}
/** Builds unless the build that is there was made from the same sources. Returns whether it had to build. */
export function ensureBuilt(options?: BuildOptions): Promise<boolean>;
export function hashOfSources(root?: string, sources?: readonly string[]): string;
