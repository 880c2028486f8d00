// Print, share and copy the address of a page. Without this, print is a link to the page
// as it looks on paper and share opens a letter.
const status = document.querySelector("[data-tools-status]");

function say(words) {
  if (status) status.textContent = words;
}

for (const link of document.querySelectorAll("[data-print]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    window.print();
  });
}

if (navigator.share) {
  for (const link of document.querySelectorAll("[data-share]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      // Whoever closes the list of ways to share has changed their mind: no error.
      navigator.share({ title: link.dataset.share, url: link.dataset.url }).catch(() => {});
    });
  }
}

if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(button.dataset.copy);
        say(button.dataset.done);
      } catch {
        say(button.dataset.copy);
      }
    });
    button.closest("[data-when-able]").hidden = false;
  }
}
