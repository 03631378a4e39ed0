"use strict";
// Keyboard in lists: J and K move, Enter opens (the link has the focus), N takes in, / goes to the box.
const links = () => [...document.querySelectorAll("table[data-rows] tbody tr td:first-child a")];
function step(by) {
  const all = links();
  if (!all.length) return;
  const at = all.indexOf(document.activeElement);
  all[Math.min(Math.max(at + by, 0), all.length - 1)].focus();
}
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, select, textarea, [contenteditable]")) return;
  const box = document.querySelector("form[role=search] input:not([type=hidden])");
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "/" && box) { event.preventDefault(); box.focus(); }
  else if (event.key === "n") document.querySelector("a.button[href$='/desk/new/']")?.click();
});
