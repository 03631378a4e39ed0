// Comfort only: every page works without this. A button that prints, and a row more in forms of many rows.
document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});
