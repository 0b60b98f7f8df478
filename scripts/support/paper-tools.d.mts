export function ensurePaperTools(): Promise<void>;
