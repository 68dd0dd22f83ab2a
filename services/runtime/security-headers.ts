export type SecurityOptions = {
  /** Origins besides its own that a portal's scripts may call, e.g. the Cognito endpoint. */
  connectOrigins: readonly string[];
  /** Where browsers reach this edge. HSTS is sent only when it is https. */
  publicUrl: string | undefined;
  production: boolean;
};

export type HeaderSet = readonly (readonly [name: string, value: string])[];

/**
 * Headers for API answers and for portal pages. Pages may run only what the edge itself serves; the one exception
 * is style attributes, which the accessible widgets set while placing overlays.
 */
export function securityHeaders(options: SecurityOptions): { api: HeaderSet; page: HeaderSet } {
  const secure = options.publicUrl?.startsWith('https:') === true;
  const everywhere: [string, string][] = [
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'no-referrer'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
  ];
  if (secure && options.production) {
    everywhere.push(['Strict-Transport-Security', 'max-age=63072000; includeSubDomains']);
  }
  const directives = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${["'self'", ...options.connectOrigins].join(' ')}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ];
  if (secure) directives.push('upgrade-insecure-requests');
  return {
    api: [...everywhere, ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"]],
    page: [
      ...everywhere,
      ['Content-Security-Policy', directives.join('; ')],
      ['Cross-Origin-Opener-Policy', 'same-origin'],
      [
        'Permissions-Policy',
        'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
      ],
    ],
  };
}
