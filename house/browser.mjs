// Unpacks the browser of the tests from its npm package into the folder given, with the libraries it needs
// where the machine has none of its own.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const folder = resolve(process.argv[2]);
mkdirSync(folder, { recursive: true });
process.env.TMPDIR = folder; // the package unpacks into the folder for temporary files
const { default: chromium, inflate } = await import("@sparticuz/chromium");
chromium.setGraphicsMode = false;
const browser = await chromium.executablePath();

const missing = execFileSync("ldd", [browser], { encoding: "utf-8" }).includes("not found");
if (missing) await inflate(resolve("node_modules/@sparticuz/chromium/bin/al2023.tar.br"));
writeFileSync(join(folder, "library-path"), missing ? join(folder, "al2023", "lib") : "");
