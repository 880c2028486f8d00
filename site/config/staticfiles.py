"""Static files as they are served: hashed, compressed, one stylesheet and not forty."""

import posixpath
import re
from collections.abc import Callable, Iterator
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

# Stylesheets that pages link to: those at the top of this folder.
ENTRY = re.compile(r"css/[^/]+\.css")
IMPORT = re.compile(
    r"""@import\s+url\(\s*["']?(?P<url>[^"')]+)["']?\s*\)"""
    r"""(?:\s+layer\((?P<layer>[^)]*)\))?\s*;"""
)
URL = re.compile(r"""url\(\s*(?P<quote>["']?)(?P<url>[^"')]+)(?P=quote)\s*\)""")
# Compression does the rest; a minifier once broke “[type=url]”, and with it the page.
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
OF_ITS_OWN = re.compile(r"^(?:[a-z]+:|/|#)", re.IGNORECASE)


def bundle(name: str, read: Callable[[str], str]) -> str:
    """Return the stylesheet *name* with what it imports in its place, in its layer.

    *read* gives the text of a file by its name. Addresses inside an imported file are
    rewritten, since they were meant from where that file lies.

    >>> files = {
    ...     "css/site.css": '@layer b; @import url("part/b.css") layer(b);',
    ...     "css/part/b.css": 'p { background: url("../dot.png"); }',
    ... }
    >>> print(bundle("css/site.css", files.__getitem__))
    @layer b; @layer b {
    p { background: url("dot.png"); }
    }
    """
    folder = posixpath.dirname(name)

    def insert(match: re.Match[str]) -> str:
        imported = posixpath.normpath(posixpath.join(folder, match["url"]))
        text = _moved(bundle(imported, read), posixpath.dirname(imported), folder)
        return f"@layer {match['layer']} {{\n{text}\n}}" if match["layer"] else text

    return IMPORT.sub(insert, read(name))


def _moved(text: str, source: str, target: str) -> str:
    """Return *text* with its relative addresses as seen from the folder *target*."""

    def move(match: re.Match[str]) -> str:
        url = match["url"]
        if OF_ITS_OWN.match(url):
            return match[0]
        moved = posixpath.relpath(posixpath.join(source, url), target)
        return f"url({match['quote']}{moved}{match['quote']})"

    return text if source == target else URL.sub(move, text)


class BundledStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Bundles each stylesheet that pages link to, then hashes it.

    The bundle is made from the sources each time: no changed part is missed.
    """

    def post_process(
        self, paths: dict[str, Any], dry_run: bool = False, **options: Any
    ) -> Iterator[tuple[str, str | None, Any]]:
        """Process *paths* as collectstatic found them."""

        def read(name: str) -> str:
            storage, path = paths[name]
            with storage.open(path) as file:
                return file.read().decode()

        if not dry_run:
            bundles = InMemoryStorage()
            for name in [name for name in paths if ENTRY.fullmatch(name)]:
                text = COMMENT.sub("", bundle(name, read))
                bundles.save(name, ContentFile(text.encode()))
                paths[name] = (bundles, name)
        yield from super().post_process(paths, dry_run, **options)
