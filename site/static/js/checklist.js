// Leads from a line of the checklist, or from an address that names a field, to that field:
// opens its tab, scrolls there and puts the cursor in it.
const NAMED = "#fylla-i-";

function fieldNamed(name) {
  const ids = [`id_${name}`, `id_${name}_0`, `id_${name}-FORMS`];
  return ids.map((id) => document.getElementById(id)).find(Boolean);
}

function lead(name) {
  const field = fieldNamed(name);
  if (!field) return false;
  const tab = field.closest("[role='tabpanel']");
  if (tab) document.getElementById(tab.getAttribute("aria-labelledby"))?.click();
  const section = field.closest("[data-panel]") ?? field;
  const add = document.getElementById(`id_${name}-ADD`);
  requestAnimationFrame(() => {
    section.scrollIntoView({ block: "start" });
    (field.matches("input, textarea, select") ? field : add ?? section).focus({ preventScroll: true });
  });
  return true;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-checklist] [data-field]");
  if (link && lead(link.dataset.field)) event.preventDefault();
});

function leadByAddress() {
  if (location.hash.startsWith(NAMED)) lead(location.hash.slice(NAMED.length));
}

window.addEventListener("load", leadByAddress);
window.addEventListener("hashchange", leadByAddress);
