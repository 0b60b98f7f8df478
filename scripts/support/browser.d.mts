export const HOW_TO_GET_A_BROWSER: string;
export function findBrowser(env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform): string | null;
export function ensureBrowser(): Promise<string>;
