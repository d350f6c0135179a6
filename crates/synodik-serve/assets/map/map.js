// The map that moves, where the browser has WebGL. Without it the drawing of the server stays.
// Everything comes from this server: the library, the outlines, the counts.

const holder = document.getElementById("live-map");
const NO_YEAR = 0;

function hasWebGl() {
  try {
    const canvas = document.createElement("canvas");
    return Boolean(canvas.getContext("webgl2") ?? canvas.getContext("webgl"));
  } catch {
    return false;
  }
}

function words() {
  const said = {};
  for (const item of holder.querySelectorAll("template[data-word], data[data-word]")) {
    said[item.dataset.word] = item.value ?? item.textContent;
  }
  return said;
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function style(outlines) {
  return {
    version: 8,
    sources: {
      outlines: { type: "geojson", data: outlines },
      ways: { type: "geojson", data: empty() },
      camps: { type: "geojson", data: empty() },
      places: { type: "geojson", data: empty() },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colour("--paper") } },
      { id: "land", type: "fill", source: "outlines", filter: ["==", ["get", "kind"], "land"],
        paint: { "fill-color": colour("--line"), "fill-opacity": 0.55, "fill-antialias": false } },
      { id: "borders", type: "line", source: "outlines", filter: ["==", ["get", "kind"], "border"],
        paint: { "line-color": colour("--edge"), "line-width": 0.7, "line-opacity": 0.7 } },
      { id: "ways", type: "line", source: "ways",
        paint: { "line-color": colour("--accent"), "line-opacity": 0.45, "line-width": ["get", "width"] } },
      { id: "camps", type: "circle", source: "camps",
        paint: { "circle-radius": ["get", "radius"], "circle-color": "transparent",
          "circle-stroke-color": colour("--ink"), "circle-stroke-width": 1.5 } },
      { id: "places", type: "circle", source: "places",
        paint: { "circle-radius": ["get", "radius"], "circle-color": colour("--accent"),
          "circle-opacity": 0.6, "circle-stroke-color": colour("--ink"), "circle-stroke-width": 0.5 } },
    ],
  };
}

const empty = () => ({ type: "FeatureCollection", features: [] });
const collection = (features) => ({ type: "FeatureCollection", features });
const feature = (geometry, properties) => ({ type: "Feature", geometry, properties });

// Sums over the layers and years chosen.
function features(data, chosen) {
  const isOfYear = (year) => chosen.year === null || year === chosen.year;
  const sums = new Map();
  for (const [kind, place, year, count] of data.stays) {
    if (chosen.kinds.has(data.kinds[kind]) && isOfYear(year)) {
      sums.set(place, (sums.get(place) ?? 0) + count);
    }
  }
  const most = Math.max(1, ...sums.values());
  const places = [...sums].sort((a, b) => b[1] - a[1]).map(([place, count]) => {
    const [id, name, lon, lat] = data.places[place];
    const radius = Math.max(3, 26 * Math.sqrt(count / most));
    return feature({ type: "Point", coordinates: [lon, lat] }, { id, name, count, radius });
  });
  const ways = new Map();
  for (const [from, to, year, count] of chosen.ways ? data.ways : []) {
    if (isOfYear(year) || (chosen.year === null && year === NO_YEAR)) {
      const key = `${from} ${to}`;
      ways.set(key, (ways.get(key) ?? 0) + count);
    }
  }
  const mostWays = Math.max(1, ...ways.values());
  const lines = [...ways].map(([key, count]) => {
    const [from, to] = key.split(" ").map((place) => data.places[place].slice(2));
    const width = Math.max(0.7, 7 * Math.sqrt(count / mostWays));
    return feature({ type: "LineString", coordinates: bent(from, to) }, { count, width });
  });
  const camps = [];
  for (const [place, lon, lat, byYear] of chosen.camps ? data.camps : []) {
    const known = byYear.filter(([year]) => isOfYear(year)).map(([, prisoners]) => prisoners);
    if (known.length > 0) {
      const prisoners = Math.max(...known);
      const [id, name] = data.places[place];
      const radius = Math.max(2, Math.sqrt(prisoners) / 12);
      camps.push(feature({ type: "Point", coordinates: [lon, lat] }, { id, name, prisoners, radius }));
    }
  }
  return { places, lines, camps };
}

function bent([fromX, fromY], [toX, toY]) {
  const [midX, midY] = [(fromX + toX) / 2 - (toY - fromY) * 0.15, (fromY + toY) / 2 + (toX - fromX) * 0.15];
  return Array.from({ length: 17 }, (_, step) => {
    const share = step / 16;
    const at = (from, mid, to) =>
      (1 - share) ** 2 * from + 2 * share * (1 - share) * mid + share ** 2 * to;
    return [at(fromX, midX, toX), at(fromY, midY, toY)];
  });
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// Boxes for the layers and the slider of years.
function controls(data, said, chosen, redraw) {
  const boxes = data.kinds.map((kind) => [kind, said[`kind-${kind}`], chosen.kinds.has(kind)]);
  const box = (label, isOn, set) => {
    const input = element("input", { type: "checkbox", checked: isOn });
    input.addEventListener("change", () => { set(input.checked); redraw(); });
    return element("label", {}, input, ` ${label}`);
  };
  const layers = element("fieldset", { className: "map-layers" }, element("legend", {}, said.layers),
    ...boxes.map(([kind, label, isOn]) =>
      box(label, isOn, (on) => (on ? chosen.kinds.add(kind) : chosen.kinds.delete(kind)))),
    box(said.ways, chosen.ways, (on) => { chosen.ways = on; }));
  if (data.camps.length > 0) {
    layers.append(box(said.camps, chosen.camps, (on) => { chosen.camps = on; }));
  }
  const [first, last] = data.years;
  const shown = element("output", {}, chosen.year === null ? said["all-years"] : String(chosen.year));
  const slider = element("input", { type: "range", min: first - 1, max: last, value: chosen.year ?? first - 1 });
  slider.addEventListener("input", () => {
    chosen.year = Number(slider.value) < first ? null : Number(slider.value);
    shown.textContent = chosen.year === null ? said["all-years"] : String(chosen.year);
    slider.setAttribute("aria-valuetext", shown.textContent);
    redraw();
  });
  slider.setAttribute("aria-valuetext", shown.textContent);
  const time = element("label", { className: "map-time" }, `${said.year} `, slider, " ", shown);
  return [layers, time];
}

async function start() {
  const [library, data, outlines] = await Promise.all([
    import(holder.dataset.library),
    fetch(holder.dataset.counts).then((answer) => answer.json()),
    fetch(holder.dataset.outlines).then((answer) => answer.json()),
  ]);
  const said = words();
  library.setWorkerUrl(new URL(holder.dataset.worker, location.href).href);
  const canvas = element("div", { className: "map-canvas" });
  holder.hidden = false;
  const map = new library.Map({
    container: canvas, style: style(outlines), center: [80, 60], zoom: 2.2, maxZoom: 9,
    renderWorldCopies: false, attributionControl: false,
    locale: { "Map.Title": said.label },
  });
  const kind = holder.dataset.kind;
  const year = Number(holder.dataset.year);
  const chosen = {
    kinds: new Set(kind ? [kind] : data.kinds),
    year: year >= data.years[0] && year <= data.years[1] ? year : null, ways: true, camps: true,
  };
  const redraw = () => {
    const { places, lines, camps } = features(data, chosen);
    map.getSource("places").setData(collection(places));
    map.getSource("ways").setData(collection(lines));
    map.getSource("camps").setData(collection(camps));
    holder.dataset.places = String(places.length);
  };
  holder.append(...controls(data, said, chosen, redraw), canvas);
  map.resize();
  map.addControl(new library.NavigationControl({ showCompass: false }));
  const popup = (event) => {
    const { id, name, count, prisoners } = event.features[0].properties;
    const number = (value) => Number(value).toLocaleString(document.documentElement.lang);
    const lines = [element("a", { href: `/places/${encodeURIComponent(id)}` }, name)];
    if (count) lines.push(element("br"), `${said.records}: ${number(count)}`);
    if (prisoners) lines.push(element("br"), `${said.prisoners}: ${number(prisoners)}`);
    new library.Popup({ maxWidth: "16rem" })
      .setLngLat(event.lngLat).setDOMContent(element("p", {}, ...lines)).addTo(map);
  };
  map.on("load", () => {
    redraw();
    map.on("click", "places", popup);
    map.on("click", "camps", popup);
    holder.dataset.ready = "true";
    document.getElementById("drawn-map").classList.add("replaced");
  });
  holder.map = map;
}

if (holder && hasWebGl()) {
  start().catch(() => {
    holder.hidden = true;
    document.getElementById("drawn-map").classList.remove("replaced");
  });
}
