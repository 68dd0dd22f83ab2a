/** `npm run browser`: starts the browser of the tests and says which one it is, or why it does not start. */
import { launchBrowser } from './browser.ts';

try {
  await (await launchBrowser()).close();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
