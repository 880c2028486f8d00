// Quick news from where the net comes and goes: what is written is kept in this phone
// until the site says that it has got it. The form works without; the key that comes
// with each try lets the server take it in once only.
const LONGEST_SIDE = 1600; // pixels, of a photo as it is sent
const QUALITY = 0.82;
const KEPT_FOR = 3 * 24 * 60 * 60 * 1000; // milliseconds
const PATIENCE = 90 * 1000; // milliseconds for one try
const NOT_KEPT = new Set(["csrfmiddlewaretoken", "picture"]);

const placeOf = (user) => `quick-news-${user}`;

function read(place) {
  try {
    const draft = JSON.parse(localStorage.getItem(place));
    return draft && Date.now() - draft.at < KEPT_FOR ? draft : null;
  } catch {
    return null;
  }
}

function write(place, draft) {
  try {
    localStorage.setItem(place, JSON.stringify({ ...draft, at: Date.now() }));
  } catch {
    if (draft.picture) write(place, { ...draft, picture: "" }); // the words come first
  }
}

function asDataUrl(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = reject;
    reader.readAsDataURL(blob);
  });
}

async function shrink(file) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/jpeg", QUALITY);
}

function asBlob(dataUrl) {
  const bytes = atob(dataUrl.split(",", 2)[1]);
  return new Blob([Uint8Array.from(bytes, (one) => one.charCodeAt(0))], { type: "image/jpeg" });
}

// What *kept* means among the choices of today: a measure was named by its key alone in
// drafts of an earlier version, and is named by its pledge and its key since.
function meant(form, name, kept) {
  const values = [...form.querySelectorAll(`[name="${name}"]`)].map(({ value }) => value);
  const longer = values.filter((value) => value.endsWith(`/${kept}`));
  return !values.includes(kept) && longer.length === 1 ? longer[0] : kept;
}

function token(form) {
  const cookie = document.cookie.split("; ").find((one) => one.startsWith("csrftoken="));
  return cookie?.split("=")[1] ?? form.elements.csrfmiddlewaretoken.value;
}

function attend(form) {
  const words = form.dataset;
  const place = placeOf(words.quickNews);
  const state = form.querySelector("[data-quick-state]");
  const button = form.querySelector("[type=submit]");
  const chooser = form.elements.picture;
  let picture = "";
  let waits = false;

  const tell = (...said) => { state.replaceChildren(...said); };

  function keep() {
    const fields = [...new FormData(form)].filter(([name]) => !NOT_KEPT.has(name));
    write(place, { fields, picture });
  }

  function show(dataUrl) {
    picture = dataUrl;
    form.querySelector(".quick__photo")?.remove();
    form.toggleAttribute("data-without-picture", !picture && !chooser.files.length);
    if (!picture) return;
    const shown = document.createElement("div");
    const image = document.createElement("img");
    const remove = document.createElement("button");
    shown.className = "quick__photo";
    image.src = picture;
    image.alt = "";
    remove.className = "quick__clear";
    remove.type = "button";
    remove.textContent = words.removePicture;
    remove.addEventListener("click", () => { chooser.value = ""; show(""); keep(); chooser.focus(); });
    shown.append(image, remove);
    chooser.after(shown);
  }

  function restore() {
    const draft = read(place);
    const { title, text } = form.elements;
    // On a slow net one may have begun to write before this script was here.
    const isFresh = !form.querySelector(".ds-error-summary") && !title.value && !text.value;
    if (draft && isFresh) {
      const kept = new Map(draft.fields);
      for (const field of form.elements) {
        if (!field.name || NOT_KEPT.has(field.name)) continue;
        if (field.type === "radio") field.checked = kept.has(field.name) ? meant(form, field.name, kept.get(field.name)) === field.value : field.checked;
        else if (field.type === "checkbox") field.checked = kept.has(field.name);
        else if (kept.has(field.name)) field.value = kept.get(field.name);
      }
      if (kept.get("title") || kept.get("text") || draft.picture) tell(words.kept);
    }
    show(draft?.picture ?? "");
    if (chooser.files.length) choose();
    else if (!isFresh) keep();
  }

  async function choose() {
    const [file] = chooser.files;
    if (!file) return show("");
    try {
      show(await shrink(file));
    } catch {
      show(""); // a kind of picture that this browser cannot open: sent as it is
    }
    keep();
  }

  async function send() {
    if (button.disabled) return;
    waits = false;
    button.disabled = true;
    tell(words.sending);
    const data = new FormData(form);
    if (picture) data.set("picture", asBlob(picture), "foto.jpg");
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: data,
        headers: { "X-CSRFToken": token(form) },
        signal: AbortSignal.timeout(PATIENCE),
      });
      await take(answer);
    } catch {
      waits = true;
      tell(words.offline);
    }
    button.disabled = false;
  }

  async function take(answer) {
    const address = new URL(answer.url);
    if (answer.status === 422) return mend(await answer.text());
    if (!answer.ok) return tell(words.trouble);
    if (address.pathname.includes("/skickat/")) {
      localStorage.removeItem(place);
      location.assign(address);
      return;
    }
    const way = document.createElement("a");
    way.href = address.pathname + address.search;
    way.textContent = words.logIn;
    tell(`${words.loggedOut} `, way);
  }

  function mend(html) {
    const answer = new DOMParser().parseFromString(html, "text/html");
    const fresh = answer.querySelector("[data-quick-news]");
    const kept = picture;
    document.title = answer.title;
    form.replaceWith(fresh);
    attend(fresh)(kept);
    fresh.querySelector(".ds-error-summary")?.focus();
  }

  form.querySelector("[data-quick-kept]").hidden = false;
  form.addEventListener("input", keep);
  chooser.addEventListener("change", choose);
  form.addEventListener("submit", (event) => { event.preventDefault(); send(); });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    localStorage.removeItem(place);
    location.assign(form.action);
  });
  addEventListener("online", () => { if (waits && form.isConnected) send(); });
  restore();
  return show;
}

document.querySelectorAll("[data-quick-news]").forEach(attend);

const sent = document.querySelector("[data-quick-news-sent]");
if (sent) {
  const place = placeOf(sent.dataset.quickNewsSent);
  const key = new Map(read(place)?.fields).get("key");
  if (key === sent.dataset.key) localStorage.removeItem(place);
}
