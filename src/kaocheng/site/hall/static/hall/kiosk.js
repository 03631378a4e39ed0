"use strict";
// Enhancement of the kiosk: clock, key pad, printing of the slip, way back when nobody stands there.
const screen_ = document.querySelector("[data-home]");
const clock = document.querySelector("[data-clock]");
const IDLE = 60, READING = 25;

function tick() {
  const now = new Date();
  clock.textContent = now.toLocaleDateString("zh-CN", { month: "long", day: "numeric", weekday: "long" })
    + " " + now.toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit" });
}
if (clock) { tick(); setInterval(tick, 5000); }

document.querySelector("[data-keypad]")?.addEventListener("click", (event) => {
  const digit = event.target.dataset.digit, pin = document.querySelector("[data-pin]");
  if (!digit) return;
  pin.value = digit === "clear" ? "" : (pin.value + digit).slice(0, 6);
});

const slip = document.querySelector("[data-slip]");
let left = slip ? READING : IDLE;
const countdown = document.querySelector("[data-countdown]");
const stay = document.querySelector("[data-stay]");
if (stay) {
  stay.hidden = false;
  stay.addEventListener("click", () => { left = 120; });
}
if (slip) addEventListener("load", () => window.print());
addEventListener("pointerdown", () => { if (!slip) left = IDLE; });
setInterval(() => {
  if (!slip && location.pathname === screen_.dataset.home) left = left <= 1 ? IDLE / 2 : left;
  left -= 1;
  if (countdown) countdown.textContent = `（${left}秒后返回）`;
  if (left <= 0) location.href = screen_.dataset.home;
}, 1000);
