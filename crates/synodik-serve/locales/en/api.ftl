# The API, downloads and what else programs ask for.

api-title = For programs
api-lead = Everything these pages show can also be read by programs: freely, without a key, and without anything being noted of who asks.
api-openapi = Description in OpenAPI 3.1
api-reconcile = Match a list of your own against this archive, as OpenRefine does, with the reconciliation service at
api-oai = Harvest the entries by OAI-PMH 2.0 at
api-download = Download whole tables
api-manners = How it answers
api-paging = Lists come in pages. Each page gives the cursor of the next as “next”; a cursor is good until the archive is built anew.
api-forms = Persons, families and entries also come as JSON-LD (format=jsonld: schema.org and PROV) and as FollowTheMoney (format=ftm).
api-errors = Errors are problem details (RFC 9457). Who asks too often is told by Retry-After when to ask again.
api-living = Who may be living is a placeholder here as on every page. What a person is held to be may change with the next build; what an entry says does not.
api-asked = What can be asked
api-parameters = Parameters

download-title = Downloads
download-lead = Whole tables as the pages show them, compressed (gzip). Who may be living is left out.
download-none = The operator of this archive has made no tables for download. Everything can be read page by page as the page for programs says.
download-day = Made on { $day } from build { $build }.
download-rows = Rows
download-bytes = Bytes
download-sha = SHA-256
download-licences = Licences
download-licence-lead = Each table holds entries of all sources. What may be done with an entry is said by the licence of its source; the column source_id names it.
download-no-licence = no licence stated
download-codex = The codex itself is under CC BY 4.0.

preview-more = { $n ->
    [one] and one more entry
   *[other] and { $n } more entries
}
