export interface ImportTableEntry {
  readonly area: string;
  readonly folders: readonly string[];
  readonly ours: readonly string[];
  readonly packages?: readonly string[];
}
export const IMPORT_TABLE: readonly ImportTableEntry[];
export const PACKAGE_OWNERS: Readonly<Record<string, string>>;
export function areaOf(relativePath: string): ImportTableEntry | null;
