import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { type Encoded, encode } from './encoded.ts';

/** One built file. */
export type PortalFile = Encoded & {
  readonly type: string;
  readonly cacheControl: string;
  readonly etag: string;
  /** The headers that decide which form of a file is sent. */
  readonly vary: string;
};

/** A built portal, and the path it is served under, with slashes at both ends. */
export type PortalPlace = { dir: string; base: `/${string}` };

export type Portal = {
  /** The file under a request path, or undefined. Paths are names in a table: nothing outside the folder exists. */
  file(path: string): PortalFile | undefined;
  /** index.html for a page the client's router knows; undefined for paths outside the portal and missing files. */
  page(path: string): PortalFile | undefined;
};

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
};

/** Vite's form of a hashed name: such a file never changes under its name. */
const hashed = /[-.][\w-]{8,}\.[a-z0-9]+$/;
const maxPortalBytes = 64 * 1024 * 1024;

/**
 * Reads a built portal into memory once, at start. `base` is the path it is served under, with slashes at both
 * ends. Throws when the folder has no index.html or is larger than 64 MiB.
 */
export function loadPortal(dir: string, base: `/${string}` | '/'): Portal {
  const raw = new Map<string, Buffer>();
  let total = 0;
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    total += bytes.length;
    if (total > maxPortalBytes) throw new Error(`the portal in ${dir} is larger than 64 MiB`);
    raw.set(relative(dir, path).split(sep).join('/'), bytes);
  }
  const files = new Map<string, PortalFile>();
  for (const [name, identity] of raw) {
    if (name.endsWith('.br') || name.endsWith('.gz')) continue;
    const type = types[extname(name)] ?? 'application/octet-stream';
    files.set(base + name, {
      type,
      cacheControl:
        name.startsWith('assets/') && hashed.test(name)
          ? 'public, max-age=31536000, immutable'
          : name.endsWith('.html')
            ? 'no-cache'
            : 'public, max-age=3600',
      // From the content: all files of an image have the same date, and pages of two releases may have the same size.
      // Weak, because the compressed forms have the same tag.
      etag: `W/"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`,
      vary: 'Accept-Encoding',
      ...encodedForms(identity, type, raw.get(`${name}.br`), raw.get(`${name}.gz`)),
    });
  }
  const index = files.get(`${base}index.html`);
  if (!index) throw new Error(`no index.html in ${dir}: build the portal first`);
  const page: PortalFile = { ...index, vary: 'Accept, Accept-Encoding' };
  const root = base.slice(0, -1);
  return {
    file: (path) => files.get(path),
    page: (path) => {
      const inside = path === root || path.startsWith(base);
      // A name with an extension is a file. If a page were sent instead, nobody would notice that the file is
      // missing.
      return inside && !/\.[a-z0-9]+$/i.test(path) ? page : undefined;
    },
  };
}

/**
 * Whether a page may answer a request with this Accept header (RFC 9110, 12.5.1): the most specific range that
 * includes HTML decides, and of its parameters only q counts. No header means that everything is accepted.
 */
export function takesPage(accept: string | undefined): boolean {
  if (!accept?.trim()) return true;
  const ranges = accept.split(',').map((range) => {
    const [type, ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
    return { type, isTaken: Number(weight) > 0 };
  });
  for (const html of ['text/html', 'text/*', '*/*']) {
    const deciding = ranges.filter(({ type }) => type === html);
    if (deciding.length > 0) return deciding.some(({ isTaken }) => isTaken);
  }
  return false;
}

/** The compressed forms that the build made; for text without them, made here. */
function encodedForms(
  identity: Buffer,
  type: string,
  br: Buffer | undefined,
  gzip: Buffer | undefined,
): Encoded {
  if (br || gzip) return { identity, br, gzip };
  return /charset|svg/.test(type) ? encode(identity) : { identity, br: undefined, gzip: undefined };
}
