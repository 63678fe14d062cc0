"use strict";
// Shows the rows that the filters ask for. What they say stands behind the # of the address, so that it can be kept.
const filters = document.getElementById("filters");
const body = document.querySelector("tbody");
const rows = Array.from(body.rows, (row, place) => ({
  row,
  place,
  type: row.dataset.type,
  parties: JSON.parse(row.dataset.parties),
  from: row.dataset.from,
  until: row.dataset.until,
  text: row.textContent.toLowerCase(),
  brief: row.cells[5].textContent,
}));
const ORDERS = {
  "": (a, b) => a.place - b.place,
  party: (a, b) => a.parties.join().localeCompare(b.parties.join()) || a.place - b.place,
  brief: (a, b) => a.brief.localeCompare(b.brief) || a.place - b.place,
};

function isWanted(entry, asked) {
  const named = asked.holder || asked.owner;
  const held = asked.holder && entry.type === "red line" && entry.parties.includes(asked.holder);
  const owned = asked.owner && entry.type === "next step" && entry.parties.includes(asked.owner);
  if (named && !held && !owned) return false;
  if ((asked.from || asked.until) && !entry.from) return false;
  if (asked.from && entry.until < asked.from) return false;
  if (asked.until && entry.from > asked.until) return false;
  return asked.text.toLowerCase().split(/\s+/).every((word) => entry.text.includes(word));
}

function show() {
  const asked = Object.fromEntries(new FormData(filters));
  let count = 0;
  for (const entry of rows) {
    entry.row.hidden = !isWanted(entry, asked);
    count += entry.row.hidden ? 0 : 1;
  }
  document.getElementById("count").textContent = `${count} of ${rows.length} lines`;
  return asked;
}

function changed() {
  const asked = show();
  const told = new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
  history.replaceState(null, "", `#${told}`);
}

function arrange() {
  const order = ORDERS[filters.elements.order.value] || ORDERS[""];
  body.append(...rows.slice().sort(order).map((entry) => entry.row));
}

const kept = new URLSearchParams(location.hash.slice(1));
for (const field of filters.querySelectorAll("[name]")) {
  if (kept.has(field.name)) field.value = kept.get(field.name);
}
filters.hidden = false;
filters.addEventListener("input", changed);
filters.addEventListener("submit", (event) => event.preventDefault());
filters.addEventListener("reset", () => setTimeout(() => { arrange(); changed(); }));
filters.elements.order.addEventListener("input", arrange);
arrange();
show();
