/** Where a browser that can print and be tested with may be installed on a platform, by usual names and places, the best first. */
export function browserCandidates(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string[];
