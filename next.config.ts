import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  serverExternalPackages: ["@duckdb/node-api"],
  turbopack: { resolveAlias: { "victory-vendor/d3-scale": "./components/charts/plot/chart-scales.ts" } },
};

export default config;
