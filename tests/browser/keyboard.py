"""Going through a page with the keys alone, as many of its readers do."""

from playwright.sync_api import expect

MOST_STEPS = 120

# What the keyboard has reached: does its mark show, and does nothing lie over it?
TROUBLE_WITH_FOCUS = """() => {
  const element = document.activeElement;
  if (element === document.body || element.tagName === "MAIN") return null;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  if (!ring && style.boxShadow === "none") return "no mark: " + element.outerHTML;
  const points = [0.1, 0.5, 0.9].map((part) =>
    document.elementFromPoint(box.left + box.width * part, box.top + box.height / 2));
  // A box may be drawn by its label; then that is what is looked at.
  const label = element.closest("label");
  const isThere = (top) => top &&
    (element.contains(top) || top.contains(element) || label?.contains(top));
  if (points.some(isThere)) return null;
  return "covered: " + element.outerHTML;
}"""


def trouble_with_focus(page):
    """What is wrong with what has the focus, once the page has scrolled to it."""
    for _ in range(20):
        trouble = page.evaluate(TROUBLE_WITH_FOCUS)
        if trouble is None:
            return None
        page.wait_for_timeout(50)
    return trouble


def tab_to(locator):
    """Press Tab until *locator* has the focus, and see that each stop shows itself."""
    page = locator.page
    page.wait_for_load_state()
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        trouble = trouble_with_focus(page)
        assert trouble is None, trouble
        if locator.evaluate("element => element === document.activeElement"):
            return
    expect(locator).to_be_focused()


def press_on(locator):
    """Go to *locator* by Tab and press Enter."""
    tab_to(locator)
    locator.page.keyboard.press("Enter")


# Note what has the focus, and say whether it is another; null once the page is over.
# A field for a date has several stops inside, which the browser marks.
NEXT_STOP = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  if ("reached" in element.dataset) return element === window.lastStop ? false : null;
  window.lastStop = element;
  const group = element.type === "radio" && element.name
    ? document.getElementsByName(element.name) : [element];
  for (const one of group) one.dataset.reached = "";
  return true;
}"""

# What can be pressed or filled in, and was never reached.
PASSED_BY = """() => [...document.querySelectorAll(
  "main :is(a[href], button, input, select, textarea, summary)")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true })
    && !one.disabled && one.tabIndex >= 0 && !("reached" in one.dataset))
  .map((one) => "not reached: " + one.outerHTML.slice(0, 150))"""


def trouble_by_keys(page):
    """Go through the page by Tab, to its end; return what is wrong on the way.

    One with more stops than ``MOST_STEPS`` is gone through that far.
    """
    found = []
    page.evaluate("document.activeElement.blur()")
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        is_another = page.evaluate(NEXT_STOP)
        if is_another is None:
            break
        if is_another and (trouble := trouble_with_focus(page)):
            found.append(trouble)
    else:
        return found
    return found + page.evaluate(PASSED_BY)
