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
