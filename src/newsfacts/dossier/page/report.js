// What the page does beside showing: two charts (Vega-Lite), the filters, the way to a fact.
const data = JSON.parse(document.getElementById("data").textContent);
const $ = (id) => document.getElementById(id);
const dark = matchMedia("(prefers-color-scheme: dark)");

function theme() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(name).trim();
  const axis = { labelColor: of("--ink"), titleColor: of("--soft"), gridColor: of("--line"),
    domainColor: of("--line"), tickColor: of("--line"), labelFontSize: 12 };
  return { background: null, axis, view: { stroke: null }, font: "system-ui, sans-serif",
    legend: { labelColor: of("--ink"), titleColor: of("--soft"), orient: "bottom", columns: 1, labelLimit: 400 },
    range: { category: dark.matches
      ? ["#8ec3ff", "#ffb86b", "#7fd6a0", "#f2a0c8", "#c5aef2", "#ffe082"]
      : ["#0b57a4", "#b45309", "#1c6b3c", "#9d2463", "#6b4fa0", "#6f5b00"] } };
}

async function draw(id, spec) {
  const box = $(id);
  const shown = await vegaEmbed(box, { ...spec, config: theme() },
    { actions: false, renderer: "svg", ast: true, tooltip: { theme: dark.matches ? "dark" : "light" } });
  shown.view.addEventListener("click", (_, item) => {
    const to = item && item.datum && (item.datum.link || item.datum.fact);
    if (to) location.hash = to;
  });
}

// Tolls: one choice of what is counted and where; a line a war.
const wars = new Map();
for (const row of data.tolls) {
  const what = [row.effect, row.unit, row.group, row.country, row.place].filter(Boolean).join(" · ");
  if (!wars.has(what)) wars.set(what, []);
  wars.get(what).push({ ...row, war: row.since ? "since " + row.since : "no start given",
    from: row.low ?? row.value ?? row.high, to: row.high ?? row.value ?? row.low,
    figure: row.value ?? row.low ?? row.high });
}

function drawToll() {
  const chosen = $("toll").value;
  const values = wars.get(chosen) ?? [];
  const figures = values.map((row) => row.figure);
  const wide = Math.max(...figures) > 50 * Math.min(...figures) && Math.min(...figures) > 0;
  const x = { field: "day", type: "temporal", title: null, axis: { format: "%-d %b %Y", tickCount: 8, labelOverlap: true } };
  const color = { field: "war", type: "nominal", title: null };
  const y = (field) => ({ field, type: "quantitative", title: null,
    scale: wide ? { type: "log" } : { zero: true } });
  draw("toll-chart", { data: { values }, width: "container", height: 260, autosize: { type: "fit-x", contains: "padding" },
    encoding: { x, color }, layer: [
      { mark: { type: "line" }, encoding: { y: y("figure") } },
      { mark: { type: "rule", strokeWidth: 4, opacity: .5 }, encoding: { y: y("from"), y2: { field: "to" } } },
      { mark: { type: "point", filled: true, size: 90, cursor: "pointer" }, encoding: { y: y("figure"),
        tooltip: [{ field: "day", type: "temporal" }, { field: "text", title: "words" },
          { field: "source", title: "according to" }, { field: "article" }] } } ] });
  for (const row of $("toll-table").tBodies[0].rows)
    row.hidden = !values.some((each) => each.series === row.dataset.series);
}

if ($("toll")) {
  const longest = [...wars].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  for (const [what, rows] of longest) $("toll").add(new Option(`${what} (${rows.length})`, what));
  $("toll").addEventListener("change", drawToll);
}

// Timeline: what the filters leave, drawn and listed.
const dots = new Map(data.timeline.map((each) => [each.fact, each]));
const facts = [...$("facts").children].map((item) => ({ item, text: item.textContent.toLowerCase(),
  actors: new Set(item.dataset.actors.split(" ")) }));
const actors = [...$("actor-table").tBodies[0].rows];
for (const row of actors)
  if (facts.some((each) => each.actors.has(row.dataset.actor)))
    $("actor").add(new Option(row.dataset.name, row.dataset.actor));
  else row.querySelector("button.only").remove();

// The chart opens on the time in which articles were published; what lies further back is a drag away.
const { first, last } = $("data").dataset;
const DAY = 864e5;
const margin = first && Math.max(7 * DAY, (Date.parse(last) - Date.parse(first)) / 20);
const opening = first && [Date.parse(first) - margin, Date.parse(last) + margin];

function drawTimeline(left) {
  const values = left.map((each) => dots.get(each.item.id)).filter((each) => each && each.day);
  const lanes = new Set(values.map((each) => each.lane));
  draw("timeline-chart", { data: { values }, width: "container", height: 18 * Math.max(lanes.size, 2),
    autosize: { type: "fit-x", contains: "padding" },
    params: [{ name: "zoom", bind: "scales", ...(opening && { value: { x: opening } }),
      select: { type: "interval", encodings: ["x"], zoom: "wheel![event.shiftKey]" } }],
    mark: { type: "point", filled: true, size: 70, opacity: .7, cursor: "pointer", clip: true },
    encoding: { x: { field: "day", type: "temporal", title: null, axis: { format: "%-d %b %Y", tickCount: 8, labelOverlap: true } },
      y: { field: "lane", type: "nominal", title: null },
      color: { field: "kind", type: "nominal", title: null },
      size: { field: "reports", type: "quantitative", legend: null, scale: { range: [60, 300] } },
      tooltip: [{ field: "day", type: "temporal" }, { field: "what" }, { field: "status" }, { field: "words" }] } });
}

function filter() {
  const words = $("words").value.trim().toLowerCase();
  const kind = $("kind").value;
  const actor = $("actor").value;
  const left = facts.filter(({ item, text, actors: about }) =>
    (!words || text.includes(words)) && (!kind || item.dataset.kind === kind) &&
    (!actor || about.has(actor)) &&
    (!$("many").checked || +item.dataset.reports > 1));
  const kept = new Set(left);
  for (const each of facts) each.item.hidden = !kept.has(each);
  $("shown").textContent = `${left.length} of ${facts.length} facts`;
  drawTimeline(left);
}

let waiting;
$("filters").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 120); });
$("filters").addEventListener("submit", (event) => event.preventDefault());

function find() {
  const who = $("who").value.trim().toLowerCase();
  let count = 0;
  for (const row of actors) {
    row.hidden = !row.textContent.toLowerCase().includes(who);
    count += !row.hidden;
  }
  $("found").textContent = `${count} of ${actors.length} actors`;
}
$("who").addEventListener("input", find);
$("actor-table").addEventListener("click", (event) => {
  const button = event.target.closest("button.only");
  if (!button) return;
  $("actor").value = button.closest("tr").dataset.actor;
  filter();
  location.hash = "timeline";
  $("actor").focus({ preventScroll: true });
});

// A hidden fact that a link leads to is shown; a claim takes the focus, for those who listen.
function arrive() {
  const target = location.hash.length > 1 && $(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  if (target.hidden) { target.hidden = false; target.scrollIntoView(); }
  if (target.classList.contains("at")) target.focus({ preventScroll: true });
}
addEventListener("hashchange", arrive);

function all() { if ($("toll")) drawToll(); filter(); }
dark.addEventListener("change", all);
find();
all();
arrive();
