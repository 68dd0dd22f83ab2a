import { Router } from '@koa/router';
import type { Route } from './route.ts';

export type RouteMatch<T> =
  | { readonly found: T; readonly params: Readonly<Record<string, string>> | undefined }
  | { readonly found: undefined; readonly allowed: readonly string[] };

/**
 * Finds the route of a request. Paths without parameters are looked up directly, the others by the router. A path
 * that exists under other methods yields those; an unknown path yields none.
 */
export function createRouteTable<T>(entries: readonly { route: Route; value: T }[]): {
  match(method: string, path: string): RouteMatch<T>;
} {
  const router = new Router({ sensitive: true, strict: true });
  const fixed = new Map<string, T>();
  const byLayer = new Map<unknown, T>();
  for (const { route, value } of entries) {
    const layer = router.register(route.path, [route.method], () => undefined);
    byLayer.set(layer, value);
    if (route.path.includes(':')) continue;
    for (const method of route.method === 'GET' ? ['GET', 'HEAD'] : [route.method]) {
      fixed.set(`${method} ${route.path}`, value);
    }
  }
  return {
    match: (method, path) => {
      const direct = fixed.get(`${method} ${path}`);
      if (direct !== undefined) return { found: direct, params: undefined };
      const { path: samePath, pathAndMethod } = router.match(path, method);
      const layer = pathAndMethod[0];
      const found = layer && byLayer.get(layer);
      if (!layer || found === undefined) {
        return { found: undefined, allowed: [...new Set(samePath.flatMap((other) => other.methods))] };
      }
      return { found, params: layer.params(path, layer.captures(path)) };
    },
  };
}
