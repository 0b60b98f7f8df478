import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { browserCandidates } from '../../lib/installed-browser.mjs';
import { aptInstall, aptUpdate, canUseApt, isUbuntu } from './apt.mjs';
import { ROOT } from './paths.mjs';
import { capture, Refusal } from './process.mjs';
import { withProgress } from './progress.mjs';

export const HOW_TO_GET_A_BROWSER =
  'No browser was found. Install Chromium, Google Chrome or Microsoft Edge, or set MIZBAN_BROWSER to the full path of its program.';

/** Full path of an installed Chromium, Chrome or Edge, or null. `MIZBAN_BROWSER` comes first. */
export function findBrowser(env = process.env, platform = process.platform) {
  const named = env.MIZBAN_BROWSER;
  if (named) return existsSync(named) ? named : null;
  return browserCandidates(env, platform).find((file) => existsSync(file)) ?? downloadedBrowser(env, platform);
}

/** The browser that Playwright downloaded earlier, newest first. */
function downloadedBrowser(env, platform) {
  const cache = env.PLAYWRIGHT_BROWSERS_PATH || path.join(homedir(), ...cacheFolder(platform), 'ms-playwright');
  if (!existsSync(cache)) return null;
  const versions = readdirSync(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
  const programs = [
    ['chrome-linux', 'chrome'],
    ['chrome-linux64', 'chrome'],
    ['chrome-win', 'chrome.exe'],
    ['chrome-win64', 'chrome.exe'],
    ...['chrome-mac', 'chrome-mac-arm64', 'chrome-mac-x64'].flatMap((folder) => [
      [folder, 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
      [folder, 'Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'],
    ]),
  ];
  return (
    versions
      .flatMap((version) => programs.map((program) => path.join(cache, version, ...program)))
      .find((file) => existsSync(file)) ?? null
  );
}

function cacheFolder(platform) {
  if (platform === 'win32') return ['AppData', 'Local'];
  return platform === 'darwin' ? ['Library', 'Caches'] : ['.cache'];
}

/**
 * Path of a browser, got where there is none: by apt as root on Debian and Ubuntu, else by Playwright's own download.
 * Throws a refusal that says in a sentence how to get one.
 */
export async function ensureBrowser() {
  if (process.env.MIZBAN_BROWSER && !existsSync(process.env.MIZBAN_BROWSER)) {
    throw new Refusal(`MIZBAN_BROWSER names ${process.env.MIZBAN_BROWSER}, which does not exist.`);
  }
  const found = findBrowser();
  if (found) return found;
  if (canUseApt()) await withProgress('Installing Chromium with apt', installWithApt);
  if (!findBrowser()) await withProgress('Downloading a browser', downloadWithPlaywright);
  const installed = findBrowser();
  if (!installed) throw new Refusal(HOW_TO_GET_A_BROWSER);
  return installed;
}

async function installWithApt(detail) {
  await aptUpdate(detail);
  // On Ubuntu the packages of these names only point to a snap, which does not work in a container.
  if (isUbuntu()) return;
  // Debian before the twelfth has no package of the browser without a window.
  if (!(await aptInstall(['chromium-headless-shell'], detail))) await aptInstall(['chromium'], detail);
}

async function downloadWithPlaywright(detail) {
  const script = path.join(ROOT, 'node_modules', 'playwright-core', 'cli.js');
  // With apt at hand Playwright can also bring the system libraries that its browser needs.
  const args = [script, 'install', ...(canUseApt() ? ['--with-deps'] : []), '--no-shell', 'chromium'];
  await capture(process.execPath, args, { onLine: detail });
}
