/** Arguments of Node that serve the built application of the current folder. */
export function serverArguments(host: string, port: number): string[];
