"""What the body of an agreement is made of."""

from dataclasses import dataclass

from .blocks import Run


@dataclass(frozen=True)
class Heading:
    """A heading within the text; ``level`` 2 is the highest."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; some of its words may lead somewhere."""

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class BulletList:
    """A list, with numbers or without."""

    items: tuple[tuple[Run, ...], ...]
    is_numbered: bool = False


@dataclass(frozen=True)
class Quote:
    """What somebody said. Name and role are empty if the page does not tell."""

    text: str
    speaker_name: str = ""
    speaker_role: str = ""


@dataclass(frozen=True)
class Picture:
    """A picture, or the words under one that a plain text has lost."""

    caption: str = ""
    photographer: str = ""
    alt: str = ""
    src: str = ""


Piece = Heading | Paragraph | BulletList | Quote | Picture
