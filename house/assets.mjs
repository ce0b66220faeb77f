// Bundles our styles and scripts, with those of others, into var/assets, from where Django serves them.
import { mkdirSync, rmSync } from "node:fs";
import { build } from "esbuild";

const folder = "var/assets/site";
rmSync("var/assets", { recursive: true, force: true });
mkdirSync("var/static", { recursive: true }); // where the web server looks; filled by collectstatic
await build({
  entryPoints: {
    site: "esv/design/styles/site.css",
    "site-script": "esv/design/scripts/site.js",
    "search-script": "esv/design/scripts/search.js",
  },
  outdir: folder,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022", "chrome120", "firefox120", "safari17"],
  loader: { ".woff2": "file", ".svg": "file" },
  assetNames: "fonts/[name]",
  logLevel: "warning",
});
