"""Pictures of the site: the two of the README, or all there is to look at.

Run by ``./run screenshots`` and ``./run screenshots --all``.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.server import ROOT, make_seed, serving

AGREEMENT = "/overenskommelser/samverkansoverenskommelse-2021-2024/"
PLEDGE = "/medborgarloften/2026-01-lugnare-trafik-vid-skolorna-i-bromolla-och-nasum/"
PAGES = {
    "home": "/",
    "agreements": "/overenskommelser/",
    "agreement": AGREEMENT,
    "focus-areas": "/fokusomraden/",
    "focus-area": "/fokusomraden/trafiksakerhet/",
    "sensitive": "/fokusomraden/vald-i-nara-relation/",
    "pledges": "/medborgarloften/",
    "pledge": PLEDGE,
    "year": "/medborgarloften/2025/",
    "history": "/lofte/2026-01/historik/",
    "proof": "/lofte/sa-vet-du/",
    "news": "/nyheter/",
    "officers": "/omradespoliser/",
    "search": "/sok/?q=trafik",
    "statement": "/tillganglighet/",
    "missing": "/finns-inte/",
}
WIDTHS = (360, 768, 1280)


def picture_of(browser: Browser, url: str, path: Path, **options) -> None:
    """Save what a reader sees of *url* in *path*."""
    media = options.pop("media", "screen")
    whole = options.pop("whole", True)
    context = browser.new_context(locale="sv-SE", **options)
    page = context.new_page()
    page.emulate_media(media=media)
    page.goto(url)
    page.screenshot(path=path, full_page=whole)
    context.close()


def for_the_readme(browser: Browser, base: str) -> None:
    """Make the two pictures of the README, with few colours so that they stay small."""
    folder = ROOT / "docs/pictures"
    folder.mkdir(parents=True, exist_ok=True)
    for name, address in (("home", "/"), ("pledge", PLEDGE)):
        path = folder / f"{name}.png"
        size = {"width": 1280, "height": 1000}
        picture_of(browser, base + address, path, whole=False, viewport=size)
        Image.open(path).convert("P", palette=Image.Palette.ADAPTIVE).save(
            path, optimize=True
        )


def for_looking(browser: Browser, base: str) -> None:
    """Make a picture of each page in each width, light, dark and as on paper."""
    folder = ROOT / "var/screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    for name, address in PAGES.items():
        for width in WIDTHS:
            size = {"width": width, "height": 900}
            for scheme in ("light", "dark"):
                path = folder / f"{name}-{width}-{scheme}.png"
                picture_of(
                    browser, base + address, path, viewport=size, color_scheme=scheme
                )
        path = folder / f"{name}-paper.png"
        picture_of(browser, base + address, path, media="print")


def main(*arguments: str) -> None:
    """Serve the demo from a folder of its own, and take the pictures."""
    take = for_looking if "--all" in arguments else for_the_readme
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        seed = make_seed(Path(folder) / "seed", os.environ.get("DATABASE_URL", ""))
        browser = playwright.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--disable-background-networking"],
        )
        with serving(seed) as server:
            take(browser, server.url)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
