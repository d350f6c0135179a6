# Places and the map.
places-title = Places
places-lead = { $n ->
    [one] One place is named by the entries of this archive
   *[other] { $n } places are named by the entries of this archive
}
places-note = Counted are entries that are shown and name the place, or a place in it, in whatever spelling and under whatever name. Units stand where they belong today; on the page of a place is what it was part of when. Towns stand on the pages of their units.
places-drawing = Where the place lies
places-at-seat = A unit is drawn at its seat; its borders are not known to this program.
places-names = Other names
places-names-note = Years are those in which a name was official. Lists use names long before and after.
places-then = What it was part of
places-then-note = For some years, in outline: units changed their territory often, and what is said holds for the land about the present seat.
places-people = { $n ->
    [0] No entries
    [one] One entry
   *[other] { $n } entries
}
places-before = Entries before these
places-after = Further entries
places-their-map = Their stations on the map
places-not-covered = Not here are entries whose words for the place could not be read, and those that name only a village this program does not know and no larger unit. People who may be living are in no list and no count.
places-parts = Places in it
places-more = { $n ->
    [one] and one more
   *[other] and { $n } more
}
places-near = Near by
places-km = { $n } km
places-ground = Where this is known from
places-position = Position (degrees north, east)
places-source = Source of the position
places-certainty = Certainty

place-kind-country = State
place-kind-republic = Republic or autonomous unit
place-kind-krai = Krai
place-kind-oblast = Oblast
place-kind-governorate = Governorate or oblast of the empire
place-kind-okrug = Okrug
place-kind-county = County
place-kind-region = Region
place-kind-settlement = Town or village
place-kind-camp = Camp, at the seat of its administration
place-kind-burial_site = Place of execution or burial

place-certainty-high = taken from a data set of coordinates
place-certainty-medium = set down from general knowledge; right within some kilometres
place-certainty-low = in outline only

station-birth = Birth
station-residence = Residence
station-arrest = Arrest
station-exile = Exile or deportation
station-camp = Camp or prison
station-execution = Execution
station-death = Death
station-burial = Burial

precision-itself = the place itself
precision-district = its district
precision-within = somewhere in it

life-map-title = On the map
life-map-drawing = Map of the stations listed below

map-title = Map
map-lead = Where people were born, lived, were arrested, were sent, died and lie buried, as far as the entries of this archive say it.
map-lead-search = The places of the entries that a search finds.
map-as-list = These entries as a list
map-mistakes = The search has a mistake, so nothing is counted here; the list says which.
map-placed = Of { $records } entries, { $placed } name a place that is known.
map-drawing = Map with a circle for each place; the table below says the same
map-interactive = Map that can be moved; the table below says the same
map-outlines-note = Outlines and borders are those of today (Natural Earth): outlines of that time are not available as open data.
map-dots-note = The area of a circle goes by the number of entries; the places with most are drawn. An entry counts at each of its stations. Lines lead from home into exile or camp.
map-kinds = What happened there
map-kinds-all = All
map-years = Year
map-years-all = All years
map-years-note = A station without a year, or of a year before 1917 or after 1956, is counted with all years only; a year of residence is that of the first measure.
map-year = Year
map-layers = Shown
map-ways = Ways into exile and camp
map-camps = Camps with their prisoners
map-camps-note = Head-counts from the table of camps that this archive was given, at one day of the year; where the table says nought, the number is not known.
map-camp = Camp
map-prisoners = Prisoners
map-place = Place
map-records = Stations
map-table = { $n ->
    [0] No places
    [one] One place
   *[other] { $n } places
}
map-table-note = { $sum } stations in all; the places with most are listed.
map-empty = No entry names a place that is known.
map-licence = Licence of the map library MapLibre GL

filter-place_id = Place on the map
filter-place_kind = What happened there
