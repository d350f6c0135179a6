// One page of every kind, with its address in the demo archive.

import assert from "node:assert/strict";
import { FAMILY_SOURCE } from "./site.mjs";

/** Returns the address of a page of every kind, by name. */
export async function pagesOf(site) {
  const shown = site.records.find((record) => !record.is_withheld && record.surname === "Бухарин");
  const withheld = site.records.find((record) => record.is_withheld);
  assert.ok(shown && withheld, "the demo archive has a record of Bukharin and a placeholder");
  const head = site.records.find((record) => record.source_id === FAMILY_SOURCE);
  const ofFamily = await (await fetch(`${site.origin}/record/${head.record_id}`)).text();
  const family = ofFamily.match(/href="(\/families\/[^"]+)"/)?.[1];
  assert.ok(family, "the record of the head leads to the family");
  return {
    home: "/",
    "results-cyrillic": "/search?q=" + encodeURIComponent("Бухарин"),
    "results-latin": "/search?q=bukharin",
    "results-misspelled": "/search?q=" + encodeURIComponent("Бухорин"),
    "results-many": "/search?event=execution",
    "results-none": "/search?q=" + encodeURIComponent("Щщщъъъ"),
    "results-mistake": "/search?q=x&birth_from=year",
    record: `/record/${shown.record_id}`,
    withheld: `/record/${withheld.record_id}`,
    person: `/persons/${site.persons[0].person_id}`,
    compare: `/compare/${site.links[0].record_a}/${site.links[0].record_b}`,
    "record-of-family": `/record/${head.record_id}`,
    family,
    sources: "/sources",
    source: `/sources/${shown.source_id}`,
    about: "/about",
    codex: "/codex",
    "codex-day": "/codex?at=1938-12-01&relation=wife&since=1937-09-01",
    "codex-mistake": "/codex?at=1937-02-30",
    instrument: "/codex/instruments/nkvd-00486",
    campaign: "/codex/campaigns/op-wives",
    institutions: "/codex/institutions",
    institution: "/codex/institutions/nkvd-ussr",
    limits: "/codex/limits",
    increases: "/codex/limits/increases",
    months: "/codex/limits/months",
    executions: "/codex/executions",
    estimates: "/estimates",
    mse: "/estimates/mse",
    "results-by-year": "/search?q=Moscow&view=time",
    "results-filtered-none": "/search?q=zzzz+Moscow&event_from=1950",
    statistics: "/statistics",
    "statistics-table": "/statistics/event",
    "statistics-months": "/statistics/months?event=execution",
    uncertainty: "/statistics/uncertainty",
    families: "/statistics/families",
    glossary: "/glossary",
    places: "/places",
    place: "/places/moscow",
    "place-large": "/places/russia?kind=birth",
    archives: "/archives",
    missing: "/nothing-here",
  };
}
