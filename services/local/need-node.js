// Plain JavaScript, since it runs on whatever Node there is.
const needed = 24;
const found = process.versions.node;
if (Number(found.split('.')[0]) < needed) {
  console.error(
    `This needs Node ${needed}, which "npm ci" puts into node_modules, but Node ${found} was started. ` +
      'Run "npm ci" again and let it run install scripts (without --ignore-scripts).',
  );
  process.exit(1);
}
