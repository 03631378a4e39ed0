"use strict";
// Each figure opens its lineage: formula, the figures it comes from, the entries behind it.
const lineage = JSON.parse(document.getElementById("lineage").textContent);
const dialog = document.querySelector("dialog");
const inside = dialog.querySelector(".inside");
const heading = dialog.querySelector("h2");
const back = dialog.querySelector(".back");
const trail = [];
let opener = null;

function element(name, words, parent) {
  const made = document.createElement(name);
  if (words !== undefined) made.textContent = words;
  if (parent) parent.append(made);
  return made;
}
function said(figure) {
  return figure.n + " " + figure.t + (figure.u && !figure.t.endsWith(figure.u) ? figure.u : "");
}
function row(list, term, fill) {
  element("dt", term, list);
  fill(element("dd", undefined, list));
}
function show(index) {
  const figure = lineage.figures[index];
  const sources = figure.s || [];
  const list = element("dl");
  heading.textContent = said(figure);
  row(list, "数值", cell => { cell.textContent = figure.v + (figure.u || ""); });
  if (figure.w) row(list, "口径", cell => { cell.textContent = figure.w; });
  row(list, "计算式", cell => { cell.textContent = figure.f || (sources.length ? "由下列数字得出" : "直接录入"); });
  if (sources.length) row(list, "来自数字", cell => {
    const items = element("ul", undefined, cell);
    sources.forEach((source, place) => {
      const link = element("button", "[" + (place + 1) + "] " + said(lineage.figures[source]), element("li", undefined, items));
      link.type = "button";
      link.className = "go";
      link.addEventListener("click", () => open(source));
    });
  });
  if (figure.c) row(list, "来自记录", cell => {
    element("div", "共 " + figure.c + " 条" + (figure.c > figure.r.length ? "，以下为前 " + figure.r.length + " 条，全部见 figures.json" : ""), cell);
    element("div", figure.r.map(record => lineage.records[record]).join("、"), cell);
  });
  inside.replaceChildren(list);
  back.hidden = trail.length < 2;
}
function open(index) {
  trail.push(index);
  show(index);
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
}
back.addEventListener("click", () => { trail.pop(); show(trail[trail.length - 1]); });
dialog.querySelector(".close").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", event => { if (event.target === dialog) dialog.close(); });
dialog.addEventListener("close", () => { trail.length = 0; if (opener) opener.focus(); });
function opened(event) {
  const figure = event.target.closest(".f");
  if (!figure) return;
  event.preventDefault();
  opener = figure;
  open(lineage.printed[Number(figure.id.slice(2)) - 1]);
}
document.addEventListener("click", opened);
document.addEventListener("keydown", event => { if (event.key === "Enter" || event.key === " ") opened(event); });
document.querySelectorAll("svg .f").forEach(figure => {
  figure.setAttribute("tabindex", "0");
  figure.setAttribute("role", "button");
});
