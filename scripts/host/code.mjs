#!/usr/bin/env node
// Stands where `code` would: `code.mjs --extensionDevelopmentPath=… [--extensionTestsPath=…] [FOLDER] [FILE]`.
// With tests, it runs them in a headless browser and ends with their exit code; without, it serves VS Code for people until Ctrl-C.
import { statSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { workbenchAddress } from './address.mjs';
import { parseArguments } from './arguments.mjs';
import { openInBrowser } from './browser.mjs';
import { findChromium } from './chromium.mjs';
import { openDoor } from './door.mjs';
import { whenParentEnds } from './parent.mjs';
import { startServer } from './server.mjs';

/** How long a test run may take before it counts as hung. */
const PATIENCE = 150_000;

/** What a report in the log starts with, of tests that run where no file can be written; test/workbench/web/index.ts. */
const REPORT = 'onrecord-report:';

/** @param {string} words */
const say = (words) => console.error(words);

const request = parseArguments(process.argv.slice(2), (file) => statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false);
const wanted = {
  ...(request.folder && { folder: request.folder }),
  ...(request.file && { file: request.file }),
};

// People have the extension installed, so that they see VS Code as it is; tests have it under development, so that VS Code runs them.
const server = await startServer({ say, installed: request.tests ? undefined : request.extension });
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.once(signal, leave);
whenParentEnds(leave);

if (request.tests) {
  try {
    process.exitCode = await runTests(request.tests);
  } catch (error) {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 1;
  } finally {
    await server.stop();
  }
} else {
  const address = await openDoor(server.token.slice(0, 12), workbenchAddress({ ...server, ...wanted }));
  console.log(`\nVS Code with On Record is at\n\n  ${address}\n`);
  console.log(openInBrowser(address) ? 'It opens in your browser. Ctrl-C ends it.' : 'Open this address in a browser. Ctrl-C ends it.');
}

/** Ends everything before its time. */
async function leave() {
  if (!request.tests) console.log('\nEnding VS Code …');
  await server.stop();
  process.exit(request.tests ? 1 : 0);
}

/**
 * @param {string} tests
 * @returns {Promise<number>} the exit code of the tests
 */
async function runTests(tests) {
  const browser = await chromium.launch({ ...(await findChromium(say)), headless: true });
  try {
    const page = await browser.newPage();
    /** @type {Promise<number>} */
    const ended = new Promise((resolve, reject) => {
      // VS Code logs a great deal, much of it about native modules that were left unbuilt; what matters is the last word of a failed run.
      let last = 'nothing was logged';
      page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
        if (process.env.ONRECORD_VERBOSE) console.error(...args);
        const report = args.find((arg) => typeof arg === 'string' && arg.startsWith(REPORT));
        if (typeof report === 'string' && process.env.ONRECORD_REPORT)
          writeFileSync(process.env.ONRECORD_REPORT, report.slice(REPORT.length));
        if (type === 'error') last = args.join(' ');
      });
      page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => {
        if (code !== 0) say(last);
        resolve(code);
      });
      page.on('crash', () => reject(new Error('The browser page crashed.')));
      setTimeout(() => reject(new Error(`The tests did not end within ${PATIENCE / 1000} s.`)), PATIENCE).unref();
    });
    await page.goto(workbenchAddress({ ...server, ...wanted, ...(request.extension && { extension: request.extension }), tests }));
    await page.waitForSelector('.monaco-workbench', { timeout: 60_000 });
    return await ended;
  } finally {
    await browser.close();
  }
}
