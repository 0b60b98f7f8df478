const QUIET_MS = 1500;
const PLAIN_STEP_MS = 15_000;

/**
 * Says on stderr what is being waited for. At a terminal one line with the elapsed seconds is rewritten; elsewhere a line is written now
 * and then. Work that ends at once stays silent. Stdout is never touched: it belongs to the result.
 */
export async function withProgress(label, work) {
  const startedAt = performance.now();
  const isTerminal = Boolean(process.stderr.isTTY);
  let detail = '';
  let hasSpoken = false;
  let lastPlainAt = 0;

  const seconds = () => Math.round((performance.now() - startedAt) / 1000);
  const speak = () => {
    const waited = performance.now() - startedAt;
    if (waited < QUIET_MS) return;
    if (isTerminal) {
      const width = (process.stderr.columns || 80) - 1;
      process.stderr.write(`\r\x1b[K${`${label} … ${seconds()} s ${detail}`.trimEnd().slice(0, width)}`);
    } else if (!hasSpoken || waited - lastPlainAt >= PLAIN_STEP_MS) {
      lastPlainAt = waited;
      process.stderr.write(hasSpoken ? `${label} … ${seconds()} s\n` : `${label} …\n`);
    }
    hasSpoken = true;
  };
  const timer = setInterval(speak, isTerminal ? 250 : 1000);

  try {
    const result = await work((text) => {
      detail = text.replace(/\x1b\[[0-9;]*m/g, '').trim();
    });
    if (hasSpoken) process.stderr.write(`${isTerminal ? '\r\x1b[K' : ''}${label}: done in ${seconds()} s\n`);
    return result;
  } catch (error) {
    if (hasSpoken && isTerminal) process.stderr.write('\r\x1b[K');
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/** One line on stderr. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}
