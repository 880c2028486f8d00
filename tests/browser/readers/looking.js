// What the tour asks of each page; every answer is a list of lines.
window.looking = {
  shift: 0,

  // How far what one reads has moved while the page was loading.
  // Letters that come late may turn one line, and no more.
  shifts() {
    return looking.shift > 0.02 ? [`moved by ${looking.shift}`] : [];
  },

  stored() {
    return [...Object.keys(localStorage), ...Object.keys(sessionStorage)];
  },

  // What makes the page wider than the window.
  sideways() {
    const { clientWidth: width } = document.documentElement;
    const { scrollWidth } = document.scrollingElement;
    if (scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll("body *")].filter(
      (element) => element.checkVisibility()
        && element.getBoundingClientRect().right > width + 1,
    );
    return [`${scrollWidth} > ${width}`, ...wide.slice(0, 3).map(looking.opening)];
  },

  // Whether the way to the menu lies over the name of the site.
  covered() {
    const [button, name] = ["header summary", ".site-header__name"]
      .map((selector) => document.querySelector(selector));
    if (!button?.checkVisibility() || !name) return [];
    const over = button.getBoundingClientRect();
    const words = document.createRange();
    words.selectNodeContents(name);
    return [...words.getClientRects()]
      .filter((box) => box.right > over.left && box.left < over.right
        && box.bottom > over.top && box.top < over.bottom)
      .map(() => `${looking.opening(button)} covers the name`);
  },

  // What a thumb must hit, 44 pixels high: buttons, fields, the menu, the emergency line.
  // That everything else is 24 or stands apart (WCAG 2.5.8), axe-core tells.
  smallTargets() {
    const main = "button, .ds-button, input:not([type=checkbox], [type=radio]), select, "
      + "summary, aside.emergency a, header nav a";
    return [...document.querySelectorAll(main)]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => [element, element.getBoundingClientRect()])
      .filter(([, box]) => innerWidth < 600 && box.height < 43.5)
      .map(([element, box]) => `${looking.opening(element)} is ${box.height} high`);
  },

  opening(element) {
    return element.outerHTML.replace(/\s+/g, " ").slice(0, 110);
  },
};

new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) looking.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
