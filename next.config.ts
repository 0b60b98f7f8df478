import type { NextConfig } from 'next';

/** One request carries one file of at most 10 MB; the rest is room for the other fields and for boundaries. */
const REQUEST_BODY_LIMIT = '12mb';

const nextConfig: NextConfig = {
  // several builds may stand side by side: each test server and each person's trial has its own
  distDir: process.env['MIZBAN_DIST_DIR'] || '.next',
  poweredByHeader: false,
  compress: true,
  reactStrictMode: true,
  // native modules, and libraries that look for files of their own
  serverExternalPackages: ['better-sqlite3', '@node-rs/argon2', 'nodemailer', 'playwright-core'],
  // types are checked by `npm run check`; a build on the office's server need not repeat it
  typescript: { ignoreBuildErrors: true },
  allowedDevOrigins: ['127.0.0.1'],
  experimental: {
    proxyClientMaxBodySize: REQUEST_BODY_LIMIT,
    serverActions: { bodySizeLimit: REQUEST_BODY_LIMIT },
  },
  async headers() {
    return [
      {
        source: '/fonts/:path*',
        headers: [
          { key: 'Cache-Control', value: 'public, max-age=31536000, immutable' },
          { key: 'X-Content-Type-Options', value: 'nosniff' },
        ],
      },
    ];
  },
};

export default nextConfig;
