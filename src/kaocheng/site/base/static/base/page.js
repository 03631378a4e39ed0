"use strict";
// Enhancement only: every page does its work without this file.

// a form that has been sent is not sent a second time by a second click
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) { event.preventDefault(); return; }
  if (form.method === "post") {
    form.dataset.sent = "1";
    form.querySelectorAll("button").forEach((button) => button.setAttribute("aria-busy", "true"));
  }
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => {
    delete form.dataset.sent;
    form.querySelectorAll("button").forEach((button) => button.removeAttribute("aria-busy"));
  });
});

// on a narrow screen the menu begins closed
if (window.matchMedia("(max-width: 60rem)").matches) document.querySelector(".side-all")?.removeAttribute("open");

// after a refused form the reader begins at the list of what to mend
window.addEventListener("load", () => {
  document.querySelector(".error-summary")?.focus();
});

// an open menu is closed with Escape or by a click elsewhere
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") document.querySelectorAll("details.drop[open]").forEach((d) => d.removeAttribute("open"));
});
document.addEventListener("click", (event) => {
  document.querySelectorAll("details.drop[open]").forEach((d) => { if (!d.contains(event.target)) d.removeAttribute("open"); });
});

// a part that was to be fetched and did not come says so, and how to try again
["htmx:responseError", "htmx:sendError", "htmx:timeout"].forEach((name) => {
  document.addEventListener(name, ({ target }) => {
    const failed = target.querySelector("[data-failed]");
    if (!failed) return;
    target.querySelector(".loading")?.setAttribute("hidden", "");
    target.removeAttribute("aria-busy");
    failed.hidden = false;
  });
});
