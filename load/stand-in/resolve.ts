import { registerHooks } from 'node:module';

const modules = ['crypto', 'data', 'encoding', 'execution', 'http', 'metrics', 'timers'];

/** From now on `k6/http` and the others are the files in `modules/`. */
export function installModules(): void {
  registerHooks({
    resolve(specifier, context, next) {
      const name = /^k6\/(.+)$/.exec(specifier)?.[1];
      if (name === undefined) return next(specifier, context);
      if (!modules.includes(name)) throw new Error(`the stand-in for k6 has no ${specifier}`);
      return { url: new URL(`./modules/${name}.ts`, import.meta.url).href, shortCircuit: true };
    },
  });
}
