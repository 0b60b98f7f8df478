import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import {
  startServer,
  seedDemo,
  demoEnvironment,
  temporaryFolder,
  type RunningServer,
} from '../../tests/support/server';
import { ensureBuilt } from '../support/build.mjs';
import { startNode, stopProcess } from '../support/process.mjs';
import { createCombinations } from './combinations';
import { applyLoad, medianOf } from './load';
import { readResidentMegabytes } from './memory';
import { scaleEvents } from './scale-events';
import { countScriptBytes } from './sent-scripts';
import { signInForCookie } from './sign-in-cookie';
import { describeFindings, keepsBound, type Finding } from './verdict-table';
import { copyProduct, createEmptyProject } from './workspace';

const ROUNDS = 5;
const ROUND_MS = 3000;
/** More than twice through all combinations, on both sides: what is measured is serving, not the first seconds of a process. */
const WARM_UP_REQUESTS = 600;
const CONCURRENCY = 4;
const SCALE = 10;

/** What can be asked for by name; all of it without a name. */
type Part = 'speed' | 'memory' | 'scripts';
const chosen = process.argv.slice(2);
const isWanted = (part: Part) => chosen.length === 0 || chosen.includes(part);

const say = (text: string) => process.stderr.write(`${text}\n`);

interface Site {
  readonly server: RunningServer;
  readonly headers: Readonly<Record<string, string>>;
}
type Page = () => { url: string; headers: Readonly<Record<string, string>> };

const root = process.cwd();
const workspace = temporaryFolder('bench');
const stops: (() => Promise<void>)[] = [];

async function openSite(
  productRoot: string,
  dataDir: string,
  account: { username: string; password: string },
): Promise<Site> {
  const server = await startServer(demoEnvironment(dataDir), productRoot);
  stops.push(() => server.stop());
  const cookie = await signInForCookie(server.url, account.username, account.password);
  return { server, headers: { cookie } };
}

/** A page asked for with another combination of day and filters each time. */
function varied(site: Site, address: string, combinations: readonly string[]): Page {
  let turn = 0;
  return () => ({
    url: `${site.server.url}${address}?${combinations[turn++ % combinations.length]}`,
    headers: site.headers,
  });
}

const fixed =
  (site: Site, address: string): Page =>
  () => ({ url: `${site.server.url}${address}`, headers: site.headers });

/** Median over alternating rounds of how fast `page` is in relation to `reference`. */
async function compare(page: Page, reference: Page): Promise<{ ratio: number; grounds: string }> {
  for (const each of [reference, page]) await applyLoad(each, { requests: WARM_UP_REQUESTS }, CONCURRENCY);
  const rounds: { of: number; to: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const to = (await applyLoad(reference, { ms: ROUND_MS }, CONCURRENCY)).perSecond;
    const of = (await applyLoad(page, { ms: ROUND_MS }, CONCURRENCY)).perSecond;
    rounds.push({ of, to });
  }
  const [of, to] = [medianOf(rounds.map((round) => round.of)), medianOf(rounds.map((round) => round.to))];
  return {
    ratio: medianOf(rounds.map((round) => round.of / round.to)),
    grounds: `${of.toFixed(0)} against ${to.toFixed(0)} requests a second, median of ${ROUNDS} rounds`,
  };
}

/** Runs work while one check-in a second is written to each of the data folders by another process. */
async function whileWriting<T>(dataDirs: readonly string[], work: () => Promise<T>): Promise<T> {
  const writers = dataDirs.map((dataDir) =>
    startNode(['--import', 'tsx', path.join('scripts', 'bench', 'write-check-ins.ts')], {
      env: demoEnvironment(dataDir),
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  );
  try {
    return await work();
  } finally {
    for (const writer of writers) await stopProcess(writer);
  }
}

async function measureSpeed(one: Site, ten: Site, combinations: readonly string[]): Promise<Finding[]> {
  const dashboard = await compare(varied(one, '/dashboard', combinations), fixed(one, '/bench-empty'));
  const progress = await compare(varied(one, '/api/v1/progress', combinations), fixed(one, '/api/health'));
  const dashboardTen = await compare(varied(ten, '/dashboard', combinations), varied(one, '/dashboard', combinations));
  const progressTen = await compare(
    varied(ten, '/api/v1/progress', combinations),
    varied(one, '/api/v1/progress', combinations),
  );
  const slower = `${SCALE} times the events`;
  return [
    {
      name: 'dashboard ÷ empty signed-in page',
      value: dashboard.ratio,
      bound: 0.5,
      wants: 'at least',
      grounds: dashboard.grounds,
    },
    {
      name: '/api/v1/progress ÷ /api/health',
      value: progress.ratio,
      bound: 0.5,
      wants: 'at least',
      grounds: progress.grounds,
    },
    {
      name: `dashboard, ${slower}`,
      value: dashboardTen.ratio,
      bound: 0.9,
      wants: 'at least',
      grounds: dashboardTen.grounds,
    },
    {
      name: `progress, ${slower}`,
      value: progressTen.ratio,
      bound: 0.9,
      wants: 'at least',
      grounds: progressTen.grounds,
    },
  ];
}

async function measureMemory(site: Site, combinations: readonly string[]): Promise<Finding[]> {
  const dashboard = varied(site, '/dashboard', combinations);
  const progress = varied(site, '/api/v1/progress', combinations);
  let turn = 0;
  await applyLoad(() => (turn++ % 2 === 0 ? dashboard() : progress()), { requests: 5000 }, CONCURRENCY);
  const megabytes = await readResidentMegabytes(site.server.pid);
  if (megabytes === null) return [];
  return [
    {
      name: 'memory after 5000 requests',
      value: megabytes,
      bound: 300,
      wants: 'at most',
      unit: ' MB',
      grounds: 'resident set of the server',
    },
  ];
}

async function measureScripts(site: Site, liaison: Site['headers'], emptyUrl: string): Promise<Finding[]> {
  const empty = await countScriptBytes(emptyUrl, '/');
  const pages = [
    { page: '/sign-in', headers: {}, bound: 1.15 },
    { page: '/my', headers: liaison, bound: 1.25 },
    { page: '/dashboard', headers: site.headers, bound: 1.35 },
    { page: '/reports/1/print', headers: site.headers, bound: 1.05 },
  ];
  const findings: Finding[] = [];
  for (const { page, headers, bound } of pages) {
    const bytes = await countScriptBytes(site.server.url, page, headers);
    const grounds = `${kilobytes(bytes)} against ${kilobytes(empty)} compressed`;
    findings.push({ name: `scripts of ${page} ÷ empty page`, value: bytes / empty, bound, wants: 'at most', grounds });
  }
  return findings;
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** The longer history must tell the same story, or the comparison would mean nothing. */
async function assertSameFigures(one: Site, ten: Site, combinations: readonly string[]): Promise<void> {
  for (const query of combinations) {
    const address = `/api/v1/progress?groupBy=body&${query}`;
    const [short, long] = await Promise.all(
      [one, ten].map(async (site) => (await fetch(`${site.server.url}${address}`, { headers: site.headers })).text()),
    );
    if (short !== long) throw new Error(`${address} differs between the two histories.`);
  }
}

async function prepare() {
  const product = path.join(workspace.path, 'product');
  const empty = path.join(workspace.path, 'empty');
  say('Copying the sources and building …');
  await copyProduct(root, product);
  createEmptyProject(root, empty);
  await ensureBuilt({ root: product, distDir: '.next', label: 'Building the product' });
  await ensureBuilt({ root: empty, distDir: '.next', label: 'Building an empty page' });

  say('Writing the sample history, once as it is and once ten times as long …');
  const data = path.join(workspace.path, 'data');
  const dataTen = path.join(workspace.path, 'data-ten');
  mkdirSync(data);
  const accounts = await seedDemo(data);
  cpSync(data, dataTen, { recursive: true });
  const events = scaleEvents(path.join(dataTen, 'mizban.db'), SCALE);
  say(`${events.before} events, and ${events.after}.`);
  return { product, empty, data, dataTen, accounts };
}

async function run(): Promise<number> {
  const { product, empty, data, dataTen, accounts } = await prepare();
  const accountOf = (role: string) => {
    const account = accounts.find((each) => each.role === role);
    if (!account) throw new Error(`The demo has no ${role}.`);
    return account;
  };
  const open = (dataDir: string) => openSite(product, dataDir, accountOf('deputy'));
  const findings: Finding[] = [];
  let site = await open(data);
  const combinations = createCombinations(await listDistricts(site));

  if (isWanted('scripts')) {
    say('Weighing the scripts …');
    const emptyServer = await startServer({ ...process.env, NODE_ENV: 'production', MIZBAN_DIST_DIR: '.next' }, empty);
    stops.push(() => emptyServer.stop());
    const liaison = accountOf('liaison');
    const cookie = await signInForCookie(site.server.url, liaison.username, liaison.password);
    findings.push(...(await measureScripts(site, { cookie }, emptyServer.url)));
    await emptyServer.stop();
  }
  if (isWanted('speed')) {
    const ten = await open(dataTen);
    await assertSameFigures(site, ten, combinations.slice(0, 40));
    say(`Measuring: ${combinations.length} combinations of day and filters, one write a second …`);
    const one = site;
    findings.push(...(await whileWriting([data, dataTen], () => measureSpeed(one, ten, combinations))));
    await ten.server.stop();
  }
  if (isWanted('memory')) {
    say('Asking 5000 times …');
    await site.server.stop();
    site = await open(data);
    findings.push(...(await measureMemory(site, combinations)));
  }
  process.stdout.write(`${describeFindings(findings)}\n`);
  return findings.every(keepsBound) ? 0 : 1;
}

async function listDistricts(site: Site): Promise<string[]> {
  const response = await fetch(`${site.server.url}/api/v1/progress?groupBy=district`, { headers: site.headers });
  const { groups } = (await response.json()) as { groups: { key: string }[] };
  return groups.map(({ key }) => key);
}

async function tidyUp(): Promise<void> {
  for (const stop of stops) await stop();
  workspace.remove();
}

run()
  .finally(tidyUp)
  .then(
    (exitCode) => {
      process.exitCode = exitCode;
    },
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exitCode = 1;
    },
  );
