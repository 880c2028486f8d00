// Leave at once, and leave no way back: the everyday page takes this one's place in the
// browser's history. The button and the Esc key do the same.
const exit = document.querySelector("[data-quick-exit]");

function leave(event) {
  event.preventDefault();
  document.body.hidden = true;
  window.location.replace(exit.href);
}

if (exit) {
  exit.addEventListener("click", leave);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leave(event);
  });
}
