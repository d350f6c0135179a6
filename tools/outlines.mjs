// Makes data/places/outlines.tsv from Natural Earth (public domain) as the npm package
// world-atlas holds it. Run: npm pack world-atlas@2.0.2, unpack it, then
//   node tools/outlines.mjs package/countries-50m.json > data/places/outlines.tsv
// Land as rings, borders between countries as lines; clipped, thinned, in hundredths of a degree.
import { readFileSync } from "node:fs";

const WEST = -12, EAST = 191, SOUTH = 18, NORTH = 82;
const TOLERANCE_DEGREES = 0.05;
const MIN_RING_DEGREES = 0.35;

const atlas = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { scale, translate } = atlas.transform;
const arcs = atlas.arcs.map((arc) => {
  let x = 0, y = 0;
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
});
const arcOf = (index) => (index < 0 ? [...arcs[~index]].reverse() : arcs[index]);
const ringOf = (indices) =>
  indices.flatMap((index, place) => (place === 0 ? arcOf(index) : arcOf(index).slice(1)));
// The far east of Chukotka lies beyond the 180th degree.
const eastward = (points) =>
  points.every(([lon]) => lon < -160) || points.some(([lon]) => lon > 0)
    ? points.map(([lon, lat]) => [lon < -160 ? lon + 360 : lon, lat])
    : points;

function thin(points) {
  if (points.length < 3) return points;
  const [first, last] = [points[0], points[points.length - 1]];
  let farthest = 0, at = 0;
  for (let i = 1; i < points.length - 1; i += 1) {
    const far = distance(points[i], first, last);
    if (far > farthest) [farthest, at] = [far, i];
  }
  if (farthest <= TOLERANCE_DEGREES) return [first, last];
  return [...thin(points.slice(0, at + 1)).slice(0, -1), ...thin(points.slice(at))];
}

function distance([x, y], [ax, ay], [bx, by]) {
  const narrow = Math.cos((y * Math.PI) / 180);
  const [px, py, qx, qy] = [(x - ax) * narrow, y - ay, (bx - ax) * narrow, by - ay];
  const length = qx * qx + qy * qy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, (px * qx + py * qy) / length));
  return Math.hypot(px - share * qx, py - share * qy);
}

function clip(ring) {
  const sides = [
    [([x]) => x >= WEST, (a, b) => crossing(a, b, 0, WEST)],
    [([x]) => x <= EAST, (a, b) => crossing(a, b, 0, EAST)],
    [([, y]) => y >= SOUTH, (a, b) => crossing(a, b, 1, SOUTH)],
    [([, y]) => y <= NORTH, (a, b) => crossing(a, b, 1, NORTH)],
  ];
  return sides.reduce((points, [isInside, cut]) => {
    const kept = [];
    points.forEach((point, i) => {
      const before = points[(i + points.length - 1) % points.length];
      if (isInside(point) !== isInside(before)) kept.push(cut(before, point));
      if (isInside(point)) kept.push(point);
    });
    return kept;
  }, ring);
}

function crossing(a, b, axis, value) {
  const share = (value - a[axis]) / (b[axis] - a[axis]);
  const other = a[1 - axis] + share * (b[1 - axis] - a[1 - axis]);
  return axis === 0 ? [value, other] : [other, value];
}

function written(kind, points) {
  let [x, y] = [0, 0];
  const steps = [];
  for (const [lon, lat] of points) {
    const [nextX, nextY] = [Math.round(lon * 100), Math.round(lat * 100)];
    if (steps.length > 0 && nextX === x && nextY === y) continue;
    steps.push(`${nextX - x},${nextY - y}`);
    [x, y] = [nextX, nextY];
  }
  return `${kind}\t${steps.join(" ")}`;
}

const lines = [];
const land = atlas.objects.land.geometries ?? [atlas.objects.land];
for (const geometry of land) {
  const polygons = geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs;
  for (const polygon of polygons) {
    for (const indices of polygon) {
      const ring = clip(eastward(ringOf(indices)));
      const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
      if (ring.length < 4) continue;
      if (Math.max(...xs) - Math.min(...xs) < MIN_RING_DEGREES && Math.max(...ys) - Math.min(...ys) < MIN_RING_DEGREES) continue;
      const half = Math.floor(ring.length / 2);
      const thinned = [...thin(ring.slice(0, half + 1)).slice(0, -1), ...thin(ring.slice(half))];
      if (thinned.length > 3) lines.push(written("land", thinned));
    }
  }
}
const users = new Map();
for (const country of atlas.objects.countries.geometries) {
  for (const index of JSON.stringify(country.arcs ?? []).match(/-?\d+/g) ?? []) {
    const arc = Number(index) < 0 ? ~Number(index) : Number(index);
    users.set(arc, (users.get(arc) ?? new Set()).add(country.id ?? country.properties.name));
  }
}
for (const [arc, countries] of [...users].sort(([a], [b]) => a - b)) {
  if (countries.size < 2) continue;
  const points = eastward(arcs[arc]).filter(([x, y]) => x >= WEST && x <= EAST && y >= SOUTH && y <= NORTH);
  if (points.length > 1) lines.push(written("border", thin(points)));
}
const header = [
  "# Decides: the outlines of land and the borders between countries that maps are drawn over.",
  "# Does not decide: anything of the time of the events: the borders are those of today, in outline, and no claim of the project.",
  "# Steps in hundredths of a degree, eastward and northward, from 0,0; 18000 and more lie beyond the 180th degree.",
  "# Made by tools/outlines.mjs. Read by: synodik-serve, map outlines. Source: natural-earth",
  "kind\tsteps",
];
process.stdout.write(`${[...header, ...lines].join("\n")}\n`);
