// npm run coverage: how much of server/src the unit tests run, and which lines they don't; a page of it in coverage/index.html.
import { ensureInstalled, projectNode } from './checkout.mjs';
import { runToEnd } from './host/commands.mjs';
import { root } from './host/folders.mjs';

try {
  await ensureInstalled((words) => console.log(words));
  const reporters = ['text', 'html', 'json-summary'].map((name) => `--coverage.reporter=${name}`);
  await runToEnd(projectNode(), ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', '--coverage', ...reporters], {
    cwd: root,
    show: true,
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
