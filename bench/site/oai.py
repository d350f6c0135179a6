"""Asks an OAI-PMH 2.0 service what its protocol promises, and tells what it does not keep.

usage: python3 bench/site/oai.py http://127.0.0.1:8437/oai
Walks through all identifiers by resumption tokens. Ends with 1 when a check failed.
"""

import re
import sys
import urllib.parse
import urllib.request
import xml.etree.ElementTree as ET

NS = {"o": "http://www.openarchives.org/OAI/2.0/", "dc": "http://purl.org/dc/elements/1.1/"}
DAY = re.compile(r"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$")
base, failed, n_checks = sys.argv[1], [], 0


def check(is_kept, what):
    global n_checks
    n_checks += 1
    if not is_kept:
        failed.append(what)


def ask(query, post=False):
    data = query.encode() if post else None
    url = base if post else f"{base}?{query}"
    with urllib.request.urlopen(urllib.request.Request(url, data)) as answer:
        check(answer.headers["Content-Type"].startswith("text/xml"), f"{query}: media type")
        root = ET.fromstring(answer.read())
    check(root.tag == f"{{{NS['o']}}}OAI-PMH", f"{query}: root element")
    check(bool(re.match(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", root.findtext("o:responseDate", "", NS))), f"{query}: responseDate")
    check(root.find("o:request", NS) is not None, f"{query}: request")
    return root


def error(query):
    return [found.get("code") for found in ask(query).findall("o:error", NS)]


identify = ask("verb=Identify").find("o:Identify", NS)
for name in ["repositoryName", "baseURL", "protocolVersion", "adminEmail", "earliestDatestamp", "deletedRecord", "granularity"]:
    check(bool(identify.findtext(f"o:{name}", "", NS)), f"Identify without {name}")
check(identify.findtext("o:protocolVersion", "", NS) == "2.0", "protocolVersion")
check(bool(DAY.match(identify.findtext("o:earliestDatestamp", "", NS))), "earliestDatestamp")
check(ask("verb=Identify", post=True).find("o:Identify", NS) is not None, "Identify by POST")
formats = [found.text for found in ask("verb=ListMetadataFormats").iter(f"{{{NS['o']}}}metadataPrefix")]
check("oai_dc" in formats, "oai_dc")
sets = ask("verb=ListSets")
check(sets.find("o:ListSets", NS) is not None or [e.get("code") for e in sets.findall("o:error", NS)] == ["noSetHierarchy"], "ListSets")

seen, query = [], "verb=ListIdentifiers&metadataPrefix=oai_dc"
while query:
    root = ask(query)
    for header in root.iter(f"{{{NS['o']}}}header"):
        seen.append(header.findtext("o:identifier", "", NS))
        check(bool(DAY.match(header.findtext("o:datestamp", "", NS))), f"datestamp of {seen[-1]}")
    token = root.findtext(".//o:resumptionToken", "", NS)
    query = f"verb=ListIdentifiers&resumptionToken={urllib.parse.quote(token)}" if token else None
check(len(seen) == len(set(seen)), "an identifier stands twice")
check(bool(seen), "no identifiers")
records = list(ask("verb=ListRecords&metadataPrefix=oai_dc").iter(f"{{{NS['o']}}}record"))
check(bool(records) and all(record.find("o:metadata", NS) is not None for record in records), "ListRecords: metadata")
one = ask(f"verb=GetRecord&metadataPrefix=oai_dc&identifier={urllib.parse.quote(seen[0])}")
check(one.findtext(".//o:identifier", "", NS) == seen[0], "GetRecord: identifier")
check(one.find(".//dc:title", NS) is not None, "GetRecord: dc:title")
for query, code in [
    ("verb=Nothing", "badVerb"),
    ("", "badVerb"),
    ("verb=Identify&verb=Identify", "badVerb"),
    ("verb=Identify&x=1", "badArgument"),
    ("verb=ListRecords", "badArgument"),
    ("verb=ListRecords&metadataPrefix=none", "cannotDisseminateFormat"),
    ("verb=ListRecords&resumptionToken=none", "badResumptionToken"),
    ("verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=none", "badArgument"),
    ("verb=ListRecords&metadataPrefix=oai_dc&from=x", "badArgument"),
    ("verb=ListRecords&metadataPrefix=oai_dc&from=2002-01-02&until=2002-01-01", "badArgument"),
    ("verb=ListRecords&metadataPrefix=oai_dc&from=2002-01-01&until=2002-01-01T00:00:00Z", "badArgument"),
    ("verb=ListRecords&metadataPrefix=oai_dc&until=1900-01-01", "noRecordsMatch"),
    ("verb=GetRecord&metadataPrefix=oai_dc&identifier=none", "idDoesNotExist"),
    ("verb=GetRecord&metadataPrefix=none&identifier=" + urllib.parse.quote(seen[0]), "cannotDisseminateFormat"),
    ("verb=ListMetadataFormats&identifier=none", "idDoesNotExist"),
]:
    check(error(query) == [code], f"{query}: {error(query)} instead of {code}")

print(f"{len(seen)} identifiers, {n_checks} checks, {len(failed)} failed")
for what in failed:
    print(f"failed: {what}")
sys.exit(bool(failed))
