"""Colours that everybody can read, as WCAG counts it."""

import pytest
from django.core.exceptions import ValidationError

from home.colours import LEAST_CONTRAST, contrast, darker_until_readable
from home.models import SiteSettings


@pytest.mark.parametrize(
    ("colour", "ground", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffffff", 8.59),
        ("#ffff00", "#ffffff", 1.07),
        ("#767676", "#ffffff", 4.54),  # the palest grey that passes
        ("#777777", "#ffffff", 4.48),
        ("#ffff00", "#0000ff", 8.0),
    ],
)
def test_contrast_is_that_of_wcag(colour, ground, expected):
    assert contrast(colour, ground) == pytest.approx(expected, abs=0.01)
    assert contrast(ground, colour) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize("colour", ["#777777", "#ffff00", "#f5b8c9", "#FFFFFF"])
def test_pale_colour_is_refused_with_one_that_does(municipality, colour):
    settings = SiteSettings(site=municipality.site, brand_colour=colour)

    with pytest.raises(ValidationError) as refused:
        settings.full_clean()

    darker = darker_until_readable(colour)
    assert contrast(darker) >= LEAST_CONTRAST
    assert darker in refused.value.message_dict["brand_colour"][0]
    SiteSettings(site=municipality.site, brand_colour=darker).full_clean()


@pytest.mark.parametrize("colour", ["0f5c63", "#0f5c6", "#0f5c6g", "teal", "#0f5c63;"])
def test_what_is_no_colour_is_refused(municipality, colour):
    with pytest.raises(ValidationError) as refused:
        SiteSettings(site=municipality.site, brand_colour=colour).full_clean()

    assert set(refused.value.message_dict) == {"brand_colour"}


@pytest.mark.parametrize("colour", ["#767676", "#0f5c63", "#7A1F3D"])
def test_dark_colour_is_taken(municipality, colour):
    SiteSettings(site=municipality.site, brand_colour=colour).full_clean()
