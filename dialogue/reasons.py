"""Why a contribution may be declined or removed: a closed list, published beforehand.

The law on electronic bulletin boards (1998:112), section 5, names what the provider has
to remove; the rest are the municipality's own neutral rules (DOMAIN 3.1, 3.11). That
something criticises the municipality or the police is never a reason.
"""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Reason(models.TextChoices):
    """The reason, as the moderator reads it."""

    ILLEGAL_THREAT = "illegal_threat", _("Unlawful threat")
    ILLEGAL_PRIVACY = "illegal_privacy", _("Unlawful breach of privacy")
    ILLEGAL_INCITEMENT = "illegal_incitement", _("Incitement to crime")
    ILLEGAL_HATE = "illegal_hate", _("Agitation against a population group")
    ILLEGAL_CSAM = "illegal_csam", _("Child pornography crime")
    ILLEGAL_VIOLENCE = "illegal_violence", _("Unlawful depiction of violence")
    ILLEGAL_TERROR = "illegal_terror", _("Public call for terrorism or grave crime")
    COPYRIGHT = "copyright", _("Breach of copyright")
    PERSONAL_DATA = "personal_data", _("Personal data of the sender or of others")
    ACCUSATION = "accusation", _("Accuses a person, household or company of a crime")
    SECRECY = "secrecy", _("May be covered by secrecy")
    ABUSE = "abuse", _("Personal attack or insulting language")
    OFF_TOPIC = "off_topic", _("Not about the subject of the page")
    TIP = "tip", _("Tip about or report of a crime")
    FAULT_REPORT = "fault_report", _("Fault report")
    INDIVIDUAL_CASE = "individual_case", _("About somebody's own case")
    SPAM_AD = "spam_ad", _("Advertising or spam")
    DUPLICATE = "duplicate", _("Duplicate")


# What the law wants removed, with the place in the statute book.
STATUTES: dict[str, Promise] = {
    Reason.ILLEGAL_THREAT: _("Criminal Code 4:5, BBS Act section 5"),
    Reason.ILLEGAL_PRIVACY: _("Criminal Code 4:6 c, BBS Act section 5"),
    Reason.ILLEGAL_INCITEMENT: _("Criminal Code 16:5, BBS Act section 5"),
    Reason.ILLEGAL_HATE: _("Criminal Code 16:8, BBS Act section 5"),
    Reason.ILLEGAL_CSAM: _("Criminal Code 16:10 a, BBS Act section 5"),
    Reason.ILLEGAL_VIOLENCE: _("Criminal Code 16:10 c, BBS Act section 5"),
    Reason.ILLEGAL_TERROR: _("Terrorist Offences Act section 7, BBS Act section 5"),
    Reason.COPYRIGHT: _("Copyright Act, BBS Act section 5"),
}

# What the sender and the public read after “because”; the sender's text is not blamed.
PUBLIC_WORDS: dict[str, Promise] = {
    Reason.ILLEGAL_THREAT: _("it holds something that can be threatening"),
    Reason.ILLEGAL_PRIVACY: _("it tells of somebody's private life"),
    Reason.ILLEGAL_INCITEMENT: _("it can be read as a call to commit crimes"),
    Reason.ILLEGAL_HATE: _("it can be agitation against a group of people"),
    Reason.ILLEGAL_CSAM: _("it holds something that is forbidden to spread"),
    Reason.ILLEGAL_VIOLENCE: _("it depicts violence in an unlawful way"),
    Reason.ILLEGAL_TERROR: _("it can be read as a call for grave crimes"),
    Reason.COPYRIGHT: _("it holds what somebody else has the right to"),
    Reason.PERSONAL_DATA: _("it holds something that points out a person"),
    Reason.ACCUSATION: _("it accuses somebody of a crime"),
    Reason.SECRECY: _("it holds something that may be secret"),
    Reason.ABUSE: _("it attacks or insults a person"),
    Reason.OFF_TOPIC: _("it is not about the subject of the page"),
    Reason.TIP: _("it tips about a crime, and such tips go to the police"),
    Reason.FAULT_REPORT: _("it is a fault report"),
    Reason.INDIVIDUAL_CASE: _("it is about somebody's own case"),
    Reason.SPAM_AD: _("it is advertising or spam"),
    Reason.DUPLICATE: _("the same text has been sent before"),
}

# These are sealed without being shown to anybody here: the police take over.
SEALED_UNSEEN = (Reason.ILLEGAL_CSAM,)


def public_words(reason: str) -> str:
    """What follows “because” in what the sender and the public read; may be empty."""
    return str(PUBLIC_WORDS.get(reason, ""))


def statute(reason: str) -> str:
    """The place in the statute book that *reason* rests on; empty for house rules."""
    return str(STATUTES.get(reason, ""))
