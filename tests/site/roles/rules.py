"""How a rule is written: an address, and who is let in there; nobody else is.

A rule names roles for GET and for POST; what stands in its places is said in places.py.
"""

from dataclasses import dataclass, field

from config.roles import ROLES

NOBODY: frozenset[str] = frozenset()
EVERYBODY = frozenset(ROLES)  # who has logged in, in any role
ADMINISTRATOR = frozenset({"administrator"})
EDITORS = frozenset({"administrator", "editor"})
WRITERS = EDITORS | {"coordinator"}
NEWS_WRITERS = WRITERS | {"area_officer", "police_approver"}
OFFICER = frozenset({"area_officer"})
POLICE = frozenset({"area_officer", "police_approver"})
SIGNING = frozenset({"police_approver", "municipal_approver"})
MODERATORS = frozenset({"administrator", "moderator"})
REGISTRARS = frozenset({"administrator", "registrar"})


@dataclass(frozen=True)
class Rule:
    """Who is let in at *address*.

    get, post  the roles that are answered; all others are refused
    query      what follows the address
    objects    for a place, another object of the world than the usual one
    words      for a place, another word
    is_own     whether it shows everybody the own alone, so that strangers are let in
    is_noted   whether a refusal stands in the log; if not, the rule says why
    """

    address: str
    get: frozenset[str]
    post: frozenset[str]
    query: str = ""
    objects: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    is_own: bool = False
    is_noted: bool = True

    def __str__(self) -> str:
        """The address, and what it is about if that is not the usual thing."""
        about = [*self.objects.values(), *self.words.values()]
        return f"{self.address}{self.query} {' '.join(about)}".strip()


def may(address, get=NOBODY, post=NOBODY, **more):
    """Let those roles in."""
    return Rule(address, frozenset(get), frozenset(post), **more)


def form(address, roles, **more):
    """Let those roles see a form and send it."""
    return may(address, roles, roles, **more)


def refused(*addresses, **more):
    """Let nobody in: those who run the whole installation do it."""
    return [may(address, **more) for address in addresses]
