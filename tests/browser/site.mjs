// The demo archive, served for the tests on a free port, and a browser to look at it.

import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";

const run = promisify(execFile);
const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

const CHROMIUM_ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Id of the source that has a family. */
export const FAMILY_SOURCE = "invented-family";

/** Milliseconds in which the program must make its demo archive and start to serve. */
const START_MILLISECONDS = 60_000;

/** Returns the program to test: the one named by SYNODIK_PROGRAM, else the one built last. */
function programPath() {
  const target = resolve(ROOT, process.env.CARGO_TARGET_DIR ?? "target");
  const program = process.env.SYNODIK_PROGRAM ?? join(target, "debug/synodik");
  if (!existsSync(program)) {
    throw new Error(`there is no program at ${program}; build it with: cargo build -p synodik`);
  }
  return program;
}

/** Makes the demo archive in a folder of its own, serves it, and starts the browser. */
export async function openSite() {
  const program = programPath();
  const folder = await mkdtemp(join(tmpdir(), "synodik-browser-"));
  const archive = join(folder, "demo");
  await run(program, ["demo", archive, "--no-serve"], { timeout: START_MILLISECONDS });
  // The demo names relatives in English, which nobody reads; this list has a family.
  const list = join(ROOT, "tests/browser/family");
  const importing = ["import", "--archive", archive, "--format", "table", "--source", FAMILY_SOURCE];
  const files = ["--mapping", join(list, "list.toml"), join(list, "list.tsv")];
  await run(program, [...importing, ...files], { timeout: START_MILLISECONDS });
  await run(program, ["build", "--archive", archive], { timeout: START_MILLISECONDS });
  const [records, persons, links] = await Promise.all(
    ["records", "persons", "links"].map((table) => exportTable(program, archive, table)),
  );
  const ofSeveral = persons.filter((row) => persons.some((other) => other !== row && other.person_id === row.person_id));
  const server = spawn(program, ["serve", "--archive", archive, "--listen", "127.0.0.1:0"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const said = { text: "" };
  const origin = await addressOf(server, said);
  const executablePath = process.env.SYNODIK_CHROMIUM ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
  return {
    origin,
    browser,
    records,
    /** Rows of persons that have more than one entry. */
    persons: ofSeveral,
    links,
    /** What the server has printed on standard error. */
    said: () => said.text,
    async close() {
      await browser.close();
      server.kill("SIGTERM");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Returns the public rows of a table, as the program exports them. */
async function exportTable(program, archive, table) {
  const exporting = ["export", "--archive", archive, "--table", table, "--format", "jsonl"];
  const { stdout } = await run(program, exporting, { maxBuffer: 1 << 26 });
  return stdout.trim().split("\n").map((line) => JSON.parse(line));
}

/** Waits for the line in which the server tells its address. */
function addressOf(server, said) {
  return new Promise((found, failed) => {
    const tooLate = setTimeout(
      () => failed(new Error(`the server told no address; it said: ${said.text}`)),
      START_MILLISECONDS,
    );
    server.on("exit", (code) => failed(new Error(`the server ended (${code}): ${said.text}`)));
    server.stderr.setEncoding("utf8").on("data", (text) => {
      said.text += text;
      const address = said.text.match(/Serving on (http:\/\/[^/]+)\//);
      if (address) {
        clearTimeout(tooLate);
        found(address[1]);
      }
    });
  });
}
