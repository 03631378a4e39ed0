"use strict";
// the token may come in the address after #, which is never sent to the server by itself
document.addEventListener("DOMContentLoaded", () => {
  const token = decodeURIComponent(location.hash.slice(1));
  const field = document.getElementById("token");
  if (!token || !field || document.querySelector(".notice-bad")) return;
  history.replaceState(null, "", location.pathname);
  field.value = token;
  document.getElementById("enrol").requestSubmit();
});
