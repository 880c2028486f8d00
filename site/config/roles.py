"""Who may do what: one table, the only place that says so.

``manage.py sync_roles`` makes it so, in every municipality, as often as one likes.
Whatever the table does not give is refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Parts of a municipality's page tree that a role can be given something in.
WHOLE_SITE = "home.HomePage"
NEWS = "home_news.NewsIndexPage"

WRITE = ("add", "change", "publish", "lock", "unlock")
CHOOSE = ("choose",)
UPLOAD = ("add", "change", "choose")
UPLOAD_OWN = ("add", "choose")  # who adds one changes it, too


@dataclass(frozen=True)
class Role:
    """A role: what it is called, and what it may do.

    permissions  names of Django permissions, as ``app_label.codename``
    pages        for each part of the page tree, the kinds of change allowed there
    media        what may be done with the municipality's pictures and documents
    settings     names of permissions that hold for the municipality's own site alone
    """

    name: Promise
    permissions: tuple[str, ...] = ()
    pages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    media: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()


ADMIN = "wagtailadmin.access_admin"
ORGANISATIONS = (
    "home.add_organisation",
    "home.change_organisation",
    "home.add_area",
    "home.change_area",
)
OFFICERS = ("home_officers.add_areaofficer", "home_officers.change_areaofficer")
OWN_OFFICE_HOURS = "home_officers.change_areaofficer"
READ_VERSIONS = "home_agreements.view_agreementversion"
SIGN = "home.give_signature"
REPORT = "pledges.report_measure"
FOLLOW_UP = ("pledges.follow_up_pledge", REPORT)
SEAL_LEDGER = "pledges.seal_ledger"
MODERATE = ("dialogue.moderate_contribution", "dialogue.view_supervisionlook")
ANSWER = "dialogue.answer_contribution"
READ_AUDIT = "home_audit.view_auditline"
BRAKE = "dialogue.pull_brake"
TRANSLATE = "simple_translation.submit_translation"
REGISTER = ("dialogue.register_contribution", "dialogue.open_seal")

ROLES: Mapping[str, Role] = {
    "administrator": Role(
        name=_("Administrator"),
        permissions=(
            ADMIN,
            *ORGANISATIONS,
            *OFFICERS,
            "home.delete_organisation",
            "home.delete_area",
            "home_accounts.add_user",
            "home_accounts.change_user",
            "wagtailredirects.add_redirect",
            "wagtailredirects.change_redirect",
            "wagtailredirects.delete_redirect",
            TRANSLATE,
            READ_VERSIONS,
            *MODERATE,
            BRAKE,
            ANSWER,
            *REGISTER,
            READ_AUDIT,
            *FOLLOW_UP,
            SEAL_LEDGER,
        ),
        pages={WHOLE_SITE: (*WRITE, "bulk_delete")},
        media=(*UPLOAD, "delete"),
        settings=("home.change_sitesettings", "dialogue.change_dialoguesettings"),
    ),
    "editor": Role(
        name=_("Editor"),
        permissions=(
            ADMIN,
            *ORGANISATIONS,
            *OFFICERS,
            "wagtailredirects.add_redirect",
            "wagtailredirects.change_redirect",
            TRANSLATE,
            READ_VERSIONS,
            ANSWER,
            *FOLLOW_UP,
        ),
        pages={WHOLE_SITE: WRITE},
        media=UPLOAD,
    ),
    "moderator": Role(
        name=_("Moderator"), permissions=(ADMIN, *MODERATE, BRAKE, ANSWER)
    ),
    "coordinator": Role(
        name=_("Safety coordinator"),
        permissions=(
            ADMIN,
            *ORGANISATIONS,
            *OFFICERS,
            READ_VERSIONS,
            BRAKE,
            ANSWER,
            *FOLLOW_UP,
        ),
        pages={WHOLE_SITE: ("add", "change", "publish")},
        media=UPLOAD,
    ),
    "area_officer": Role(
        name=_("Area officer"),
        permissions=(ADMIN, ANSWER, OWN_OFFICE_HOURS, REPORT),
        pages={NEWS: ("add",)},
        media=UPLOAD_OWN,
    ),
    "police_approver": Role(
        name=_("Approver for the police"),
        permissions=(ADMIN, *OFFICERS, READ_VERSIONS, ANSWER, SIGN, REPORT),
        pages={NEWS: ("add", "publish")},
        media=UPLOAD_OWN,
    ),
    "municipal_approver": Role(
        name=_("Approver for the municipality"),
        permissions=(ADMIN, READ_VERSIONS, SIGN),
    ),
    "situation_reader": Role(
        name=_("Reader of the situation picture"), permissions=(ADMIN,)
    ),
    "registrar": Role(
        name=_("Registrar"),
        permissions=(
            ADMIN,
            READ_VERSIONS,
            *REGISTER,
            READ_AUDIT,
            "dialogue.view_supervisionlook",
            SEAL_LEDGER,
        ),
    ),
}
