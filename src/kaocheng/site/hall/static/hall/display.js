"use strict";
// New calls flash, ring and are read out; poll.js brings the board.
const board = document.getElementById("board");
const sound = document.querySelector("[data-sound]");
const clock = document.querySelector("[data-clock]");
let heard = new Set(calls().map((call) => call.dataset.call)), audio = null;

function calls() { return [...board.querySelectorAll("[data-call]")]; }

function announce() {
  const fresh = calls().filter((c) => c.dataset.calling && !heard.has(c.dataset.call));
  heard = new Set(calls().map((c) => c.dataset.call));
  fresh.reverse().forEach((call) => { call.classList.add("new"); speak(call.dataset.words); });
}

// browsers let a page speak only after somebody has touched it once, or by a switch of the kiosk mode
function speak(words) {
  if (!audio) return;
  chime();
  if (!("speechSynthesis" in window)) return;
  for (let times = 0; times < 2; times += 1) {
    const said = new SpeechSynthesisUtterance(words);
    said.lang = "zh-CN"; said.rate = .9;
    speechSynthesis.speak(said);
  }
}

function chime() {
  [[880, 0], [659, .28]].forEach(([pitch, start]) => {
    const tone = audio.createOscillator(), gain = audio.createGain(), at = audio.currentTime + start;
    tone.frequency.value = pitch;
    gain.gain.setValueAtTime(.0001, at);
    gain.gain.exponentialRampToValueAtTime(.3, at + .03);
    gain.gain.exponentialRampToValueAtTime(.0001, at + .5);
    tone.connect(gain).connect(audio.destination);
    tone.start(at); tone.stop(at + .55);
  });
}

function listen() {
  audio = new AudioContext();
  audio.resume().then(() => { if (audio.state === "running") sound.hidden = true; });
}

function tick() {
  const now = new Date();
  clock.textContent = now.toLocaleDateString("zh-CN", { month: "long", day: "numeric", weekday: "short" })
    + "  " + now.toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit" });
}

if ("AudioContext" in window) { sound.hidden = false; listen(); sound.addEventListener("click", listen); }
tick();
setInterval(tick, 1000);
board.addEventListener("polled", announce);
