import { existsSync, readFileSync } from 'node:fs';
import { capture } from './process.mjs';

/** Whether packages can be installed with apt here: as root on Debian and what descends from it. */
export function canUseApt() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  return existsSync('/etc/debian_version');
}

export function isUbuntu() {
  return existsSync('/etc/os-release') && /^ID=ubuntu$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

const apt = (args, detail) =>
  capture('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, onLine: detail });

export const aptUpdate = (detail) => apt(['update'], detail);

/** Installs packages; false where apt could not. */
export async function aptInstall(names, detail) {
  const { code } = await apt(['install', '-y', '--no-install-recommends', ...names], detail);
  return code === 0;
}
