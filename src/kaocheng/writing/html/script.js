"use strict";
(function () {
  const byId = (id) => document.getElementById(id);
  const docs = document.querySelectorAll("details.doc");
  const overview = byId("overview");
  const tip = byId("tip");
  let shownFor = null;

  if (overview && docs.length) {
    byId("main").prepend(overview);
    docs.forEach((doc) => { doc.open = false; });
    // the first with errors, else with notes, is what a reader came for
    const worst = document.querySelector("details.doc>summary>.verdict.error") ||
      document.querySelector("details.doc>summary>.verdict.note");
    if (worst) { worst.closest("details.doc").open = true; }
  }

  // a link into a folded document unfolds it
  function reveal() {
    const target = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const doc = target.closest("details.doc");
    if (doc && !doc.open) { doc.open = true; }
    target.scrollIntoView({ block: target.matches("details") ? "start" : "center" });
    if (target.matches(".card")) target.focus({ preventScroll: true });
    if (target.matches(".at")) {
      document.querySelectorAll(".mark.on").forEach((m) => m.classList.remove("on"));
      const mark = target.parentElement.querySelector('[data-f~="' + target.id.slice(2) + '"]');
      if (mark) { mark.classList.add("on"); mark.focus({ preventScroll: true }); }
    }
  }
  addEventListener("hashchange", reveal);
  reveal();

  // what a mark says, beside it
  function show(mark) {
    if (shownFor === mark) return;
    shownFor = mark;
    mark.dataset.title = mark.title || mark.dataset.title || "";
    mark.removeAttribute("title");
    tip.replaceChildren();
    mark.dataset.f.split(" ").forEach((id) => {
      const card = byId("f-" + id);
      if (!card || card.hidden) return;
      const copy = card.cloneNode(true);
      copy.removeAttribute("id");
      copy.removeAttribute("tabindex");
      tip.append(copy);
    });
    tip.hidden = !tip.children.length;
    const box = mark.getBoundingClientRect();
    const left = Math.min(box.left, innerWidth - tip.offsetWidth - 12);
    const below = box.bottom + tip.offsetHeight + 8 < innerHeight;
    tip.style.left = Math.max(left, 8) + scrollX + "px";
    tip.style.top = (below ? box.bottom + 6 : Math.max(box.top - tip.offsetHeight - 6, 4)) + scrollY + "px";
  }
  function hide() {
    if (shownFor && shownFor.dataset.title) shownFor.title = shownFor.dataset.title;
    shownFor = null;
    tip.hidden = true;
  }
  document.addEventListener("mouseover", (event) => {
    const mark = event.target.closest(".mark");
    if (mark) show(mark); else if (!event.target.closest("#tip")) hide();
  });
  document.addEventListener("focusin", (event) => {
    const mark = event.target.closest(".mark");
    if (mark) show(mark); else if (!event.target.closest("#tip")) hide();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

  // filters
  document.addEventListener("change", (event) => {
    const form = event.target.closest(".filters");
    if (!form) return;
    const off = new Set();
    form.querySelectorAll("input:not(:checked)").forEach((box) => off.add(box.dataset.by + ":" + box.value));
    const doc = form.closest("details.doc");
    const hidden = new Set();
    doc.querySelectorAll(".card").forEach((card) => {
      card.hidden = off.has("severity:" + card.dataset.severity) || off.has("family:" + card.dataset.family);
      if (card.hidden) hidden.add(card.id.slice(2));
    });
    doc.querySelectorAll(".mark").forEach((mark) => {
      mark.classList.toggle("off", mark.dataset.f.split(" ").every((id) => hidden.has(id)));
    });
    doc.querySelectorAll(".cards > li").forEach((item) => {
      item.hidden = !item.querySelector(".card:not([hidden])");
    });
  });
})();
