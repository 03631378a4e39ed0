"use strict";
// A part with data-poll asks its address again and again, with the tag it holds: nothing new comes back
// as 304 without a body. What came is told by the event "polled"; a lost connection by [data-lost].
document.querySelectorAll("[data-poll]").forEach((part) => {
  const lost = document.querySelector("[data-lost]");
  let tag = "", missed = 0, busy = false;

  async function ask() {
    if (busy || document.hidden) return;
    busy = true;
    try {
      const headers = { "X-Background": "1" };
      if (tag) headers["If-None-Match"] = tag;
      const reply = await fetch(part.dataset.poll, { headers, cache: "no-store", credentials: "same-origin" });
      if (reply.redirected || reply.status === 401 || reply.status === 403) { location.reload(); return; }
      if (reply.status === 200) {
        const text = await reply.text(), first = !tag;
        tag = reply.headers.get("ETag") || "";
        if (!first || text !== part.innerHTML) replace(text);
      }
      missed = reply.ok || reply.status === 304 ? 0 : missed + 1;
    } catch { missed += 1; } finally { busy = false; }
    if (lost) lost.hidden = missed < 3;
  }

  function replace(text) {
    const key = part.contains(document.activeElement) ? document.activeElement.dataset.key || "" : "";
    part.innerHTML = text;
    if (key) part.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
    part.dispatchEvent(new CustomEvent("polled", { bubbles: true }));
  }

  setInterval(ask, Number(part.dataset.every || 3000));
  document.addEventListener("visibilitychange", ask);
  ask();
});
