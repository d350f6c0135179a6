// What a reader does: search with suggestions, without words in the address, by year; follow a figure
// to its records; take a result along; read a life on paper. And: is every page valid HTML, at most
// 60 KB, and loaded without one violation of its policy?
// With SYNODIK_SCREENSHOTS=FOLDER what is printed is kept there.

import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { HtmlValidate } from "html-validate";
import { pagesOf } from "./pages.mjs";
import { openSite } from "./site.mjs";

const ARTEFACTS = process.env.SYNODIK_SCREENSHOTS;
/** The most bytes of a page, before compression. */
const PAGE_BYTES = 60 * 1024;
/** The most bytes of scripts where no map is shown. */
const SCRIPT_BYTES = 30 * 1024;
const LANGUAGES = { en: "en-GB", ru: "ru-RU", uk: "uk-UA", et: "et-EE" };

const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: {
    // Matters of taste, not of the standard.
    "no-trailing-whitespace": "off",
    // `tabindex` on a region that scrolls is asked for by axe.
    "no-redundant-role": "off",
  },
});

let site;
let pages;

before(async () => {
  site = await openSite();
  pages = await pagesOf(site);
  if (ARTEFACTS) await mkdir(ARTEFACTS, { recursive: true });
});

after(() => site?.close());

async function ask(address, language = "en", options = {}) {
  const headers = { "accept-language": language, ...options.headers };
  return fetch(site.origin + address, { ...options, headers });
}

describe("every page", () => {
  test("would be found out if it were not valid", async () => {
    const report = await validator.validateString("<!doctype html><html lang=\"en\"><p><div></p></html>");
    assert.ok(!report.valid);
  });

  for (const language of Object.keys(LANGUAGES)) {
    test(`${language}: is valid HTML and at most ${PAGE_BYTES} bytes`, async () => {
      for (const [name, address] of Object.entries(pages)) {
        const html = await (await ask(address, language)).text();
        const n_bytes = Buffer.byteLength(html);
        assert.ok(n_bytes <= PAGE_BYTES, `${name}: ${n_bytes} bytes`);
        const report = await validator.validateString(html);
        const found = report.results.flatMap((result) =>
          result.messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
        );
        assert.deepEqual(found, [], `${name} (${language})`);
      }
    });
  }

  test("breaks no policy and logs no error", async () => {
    const context = await site.browser.newContext({ baseURL: site.origin, locale: "en-GB" });
    const page = await context.newPage();
    const said = [];
    page.on("console", (message) => {
      // A page that answers 404 or 400 is an error to the browser.
      const is_status = message.text().includes("the server responded with a status of 4");
      if (message.type() === "error" && !is_status) said.push(`${page.url()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => said.push(`${page.url()}: ${error}`));
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    for (const address of Object.values(pages)) await page.goto(address);
    assert.deepEqual(said, []);
    await context.close();
  });
});

describe("suggestions", () => {
  test("names are completed and chosen by keyboard", async () => {
    const context = await site.browser.newContext({ baseURL: site.origin, locale: "en-GB" });
    const page = await context.newPage();
    await page.goto("/");
    const box = page.getByRole("combobox", { name: "Name, place or year" });
    assert.equal(await box.getAttribute("aria-expanded"), "false");
    await box.pressSequentially("Бухар", { delay: 20 });
    const option = page.getByRole("option").first();
    await option.waitFor();
    assert.match(await option.innerText(), /Бухарин/);
    assert.equal(await box.getAttribute("aria-expanded"), "true");
    await box.press("ArrowDown");
    assert.equal(await box.getAttribute("aria-activedescendant"), await option.getAttribute("id"));
    assert.equal(await option.getAttribute("aria-selected"), "true");
    await box.press("Escape");
    assert.equal(await box.getAttribute("aria-expanded"), "false");
    assert.equal(await box.inputValue(), "Бухар", "what was typed stays");
    await box.pressSequentially("и", { delay: 20 });
    await page.getByRole("option").first().waitFor();
    await box.press("ArrowDown");
    await box.press("Enter");
    await page.waitForURL(/\/search\?q=/);
    assert.match(await page.locator(".hit-list h3 a").first().innerText(), /Бухарин/);
    await context.close();
  });

  test("nobody who may be living is suggested, and the script is small", async () => {
    const html = await (await ask("/")).text();
    const script = html.match(/<script src="([^"]+)"/)[1];
    const text = await (await ask(script)).text();
    assert.ok(Buffer.byteLength(text) <= SCRIPT_BYTES);
    const withheld = new Set(site.records.filter((record) => record.is_withheld).map((record) => record.record_id));
    assert.ok(withheld.size > 0);
    const shown = new Set(
      site.records.filter((record) => !record.is_withheld).map((record) => `${record.name ?? ""} ${record.surname ?? ""} ${record.given ?? ""} ${record.patronymic ?? ""}`),
    );
    const letters = [..."абвгдежзийклмнопрстуфхцчшщэюя"];
    for (const first of letters) {
      for (const second of ["а", "е", "и", "о", "у"]) {
        const found = await (await ask(`/suggest?q=${encodeURIComponent(first + second)}`)).json();
        for (const { words } of found) {
          const is_shown = [...shown].some((names) => words.split(" ").some((word) => names.includes(word)));
          const is_place = !words.includes(" ");
          assert.ok(is_shown || is_place, `${words} is nobody who is shown`);
        }
      }
    }
  });
});

describe("a search without words in the address", () => {
  test("leads on by post, page after page, without JavaScript", async () => {
    const context = await site.browser.newContext({ baseURL: site.origin, locale: "en-GB", javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto("/");
    await page.locator("#q").fill("Бухарин");
    await page.locator("button[formmethod=post]").click();
    assert.equal(page.url(), site.origin + "/search");
    assert.doesNotMatch(await page.title(), /Бухарин/);
    assert.match(await page.locator(".hit-list h3 a").first().innerText(), /Бухарин/);
    const addresses = await page.locator("a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    assert.ok(!addresses.some((address) => decodeURIComponent(address).includes("Бухарин")));
    await page.locator(".narrow button").first().click();
    assert.equal(page.url(), site.origin + "/search");
    assert.equal(await page.locator(".chosen li").count(), 1);
    await page.locator(".chosen button").first().click();
    assert.equal(await page.locator(".chosen li").count(), 0);
    await page.locator(".views button").first().click();
    assert.ok(await page.locator("svg.months").isVisible());
    assert.equal(page.url(), site.origin + "/search");
    await context.close();
  });
});

describe("numbers", () => {
  test("every figure opens the list it counts", async () => {
    const digits = (text) => Number(text.replace(/\D/g, ""));
    for (const address of [pages.statistics, "/statistics?event=execution", pages["statistics-months"]]) {
      const html = await (await ask(address)).text();
      const cells = [
        ...html.matchAll(/<th scope="row"><a href="([^"]+)"[^>]*>[^<]*<\/a><\/th><td>([\d,]+)<\/td>/g),
        ...html.matchAll(/<td><a href="([^"]+)"[^>]*>([\d,]+)<\/a><\/td>/g),
      ];
      assert.ok(cells.length > 5, `${address} has figures`);
      for (const [, href, figure] of cells) {
        const list = await (await ask(href.replaceAll("&#38;", "&"))).text();
        const count = list.match(/<p class="count">([\d,]+) record/)?.[1] ?? "0";
        assert.equal(digits(count), digits(figure), `${address}: ${href}`);
      }
    }
  });

  test("a result is taken along in three formats", async () => {
    for (const [format, kind, start] of [
      ["csv", /text\/csv/, "record_id,name"],
      ["json", /application\/json/, "{"],
      ["gedcom", /gedcom/, "0 HEAD\n1 GEDC"],
    ]) {
      const response = await ask(`/search/export?event=execution&format=${format}`);
      assert.equal(response.status, 200);
      assert.match(response.headers.get("content-type"), kind);
      const text = await response.text();
      assert.ok(text.startsWith(start), text.slice(0, 80));
      for (const record of site.records.filter((row) => row.is_withheld)) {
        assert.ok(!text.includes(record.record_id), "a placeholder is in no file");
      }
    }
  });
});

describe("a life", () => {
  test("stands in order, as drawing and as words, and for programs", async () => {
    const context = await site.browser.newContext({ baseURL: site.origin, locale: "en-GB" });
    const page = await context.newPage();
    await page.goto(pages.person);
    assert.ok(await page.locator("svg.life-line").isVisible());
    const n_moments = await page.locator("ol.life > li").count();
    assert.ok(n_moments >= 2);
    assert.ok((await page.locator("svg.life-line circle").count()) <= n_moments);
    assert.ok((await page.locator("pre.verbatim").count()) >= 2, "both entries, word for word");
    const data = JSON.parse(await page.locator("script[type='application/ld+json']").textContent());
    assert.equal(data["@type"], "Person");
    assert.equal(data["@id"], new URL(page.url()).pathname);
    await context.close();
  });

  test("fits on paper", async () => {
    const context = await site.browser.newContext({ baseURL: site.origin, locale: "ru-RU" });
    const page = await context.newPage();
    for (const name of ["person", "record"]) {
      await page.goto(pages[name]);
      await page.emulateMedia({ media: "print" });
      assert.ok(await page.locator("h1").isVisible());
      assert.ok(await page.locator("ol.life").isVisible());
      assert.equal(await page.locator("header.site nav").first().isVisible(), false);
      const pdf = await page.pdf({ format: "A4" });
      assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
      if (ARTEFACTS) await writeFile(join(ARTEFACTS, `${name}.pdf`), pdf);
    }
    await context.close();
  });
});

describe("keyboard", () => {
  test("search, a result and its life are reached with Tab and Enter alone", async () => {
    const context = await site.browser.newContext({ baseURL: site.origin, locale: "en-GB", viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    const tabTo = async (selector, most) => {
      for (let n_pressed = 0; n_pressed < most; n_pressed += 1) {
        await page.keyboard.press("Tab");
        if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
      }
      assert.fail(`${selector} is not reached on ${page.url()}`);
    };
    await page.goto("/");
    await tabTo("#q", 12);
    await page.keyboard.type("Бухарин");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/search/);
    await tabTo(".views a", 30);
    await page.keyboard.press("Enter");
    await page.waitForURL(/view=time/);
    await tabTo("table a", 40);
    await page.keyboard.press("Enter");
    await page.waitForURL(/event_from=/);
    await tabTo(".hit-list h3 a", 60);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/record\//);
    await context.close();
  });
});
