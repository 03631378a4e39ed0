"use strict";
// When the number is called the telephone shakes and the title says so; an ended or passed ticket draws the page anew.
const part = document.getElementById("state"), title = document.title;
let state = part.querySelector("[data-state]").dataset.state;
part.addEventListener("polled", () => {
  const now = part.querySelector("[data-state]").dataset.state;
  if (now === state) return;
  if (now === "called") { navigator.vibrate?.([400, 200, 400, 200, 800]); document.title = `到您了！${title}`; }
  if (now !== "called") { location.reload(); }
  state = now;
});
