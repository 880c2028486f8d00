"""Rows of words on their way from HTML to blocks."""

from .blocks import Run
from .lines import begins_an_item, goes_on


def split_at_breaks(runs: list[Run]) -> list[list[Run]]:
    """*runs* in lines, parted where the page has a line break."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        if run.text == "\n":
            lines.append([])
        else:
            lines[-1].append(run)
    return lines


def split_at_empty(lines: list[tuple[Run, ...]]) -> list[list[tuple[Run, ...]]]:
    """*lines* in paragraphs: old editors wrote two breaks between them."""
    paragraphs: list[list[tuple[Run, ...]]] = [[]]
    for line in lines:
        if line:
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    return [paragraph for paragraph in paragraphs if paragraph]


def whole_sentences(lines: list[tuple[Run, ...]]) -> list[tuple[Run, ...]]:
    """*lines* with those put together that are one sentence broken in two."""
    whole: list[tuple[Run, ...]] = []
    for line in lines:
        is_item = begins_an_item(text_of(line))
        if whole and not is_item and goes_on(text_of(whole[-1]), text_of(line)):
            whole[-1] = joined([*whole[-1], Run(" "), *line])
        else:
            whole.append(line)
    return whole


def without_beginning(runs: tuple[Run, ...], length: int) -> tuple[Run, ...]:
    """*runs* without their first *length* signs."""
    rest: list[Run] = []
    for run in runs:
        cut = min(length, len(run.text))
        length -= cut
        rest.append(Run(run.text[cut:], run.href))
    return joined(rest)


def text_of(runs: tuple[Run, ...]) -> str:
    """The words of *runs* without their links."""
    return "".join(run.text for run in runs)


def joined(runs: list[Run]) -> tuple[Run, ...]:
    """*runs* with neighbours of one address in one, and single spaces throughout."""
    result: list[Run] = []
    for run in runs:
        at_start = not result or result[-1].text.endswith(" ")
        text = run.text.lstrip(" ") if at_start else run.text
        if text and result and result[-1].href == run.href:
            result[-1] = Run(result[-1].text + text, run.href)
        elif text:
            result.append(Run(text, run.href))
    if result:
        result[-1] = Run(result[-1].text.rstrip(" "), result[-1].href)
    has_words = any(run.text.strip(" ·•|*") for run in result)
    return tuple(run for run in result if run.text) if has_words else ()
