import { readFileSync } from 'node:fs';
import { capture } from '../support/process.mjs';

/** Resident memory of a process in megabytes (10^6 bytes), or null where the system does not tell. */
export async function readResidentMegabytes(pid: number): Promise<number | null> {
  if (process.platform === 'linux') {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes ? (Number(kilobytes) * 1024) / 1e6 : null;
  }
  if (process.platform === 'win32') {
    const { stdout } = await capture('tasklist', ['/fi', `pid eq ${pid}`, '/fo', 'csv', '/nh']);
    const kilobytes = /"([\d.,\s]+) K"/.exec(stdout)?.[1]?.replace(/\D/g, '');
    return kilobytes ? (Number(kilobytes) * 1024) / 1e6 : null;
  }
  const { code, stdout } = await capture('ps', ['-o', 'rss=', '-p', String(pid)]).catch(() => ({
    code: 1,
    stdout: '',
  }));
  return code === 0 ? (Number(stdout.trim()) * 1024) / 1e6 : null;
}
