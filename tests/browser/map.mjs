// The map in a real browser: it moves where there is WebGL, and is drawn where there is none;
// by keyboard, narrow and wide, with nothing asked of another server and no rule broken.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { openSite } from "./site.mjs";
import { chromium } from "playwright-core";

const AXE_SOURCE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** WebGL without a graphics card. */
const WITH_WEBGL = [
  "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist",
];
const WITHOUT_WEBGL = ["--no-sandbox", "--disable-gpu", "--disable-3d-apis"];
const READY_MILLISECONDS = 60_000;

let site;
const browsers = {};

before(async () => {
  site = await openSite();
  const executablePath = process.env.SYNODIK_CHROMIUM ?? "/usr/bin/chromium";
  browsers.live = await chromium.launch({ executablePath, args: WITH_WEBGL });
  browsers.drawn = await chromium.launch({ executablePath, args: WITHOUT_WEBGL });
});

after(async () => {
  await Promise.all(Object.values(browsers).map((browser) => browser.close()));
  await site?.close();
});

async function openPage(browser, address, options = {}) {
  const context = await browser.newContext({ baseURL: site.origin, locale: "en-GB", ...options });
  const page = await context.newPage();
  const heard = { asked: [], problems: [] };
  page.on("request", (request) => heard.asked.push(request.url()));
  page.on("console", (message) => {
    if (["error"].includes(message.type())) heard.problems.push(message.text());
  });
  page.on("pageerror", (error) => heard.problems.push(String(error)));
  const response = await page.goto(address);
  return { context, page, response, heard };
}

function assertOwnOrigin(heard) {
  const foreign = heard.asked.filter((url) => !/^(blob|data):/.test(url) && new URL(url).origin !== site.origin);
  assert.deepEqual(foreign, [], "a request left the server");
}

async function axe(page) {
  await page.evaluate(AXE_SOURCE);
  return page.evaluate(async (tags) => {
    const results = await window.axe.run(document, { runOnly: { type: "tag", values: tags } });
    return results.violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`);
  }, AXE_TAGS);
}

describe("the map", () => {
  test("moves where there is WebGL, under the policy of the page", async () => {
    const { context, page, heard } = await openPage(browsers.live, "/map");
    await page.locator("#live-map[data-ready]").waitFor({ state: "attached", timeout: READY_MILLISECONDS });
    assert.ok(Number(await page.locator("#live-map").getAttribute("data-places")) > 0);
    assert.equal(await page.locator("#drawn-map").isVisible(), false);
    const centre = () => page.evaluate(() => document.getElementById("live-map").map.getCenter().toArray());
    const before = await centre();
    await page.locator(".map-canvas canvas").focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction((lng) => document.getElementById("live-map").map.getCenter().lng > lng, before[0]);
    const shown = async () => Number(await page.locator("#live-map").getAttribute("data-places"));
    const all = await shown();
    await page.locator(".map-time input").focus();
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.locator(".map-time output").innerText(), "1917");
    assert.ok((await shown()) < all, "a year has fewer places");
    assert.deepEqual(heard.problems, []);
    assertOwnOrigin(heard);
    await context.close();
  });

  test("is drawn by the server where there is no WebGL", async () => {
    const { context, page, heard } = await openPage(browsers.drawn, "/map");
    assert.ok(await page.locator("#drawn-map svg .map-dot").first().isVisible());
    assert.equal(await page.locator("#live-map").isVisible(), false);
    const ofLibrary = heard.asked.filter((url) => url.includes("maplibre-gl.mjs"));
    assert.deepEqual(ofLibrary, [], "the library is not loaded in vain");
    assert.deepEqual(heard.problems, []);
    await context.close();
  });

  test("without JavaScript years and kinds are links, and the table leads to the entries", async () => {
    const { context, page } = await openPage(browsers.drawn, "/map", { javaScriptEnabled: false });
    await page.locator('section[aria-labelledby="layers"] a', { hasText: "Birth" }).click();
    assert.match(page.url(), /kind=birth/);
    const link = page.locator("table.counts td.figure a").first();
    const n_records = await link.innerText();
    await link.click();
    assert.match(page.url(), /\/search\?.*place_id=/);
    assert.ok(n_records.length > 0);
    await context.close();
  });

  for (const [size, width] of Object.entries({ wide: 1280, narrow: 360 })) {
    for (const colorScheme of ["light", "dark"]) {
      test(`${size}, ${colorScheme}: map and places fit and are accessible`, async () => {
        const options = { viewport: { width, height: 800 }, colorScheme, bypassCSP: true };
        for (const address of ["/map", "/map?kind=birth&year=1937", "/places", "/places/moscow", "/places/russia"]) {
          const { context, page, response } = await openPage(browsers.drawn, address, options);
          assert.equal(response.status(), 200, address);
          const n_bytes = (await response.body()).length;
          assert.ok(n_bytes <= 60 * 1024, `${address}: ${n_bytes} bytes`);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          assert.ok(overflow <= 0, `${address}: ${overflow} px too wide`);
          assert.deepEqual(await axe(page), [], address);
          await context.close();
        }
        const { context, page } = await openPage(browsers.live, "/map", options);
        await page.locator("#live-map[data-ready]").waitFor({ state: "attached", timeout: READY_MILLISECONDS });
        assert.deepEqual(await axe(page), [], "the map that moves");
        await context.close();
      });
    }
  }
});
