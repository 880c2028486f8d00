"""Colours that can be read: the contrast of WCAG, and a darker one of the same hue."""

import re

from coloraide import Color
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

# WCAG 2.2, success criterion 1.4.3: the least contrast of text with its ground.
LEAST_CONTRAST = 4.5
WHITE = "#ffffff"


def contrast(colour: str, ground: str = WHITE) -> float:
    """Return the contrast of two colours as WCAG counts it: from 1.0 to 21.0.

    >>> round(contrast("#000000"), 1)
    21.0
    >>> round(contrast("#ffff00"), 2)
    1.07
    """
    return Color(colour).contrast(ground, method="wcag21")


def darker_until_readable(colour: str) -> str:
    """Return the nearest colour of the same hue that can be read on white.

    >>> contrast(darker_until_readable("#ffff00")) >= LEAST_CONTRAST
    True
    >>> darker_until_readable("#0f5c63")
    '#0f5c63'
    """
    chosen = Color(colour).convert("oklch")
    while contrast(chosen.convert("srgb").fit().to_string(hex=True)) < LEAST_CONTRAST:
        chosen["lightness"] = chosen["lightness"] - 0.01
    return chosen.convert("srgb").fit().to_string(hex=True)


def validate_colour(value: str) -> None:
    """Raise ValidationError unless *value* is six hexadecimal digits after a #."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise ValidationError(
            _("Write the colour as # and six digits or letters a–f, such as #0f5c63."),
            code="not_a_colour",
        )


def validate_readable(value: str) -> None:
    """Raise ValidationError if text in the colour *value* is hard to read on white."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        return  # validate_colour has told
    reached = contrast(value)
    if reached < LEAST_CONTRAST:
        raise ValidationError(
            _(
                "The colour is too pale to read on white: its contrast is %(reached)s "
                "to 1 and must be at least 4.5. Choose a darker one, such as "
                "%(suggestion)s."
            ),
            code="low_contrast",
            params={
                "reached": number_format(reached, 1),
                "suggestion": darker_until_readable(value),
            },
        )
