// The pages in a real browser: every page in every language, in two of them wide and narrow, light and dark;
// without JavaScript, by keyboard and on paper. Run by `cargo xtask test`.
// With SYNODIK_SCREENSHOTS=FOLDER every page is also kept as a picture.

import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pagesOf } from "./pages.mjs";
import { openSite } from "./site.mjs";

const AXE_SOURCE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const SCREENSHOTS = process.env.SYNODIK_SCREENSHOTS;
const LANGUAGES = { en: "en-GB", ru: "ru-RU", uk: "uk-UA", et: "et-EE" };
/** Languages whose pages differ from others in words alone: one look at each page will do. */
const LOOKED_AT_ONCE = ["uk", "et"];
const SIZES = { wide: { width: 1280, height: 900 }, narrow: { width: 360, height: 740 } };
const SCHEMES = ["light", "dark"];
/** The most bytes of the home page with its style sheet, before compression. */
const HOME_BYTES = 40 * 1024;
/** The most bytes of the page of a family of twenty or fewer, before compression. */
const FAMILY_BYTES = 60 * 1024;

let site;
let pages;

before(async () => {
  site = await openSite();
  pages = await pagesOf(site);
  if (SCREENSHOTS) await mkdir(SCREENSHOTS, { recursive: true });
});

after(() => site?.close());

/** Opens a context whose every request is noted. */
async function openContext(options) {
  const context = await site.browser.newContext({ baseURL: site.origin, ...options });
  context.asked = [];
  context.on("request", (request) => context.asked.push(request.url()));
  return context;
}

function assertOwnOrigin(context) {
  const foreign = context.asked.filter((url) => new URL(url).origin !== site.origin);
  assert.deepEqual(foreign, [], "a request left the server");
}

function expectedStatus(name) {
  return { missing: 404, "results-mistake": 400, "codex-mistake": 400 }[name] ?? 200;
}

describe("every page", () => {
  for (const [language, locale] of Object.entries(LANGUAGES)) {
    for (const [size, viewport] of Object.entries(SIZES)) {
      for (const colorScheme of SCHEMES) {
        if (LOOKED_AT_ONCE.includes(language) && (size !== "narrow" || colorScheme !== "light")) continue;
        test(`${language}, ${size}, ${colorScheme}: fits and is accessible`, async () => {
          // axe is a script, which the site's own policy would not run.
          const context = await openContext({ locale, viewport, colorScheme, bypassCSP: true });
          const page = await context.newPage();
          for (const [name, address] of Object.entries(pages)) {
            const where = `${name} (${language}, ${size}, ${colorScheme})`;
            const response = await page.goto(address);
            assert.equal(response.status(), expectedStatus(name), where);
            await checkPage(page, language, where);
            if (SCREENSHOTS) {
              const path = join(SCREENSHOTS, `${name}-${language}-${size}-${colorScheme}.png`);
              await page.screenshot({ path, fullPage: true });
            }
          }
          assertOwnOrigin(context);
          assert.deepEqual(await context.cookies(), [], "looking at pages sets no cookie");
          await context.close();
        });
      }
    }
  }
});

async function checkPage(page, language, where) {
  const seen = await page.evaluate(() => ({
    language: document.documentElement.lang,
    n_headings: document.querySelectorAll("h1").length,
    title: document.title,
    // Data that programs read is no script; the one script there is comes from the site.
    n_scripts: [...document.scripts].filter(
      (script) => script.type !== "application/ld+json" && !script.src.startsWith(location.origin),
    ).length,
    overflow: document.documentElement.scrollWidth - window.innerWidth,
  }));
  assert.equal(seen.language, language, where);
  assert.equal(seen.n_headings, 1, `${where}: one main heading`);
  assert.notEqual(seen.title, "", where);
  assert.equal(seen.n_scripts, 0, `${where}: no script but from the site`);
  assert.ok(seen.overflow <= 0, `${where}: ${seen.overflow} px too wide`);
  await page.evaluate(AXE_SOURCE);
  const violations = await page.evaluate(async (tags) => {
    const results = await window.axe.run(document, { runOnly: { type: "tag", values: tags } });
    return results.violations.map((violation) => ({
      rule: violation.id,
      help: violation.help,
      nodes: violation.nodes.slice(0, 3).map((node) => `${node.html} ${node.failureSummary}`),
    }));
  }, AXE_TAGS);
  assert.deepEqual(violations, [], where);
}

describe("without JavaScript", () => {
  const options = { javaScriptEnabled: false, locale: "en-GB", viewport: SIZES.narrow };

  test("a name is found from the home page, and its record read", async () => {
    const context = await openContext(options);
    const page = await context.newPage();
    await page.goto("/");
    await page.getByRole("searchbox").fill("Бухарин");
    await page.getByRole("searchbox").press("Enter");
    const first = page.locator(".hit-list h3 a").first();
    assert.match(await first.innerText(), /Бухарин/);
    await first.click();
    assert.match(page.url(), /\/record\//);
    assert.match(await page.locator("h1").innerText(), /Бухарин/);
    assert.match(await page.locator("pre.verbatim").innerText(), /Бухарин/);
    await page.locator("section.sources a").first().click();
    assert.match(page.url(), /\/sources\//);
    assertOwnOrigin(context);
    await context.close();
  });

  test("typed in Latin letters or with an error, the same record comes first", async () => {
    const context = await openContext(options);
    const page = await context.newPage();
    const first = page.locator(".hit-list li").first();
    const found = {};
    for (const name of ["results-cyrillic", "results-latin", "results-misspelled"]) {
      await page.goto(pages[name]);
      found[name] = await first.locator("h3 a").getAttribute("href");
      // Every hit says how near it is; behind a colon stands what differs.
      const hasReason = (await first.locator(".why").innerText()).includes(":");
      assert.equal(hasReason, name === "results-misspelled", `${name}: says why it was found`);
    }
    assert.equal(found["results-latin"], found["results-cyrillic"]);
    assert.equal(found["results-misspelled"], found["results-cyrillic"]);
    await page.goto(pages["results-none"]);
    assert.equal(await page.locator(".hit-list").count(), 0);
    assert.ok(await page.locator("section.empty").isVisible());
    await context.close();
  });

  test("a facet narrows the results and is taken away again", async () => {
    const context = await openContext(options);
    const page = await context.newPage();
    await page.goto(pages["results-many"]);
    const chips = page.locator(".chosen li");
    const n_chips = await chips.count();
    const count = await page.locator(".count").innerText();
    await page.locator(".narrow a:not([aria-current])").first().click();
    assert.equal(await chips.count(), n_chips + 1);
    await page.locator(`.chosen a[href="${pages["results-many"]}"]`).click();
    assert.equal(await chips.count(), n_chips);
    assert.equal(await page.locator(".count").innerText(), count);
    await context.close();
  });

  test("a family shows its tree, its time and what is not known", async () => {
    const context = await openContext(options);
    const page = await context.newPage();
    await page.goto(pages["record-of-family"]);
    await page.locator("section.relatives a[href^='/families/']").click();
    assert.equal(new URL(page.url()).pathname, pages.family);
    const boxes = page.locator("svg.tree a[href^='#m']");
    assert.ok((await boxes.count()) >= 2, "more than one has a box");
    assert.ok(await page.locator("svg.lives").first().isVisible());
    assert.ok((await page.locator("table.happenings tbody tr").count()) >= 1);
    assert.ok((await page.locator("#unknown ~ ul li").count()) >= 1);
    assert.equal(await page.locator("#members ~ ol > li").count(), await boxes.count());
    const target = await boxes.first().getAttribute("href");
    await boxes.first().focus();
    await page.keyboard.press("Enter");
    assert.equal(new URL(page.url()).hash, target, "a name leads to its line in the list");
    assertOwnOrigin(context);
    await context.close();
  });

  test("a placeholder tells nothing and is not for search machines", async () => {
    const context = await openContext(options);
    const page = await context.newPage();
    const response = await page.goto(pages.withheld);
    assert.equal(response.headers()["x-robots-tag"], "noindex");
    assert.equal(await page.locator("pre.verbatim, table.fields, ol.life").count(), 0);
    await context.close();
  });
});

describe("language", () => {
  test("the browser's wish is heard", async () => {
    for (const [locale, language] of [...Object.entries(LANGUAGES).map(([language, locale]) => [locale, language]), ["fr-FR", "en"]]) {
      const context = await openContext({ locale });
      const page = await context.newPage();
      await page.goto("/");
      assert.equal(await page.locator("html").getAttribute("lang"), language, locale);
      await context.close();
    }
  });

  test("the switch stays, returns to the page, and sets the only cookie", async () => {
    const context = await openContext({ javaScriptEnabled: false, locale: "en-GB" });
    const page = await context.newPage();
    await page.goto(pages["results-cyrillic"]);
    await page.locator("nav.languages a[hreflang=ru]").click();
    assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, pages["results-cyrillic"]);
    for (const name of ["home", "record", "about", "missing"]) {
      await page.goto(pages[name]);
      assert.equal(await page.locator("html").getAttribute("lang"), "ru", name);
    }
    const cookies = await context.cookies();
    assert.deepEqual(cookies.map(({ name, value }) => [name, value]), [["lang", "ru"]]);
    assertOwnOrigin(context);
    for (const language of ["uk", "et", "en"]) {
      await page.locator(`nav.languages a[hreflang=${language}]`).click();
      assert.equal(await page.locator("html").getAttribute("lang"), language);
      assert.equal(await page.locator("nav.languages a").count(), Object.keys(LANGUAGES).length - 1);
    }
    await context.close();
  });

  test("a name stands beside the one written, in the letters of the reader", async () => {
    const spelled = { en: /Bukharin/, et: /Buhharin/, ru: null, uk: null };
    for (const [language, expected] of Object.entries(spelled)) {
      const context = await openContext({ locale: LANGUAGES[language] });
      const page = await context.newPage();
      await page.goto(pages.record);
      assert.equal(await page.locator("h1 bdi[lang=ru]").count(), 1, language);
      const beside = await page.locator("p.spelled bdi[lang=ru-Latn]").allTextContents();
      assert.equal(beside.length, expected ? 1 : 0, language);
      if (expected) assert.match(beside[0], expected);
      await context.close();
    }
  });

  test("words of the codex are marked where they are not in the reader's language", async () => {
    for (const [language, locale] of Object.entries(LANGUAGES)) {
      const context = await openContext({ locale });
      const page = await context.newPage();
      await page.goto(pages.instrument);
      const marked = await page.locator("h1 span[lang=en]").count();
      assert.equal(marked, LOOKED_AT_ONCE.includes(language) ? 1 : 0, language);
      await context.close();
    }
  });
});

describe("keyboard", () => {
  /** Presses Tab until an element has the focus; fails after `most` presses. */
  async function tabTo(page, selector, most) {
    for (let n_pressed = 1; n_pressed <= most; n_pressed += 1) {
      await page.keyboard.press("Tab");
      const is_there = await page.evaluate((wanted) => document.activeElement.matches(wanted), selector);
      if (is_there) return n_pressed;
    }
    assert.fail(`${selector} is not reached within ${most} presses of Tab`);
  }

  test("the first Tab reaches the way past the navigation", async () => {
    const context = await openContext({ viewport: SIZES.wide });
    const page = await context.newPage();
    await page.goto("/");
    assert.equal(await tabTo(page, "a.skip", 1), 1);
    assert.ok(await page.locator("a.skip").isVisible());
    await page.keyboard.press("Enter");
    assert.equal(await tabTo(page, "#q", 1), 1);
    await page.keyboard.type("Бухарин");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/search/);
    await tabTo(page, ".hit-list h3 a", 40);
    const outline = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement);
      return style.outlineStyle !== "none" || style.boxShadow !== "none";
    });
    assert.ok(outline, "the focus can be seen");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/record\//);
    await context.close();
  });
});

describe("paper and bytes", () => {
  test("a record prints without navigation", async () => {
    const context = await openContext({ viewport: SIZES.wide });
    const page = await context.newPage();
    await page.goto(pages.record);
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.locator("h1").isVisible());
    assert.ok(await page.locator("pre.verbatim").isVisible());
    assert.equal(await page.locator("header.site nav").first().isVisible(), false);
    const pdf = await page.pdf({ format: "A4" });
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    await context.close();
  });

  test("a family prints with its tree, and is at most 60 KB", async () => {
    const context = await openContext({ viewport: SIZES.wide });
    const page = await context.newPage();
    const response = await page.goto(pages.family);
    assert.ok((await response.body()).length <= FAMILY_BYTES);
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.locator("svg.tree").isVisible());
    assert.equal(await page.locator("header.site nav").first().isVisible(), false);
    const pdf = await page.pdf({ format: "A4" });
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    await context.close();
  });

  test("the home page is small", async () => {
    const html = await (await fetch(site.origin + "/")).text();
    const style = html.match(/<link rel="stylesheet" href="([^"]+)"/)[1];
    const css = await (await fetch(new URL(style, site.origin))).text();
    const n_bytes = Buffer.byteLength(html) + Buffer.byteLength(css);
    assert.ok(n_bytes <= HOME_BYTES, `${n_bytes} bytes`);
  });

  test("nothing may be loaded from elsewhere, and no visit is noted", async () => {
    const response = await fetch(site.origin + pages["results-cyrillic"]);
    const policy = response.headers.get("content-security-policy");
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /script-src 'self'/);
    assert.doesNotMatch(policy, /unsafe|\*/);
    assert.equal(response.headers.get("set-cookie"), null);
    assert.match(site.said(), /^Serving on \S+ \(end with Ctrl-C\)\n$/);
  });
});
