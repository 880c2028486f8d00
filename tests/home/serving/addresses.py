"""Every public address, as the URL resolver has them: a new one is among them.

Staff's own addresses are left out but for those that stand open: login and password.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

from django.conf import settings
from django.urls import get_resolver, resolve
from django.utils import translation
from django.utils.regex_helper import normalize

OPEN_TO_ALL = ("login", "password_reset", "jsi18n", "sprite")

# What stands in a place of an address, if the world has nothing better for it.
BY_CONVERTER = {"int": "1", "slug": "belysning", "uuid": "0" * 32, "path": "a/b"}


@dataclass(frozen=True)
class Address:
    """An address with places to be filled, such as ``/tema/%(colour)s.css``."""

    name: str
    template: str
    values: dict[str, str] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """The address as it is meant to be asked for."""
        return self.template % {
            name: quote(value) for name, value in self.values.items()
        }

    def with_wrong(self, value: str) -> Iterator[str]:
        """The same address with *value*, as it is, in each place in turn."""
        right = {name: quote(text) for name, text in self.values.items()}
        for name in self.values:
            yield self.template % {**right, name: value}


def public_addresses(samples: dict[str, dict[str, str]]) -> list[Address]:
    """Return all of them in each language, their places filled from *samples*.

    *samples* holds for the name of an address what its places may hold. Raises
    AssertionError for an address that leads nowhere when it is filled from them.
    """
    found = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            for name, template, converters in patterns(get_resolver(), "/", {}):
                if _is_for_staff_alone(template) or name == "wagtail_serve":
                    continue
                values = {
                    place: BY_CONVERTER.get(kind, "1")
                    for place, kind in converters.items()
                }
                address = Address(name, template, values | samples.get(name, {}))
                _assert_leads_somewhere(address)
                found[template] = address
    return list(found.values())


def _is_for_staff_alone(template: str) -> bool:
    """Whether the address lies behind the login."""
    own = template.removeprefix(settings.ADMIN_PREFIX)
    return own != template and not own.startswith(OPEN_TO_ALL)


def _assert_leads_somewhere(address: Address) -> None:
    """Ask the resolver, in the language that is spoken now."""
    match = resolve(address.path)
    assert match.url_name == address.name, (
        f"{address.path} is not the address {address.name}: say in `samples` what "
        f"stands in {sorted(address.values)}."
    )


def patterns(
    resolver, prefix: str, converters: dict[str, str]
) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield name, template and the places of each address beneath *resolver*."""
    for one in resolver.url_patterns:
        regex = str(one.pattern.regex.pattern).removeprefix("^")
        own, places = normalize(regex)[0]
        kinds = {
            name: type(converter).__name__.removesuffix("Converter").lower()
            for name, converter in getattr(one.pattern, "converters", {}).items()
        }
        inner = converters | {place: kinds.get(place, "str") for place in places}
        if hasattr(one, "url_patterns"):
            yield from patterns(one, prefix + own, inner)
        else:
            yield one.name or "", prefix + own, inner
