// Tells, in words on the page, that the browser gave no passkey.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  for (const told of document.querySelectorAll("[data-passkey-trouble]")) {
    told.hidden = false;
  }
});
