"""Checks every kind of answer of a running reconciliation service against the JSON schemas of its community group.

Usage: reconciliation.py FOLDER_OF_SCHEMAS [http://127.0.0.1:8437]
The folder holds manifest.json, reconciliation-result-batch.json and so on, of version 0.2; the queries that
lie beside it as ../examples/*/valid are asked as they stand. Needs the Python package jsonschema.
"""

import json
import pathlib
import sys
import urllib.error
import urllib.parse
import urllib.request

import jsonschema
import referencing

schemas = pathlib.Path(sys.argv[1])
site = sys.argv[2] if len(sys.argv) > 2 else "http://127.0.0.1:8437"
service = site + "/api/reconcile"
registry = referencing.Registry()
for path in schemas.glob("*.json"):
    schema = json.loads(path.read_text())
    resource = referencing.Resource(schema, referencing.jsonschema.DRAFT7)
    registry = registry.with_resources([(path.name, resource), (schema.get("$id", path.name), resource)])
n_checked = n_failed = 0


def ask(address, form=None):
    data = urllib.parse.urlencode(form).encode() if form else None
    try:
        with urllib.request.urlopen(urllib.request.Request(address, data)) as response:
            assert response.headers["access-control-allow-origin"] == "*", address
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def check(name, schema, answer):
    global n_checked, n_failed
    n_checked += 1
    document = json.loads((schemas / f"{schema}.json").read_text())
    validator = jsonschema.Draft7Validator(document, registry=registry)
    for error in validator.iter_errors(answer):
        n_failed += 1
        print("FAILED", name, error.message[:300])


def answered(address, form=None):
    status, text = ask(address, form)
    assert status == 200, (status, address, text[:300])
    return json.loads(text)


manifest = answered(service)
check("manifest", "manifest", manifest)
words = ["Иванов", "Ivanov Ivan", "петр", "а", "", "Zzzz", "1893", "\"<>&'"]
for word in words:
    for kind, schema in [("entity", "entities"), ("property", "properties"), ("type", "types")]:
        found = answered(f"{service}/suggest/{kind}?prefix={urllib.parse.quote(word)}")
        check(f"suggest {kind} {word}", f"suggest-{schema}-response", found)
batch = {f"q{n}": {"query": word, "limit": 3} for n, word in enumerate(words)}
for form in ({"queries": json.dumps(batch)},):
    results = answered(service, form)
    check("results", "reconciliation-result-batch", results)
    assert list(results) == list(batch), "the keys are those of the batch"
    by_address = answered(service + "?" + urllib.parse.urlencode(form))
    assert by_address == results, "GET and POST answer alike"
ids = [found["id"] for result in results.values() for found in result["result"]][:10] + ["nobody"]
proposed = answered(service + "/properties?type=Person")
check("proposal", "data-extension-property-proposal", proposed)
extend = {"ids": ids, "properties": [{"id": found["id"]} for found in proposed["properties"]]}
check("our query", "data-extension-query", extend)
rows = answered(service, {"extend": json.dumps(extend)})
check("rows", "data-extension-response", rows)
assert set(rows["rows"]) == set(ids)
for found in ids[:5]:
    status, html = ask(manifest["preview"]["url"].replace("{{id}}", urllib.parse.quote(found)))
    assert (status == 200) == (found != "nobody") and ("<html" in html or status == 404)
for path in sorted(schemas.parent.glob("examples/reconciliation-query-batch/valid/*.json")):
    status, text = ask(service, {"queries": path.read_text()})
    assert status in (200, 400), (status, path)
    if status == 200:
        check(path.name, "reconciliation-result-batch", json.loads(text))
for path in sorted(schemas.parent.glob("examples/reconciliation-query-batch/invalid/*.json")):
    status, _ = ask(service, {"queries": path.read_text()})
    assert status == 400, (status, path)
for path in sorted(schemas.parent.glob("examples/data-extension-query/*/*.json")):
    status, text = ask(service, {"extend": path.read_text()})
    assert status in (200, 400), (status, path)
print(f"{n_checked} answers checked, {n_failed} failed")
sys.exit(n_failed > 0)
