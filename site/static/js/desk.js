// The moderators' desk by single keys, and masking with the pointer. Everything works
// without: the keys press what stands on the page, the pointer ticks its boxes.
const STORED = "desk-keys";
const FIELDS = "input, textarea, select, [contenteditable]";

const help = document.querySelector("[data-desk-keys]");
const switchedOn = document.querySelector("[data-desk-keys-on]");
const items = [...document.querySelectorAll("[data-desk-item]")];

function currentItem() {
  const focused = document.activeElement.closest("[data-desk-item]");
  return focused ?? (items.length === 1 ? items[0] : null);
}

function move(step) {
  const place = items.indexOf(document.activeElement.closest("[data-desk-item]"));
  const next = items[place === -1 ? 0 : Math.min(Math.max(place + step, 0), items.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function press(key) {
  const target = currentItem()?.querySelector(`[data-key="${key}"]`);
  target?.click();
  return Boolean(target);
}

function isWriting(target) {
  const field = target.closest(FIELDS);
  return field !== null && !["checkbox", "radio"].includes(field.type);
}

function onKey(event) {
  const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented);
  const isOurs = isPlain && switchedOn.checked && !isWriting(event.target);
  if (!isOurs || document.querySelector("dialog[open]")) return;
  const key = event.key.toLowerCase();
  if (key === "j") move(1);
  else if (key === "k") move(-1);
  else if (key === "h") help.open = !help.open;
  else if (key.length !== 1 || !/[a-z]/.test(key) || !press(key)) return;
  event.preventDefault();
}

function remember() {
  try {
    localStorage.setItem(STORED, switchedOn.checked ? "on" : "off");
  } catch {
    // Without storage the choice holds for this page.
  }
}

function remembered() {
  try {
    return localStorage.getItem(STORED) !== "off";
  } catch {
    return true;
  }
}

if (help && switchedOn) {
  help.hidden = false;
  switchedOn.checked = remembered();
  switchedOn.addEventListener("change", remember);
  document.addEventListener("keydown", onKey);
}

// Ticking a box with x keeps the item in focus, so that the next key goes to it.
for (const box of document.querySelectorAll('[data-key="x"]')) {
  box.addEventListener("click", () => box.closest("[data-desk-item]").focus({ preventScroll: true }));
}

for (const fieldset of document.querySelectorAll("[data-desk-words]")) {
  fieldset.addEventListener("pointerup", () => {
    const selection = document.getSelection();
    if (selection.isCollapsed) return;
    for (const label of fieldset.querySelectorAll("label")) {
      if (selection.containsNode(label, true)) label.querySelector("input").checked = true;
    }
    selection.removeAllRanges();
  });
}
