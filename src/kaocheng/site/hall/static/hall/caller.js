"use strict";
// One key for each deed; keys are left alone while somebody types or chooses, and with Ctrl, Alt or Meta.
// The switch in the head turns them off for whoever works by voice or with a screen reader.
const keys = document.querySelector("[data-keys]");
if (keys) {
  keys.closest("label").hidden = false;
  keys.checked = localStorage.getItem("caller-keys") !== "off";
  keys.addEventListener("change", () => localStorage.setItem("caller-keys", keys.checked ? "on" : "off"));
}
document.addEventListener("keydown", (event) => {
  if (localStorage.getItem("caller-keys") === "off") return;
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
  if (event.target.closest("input:not([type=radio]), textarea, select")) return;
  const deed = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!deed || deed.disabled) return;
  event.preventDefault();
  deed.click();
});
