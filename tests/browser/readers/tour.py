"""One walk past every page, that looks at all that needs a browser on the way.

Loading a page costs more than looking at it. So each is loaded once on a phone and
once on a desk's screen, and what is seen there is written down for the tests.
"""

from dataclasses import dataclass, field
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT

SCRIPTS = Path(__file__).with_name("looking.js").read_text()
NARROWEST = {360: 320, 1280: 768}  # what is loaded so wide must also fit so wide
HEIGHT = 800

# Nothing is fetched anew: that serves one rule, which asks about turned screens.
AXE = {
    "resultTypes": ["violations"],
    "preload": False,
    "rules": {"target-size": {"enabled": True}},
}
# What depends on colours; all else is the same in the dark.
AXE_ON_COLOURS = {
    **AXE,
    "rules": {},
    "runOnly": ["color-contrast", "link-in-text-block"],
}


@dataclass
class Notes:
    """What was seen, each a list of lines for every address that gave cause."""

    seen: dict[str, dict[str, list[str]]] = field(default_factory=dict)

    def write(self, subject: str, address: str, lines: list[str]) -> None:
        """Note *lines* about *subject*, seen at *address*."""
        if lines:
            self.seen.setdefault(subject, {}).setdefault(address, []).extend(lines)

    def __getitem__(self, subject: str) -> str:
        return "\n".join(
            f"{address}  {line}"
            for address, lines in self.seen.get(subject, {}).items()
            for line in lines
        )


def axe_findings(page, options=AXE):
    """What axe-core finds on *page*, each as one line."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return [
        f"{rule['id']}: {', '.join(map(str, node['target']))} – {node['html'][:150]}"
        for rule in page.evaluate("options => axe.run(options)", options)["violations"]
        for node in rule["nodes"]
    ]


def tour(context, watch, addresses, width):
    """Go past all *addresses* in *context* and return the notes."""
    notes = Notes()
    context.add_init_script(SCRIPTS)
    page = context.new_page()
    letters = context.new_cdp_session(page)
    for address in addresses:
        _look_at(page, address, notes, width, letters)
        notes.write("complaints", address, watch.complaints)
        notes.write("cookies", address, [one["name"] for one in context.cookies()])
        watch.complaints = []
        context.clear_cookies()
    return notes


def _look_at(page, address, notes, width, letters):
    """Load *address*, and see how it does in each way in which it can be read."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.goto(address)

    def note(subject, script):
        notes.write(subject, address, page.evaluate(f"looking.{script}()"))

    note("shifts", "shifts")
    note("storage", "stored")
    note("targets", "smallTargets")
    notes.write("axe", address, axe_findings(page))
    page.emulate_media(color_scheme="dark")
    notes.write("axe in the dark", address, axe_findings(page, AXE_ON_COLOURS))
    page.emulate_media(color_scheme="light")
    _set_letters(letters, 32)
    note("sideways with large letters", "sideways")
    note("covered with large letters", "covered")
    _set_letters(letters, 16)
    page.set_viewport_size({"width": NARROWEST[width], "height": HEIGHT})
    note("sideways", "sideways")


def _set_letters(devtools, size):
    """Let the browser's letters be *size* pixels, as a reader can set them."""
    sizes = {"standard": size, "fixed": size - 3}
    devtools.send("Page.setFontSizes", {"fontSizes": sizes})
