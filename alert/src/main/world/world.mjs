// Makes desk/world.json from world-atlas: one SVG path a country, projected, rounded. Run by hand when the
// borders change (node, and npm i world-atlas d3-geo topojson-client i18n-iso-countries); the result is committed.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";

const require = createRequire(import.meta.url);
const atlas = JSON.parse(readFileSync(require.resolve("world-atlas/countries-110m.json"), "utf8"));
const codes = JSON.parse(readFileSync(require.resolve("i18n-iso-countries/codes.json"), "utf8"));
const alpha2 = new Map(codes.map(([two, , number]) => [number, two]));
const WITHOUT_NUMBER = { Kosovo: "XK" };
const WIDTH = 960;

const all = feature(atlas, atlas.objects.countries).features.filter((f) => f.id !== "010");
const shape = geoPath(geoEqualEarth().rotate([-11, 0]).fitWidth(WIDTH, { type: "FeatureCollection", features: all })).digits(1);
const bounds = shape.bounds({ type: "FeatureCollection", features: all });
const paths = {};
const rest = [];
for (const f of all) {
  const code = alpha2.get(f.id) ?? WITHOUT_NUMBER[f.properties.name];
  const path = shape(f);
  if (code) paths[code] = path; else rest.push(path);
}
const about = "Borders: Natural Earth 1:110m (public domain) by world-atlas 2.0.2 (ISC); Equal Earth. Made by world.mjs.";
writeFileSync(process.argv[2], JSON.stringify({ about, width: WIDTH, height: Math.ceil(bounds[1][1]), paths, rest }, null, 0).replaceAll('","', '",\n"').replaceAll('Z","', 'Z",\n"') + "\n");
