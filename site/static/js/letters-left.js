// Counts the letters of a text while it is written. The limit stands in words beside the
// field, and the server tells of a text that is too long; this only saves the way there.
const TELL_BELOW = 150;
const PAUSE = 1000;

function count(field) {
  const most = Number(field.dataset.mostLetters);
  const shown = document.createElement("p");
  const told = document.createElement("p");
  shown.className = "form__letters";
  shown.setAttribute("aria-hidden", "true");
  told.className = "visually-hidden";
  told.setAttribute("role", "status");
  field.after(shown, told);
  let pause;

  function update() {
    const left = most - [...field.value.trim()].length;
    const words = left < 0 ? field.dataset.tooMany : field.dataset.lettersLeft;
    const line = `${words} ${Math.abs(left).toLocaleString(document.documentElement.lang)}`;
    shown.textContent = line;
    shown.toggleAttribute("data-too-many", left < 0);
    clearTimeout(pause);
    // Whoever listens is told in a pause, and only when the end is near.
    pause = setTimeout(() => { told.textContent = left < TELL_BELOW ? line : ""; }, PAUSE);
  }

  field.addEventListener("input", update);
  update();
}

document.querySelectorAll("[data-most-letters]").forEach(count);
