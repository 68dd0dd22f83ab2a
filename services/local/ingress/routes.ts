/** A path prefix and the address that serves it; `strip` removes the prefix on the way. */
export type Route = { prefix: string; target: string; strip?: true };

/** The route with the longest prefix that matches whole path segments. */
export function findRoute(routes: readonly Route[], path: string): Route | undefined {
  const [pathname = '/'] = path.split('?', 1);
  return routes
    .filter(({ prefix }) => prefix === '/' || pathname === prefix || pathname.startsWith(`${prefix}/`))
    .sort((one, other) => other.prefix.length - one.prefix.length)[0];
}

/** The path as the target sees it. */
export function targetPath({ prefix, strip }: Route, path: string): string {
  if (!strip) return path;
  const rest = path.slice(prefix.length);
  return rest.startsWith('/') ? rest : `/${rest}`;
}
