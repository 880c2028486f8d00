"""One municipality with one of everything that an address of the staff is about."""

import uuid
from dataclasses import replace
from datetime import date
from io import StringIO

from allauth.mfa.models import Authenticator
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, UploadedFile, Workflow

from config.roles import ROLES
from dialogue.accessibility.actions import Words, refuse
from dialogue.actions import answering, reviewing
from dialogue.actions.recording import Line
from dialogue.choices import Kind, Review
from dialogue.moderation.lanes import Lane
from dialogue.reasons import Reason
from home.accounts.actions import give_role
from home.accounts.models import RoleGroup
from home.models import SiteDocument, SiteImage, SiteSettings
from home.news.models import SentNews
from home.officers.models import Posting
from pledges.actions import report_done
from pledges.models import Matter
from tests.dialogue.factories import CommentFactory
from tests.home.factories import (
    AccessibilityStatementPageFactory,
    AgreementPageFactory,
    AreaOfficerFactory,
    DocumentFactory,
    ImageFactory,
    MunicipalityFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationFactory,
    complete,
    publish,
    staff_of,
)
from tests.pledges.factories import (
    line_by,
    pledge_page,
    police_side,
    sign_by_both,
    signed_pledge,
)

OF_THE_POLICE = {"area_officer", "police_approver"}


def _in_all_roles(municipality):
    user = staff_of(municipality)
    for role in ROLES:
        give_role(user, role, municipality=municipality)
    return user


class World:
    """Its attributes are the objects; ``staff`` is somebody in each role.

    ``stranger`` has all of the roles at once, in another municipality.
    """

    nobody = None  # who has not logged in

    def __init__(self):
        self.municipality = MunicipalityFactory()
        self.site = self.municipality.site
        self.home = self.site.root_page.specific
        self.news_index = NewsIndexPageFactory(parent=self.home)
        self._make_pledges()
        self._make_pages()
        neighbour = MunicipalityFactory(name="Östby kommun", host="ostby.test")
        NewsIndexPageFactory(parent=neighbour.site.root_page)
        call_command("sync_roles", stdout=StringIO())
        self.municipality.refresh_from_db()
        self.staff = {role: self._somebody(role) for role in ROLES}
        self.all_roles = _in_all_roles(self.municipality)
        self.stranger = _in_all_roles(neighbour)
        self.without_role = staff_of(self.municipality)
        self._make_what_pages_use()
        self._make_accounts()
        self._make_contributions()
        self._make_what_was_sent()
        self._make_what_is_others()

    def _somebody(self, role):
        user = staff_of(self.municipality, role, title=role)
        if role in OF_THE_POLICE:
            user.organisation = police_side()
            user.save()
        return user

    def _make_pledges(self):
        self.pledge_page = signed_pledge(self.home)
        self.pledge = self.pledge_page.pledge
        self.of_police, self.of_municipality = self.pledge_page.measures.all()
        self.indicator = self.pledge_page.indicators.get()
        self.draft_pledge = pledge_page(self.home, title="Tryggare torg", slug="torg")

    def _make_pages(self):
        agreement = self.draft_pledge.agreement.specific
        self.agreement = publish(complete(agreement))
        self.agreement.title = "Ett senare utkast"
        self.agreement.save_revision()
        self.version = self.agreement.agreement_versions.get()
        self.older = self.agreement.revisions.order_by("pk").first()
        self.newer = self.agreement.get_latest_revision()
        self.news = publish(
            NewsPageFactory(parent=self.news_index, responsible=police_side())
        )
        self.agreements = self.agreement.get_parent()
        self.signed_agreement = sign_by_both(self._new_agreement())
        self.statement = AccessibilityStatementPageFactory(parent=self.home)
        self.area = self.pledge_page.areas.first()

    def _new_agreement(self):
        page = AgreementPageFactory(
            parent=self.agreements.specific,
            title="Den förra",
            live=False,
            focus_areas=[
                one.focus_area for one in self.agreement.named_focus_areas.all()
            ],
            parties=[one.organisation for one in self.agreement.parties.all()],
        )
        page.save_revision()
        return type(page).objects.get(pk=page.pk)

    def _make_what_pages_use(self):
        self.collection = collection = self.municipality.collection
        officer = self.staff["area_officer"]
        self.image = ImageFactory(collection=collection)
        self.photo = ImageFactory(collection=collection, uploaded_by_user=officer)
        self.document = DocumentFactory(collection=collection)
        self.uploaded_image, self.uploaded_document = (
            UploadedFile.objects.create(
                for_content_type=ContentType.objects.get_for_model(model),
                file=ContentFile(b"x", name="halvvags"),
                uploaded_by_user=self.staff["administrator"],
            )
            for model in (SiteImage, SiteDocument)
        )
        self.redirect = Redirect.add_redirect("/gammal", "/sok/", site=self.site)
        self.settings = SiteSettings.objects.create(site=self.site)
        self.police, self.locale = police_side(), Locale.get_default()
        self.organisation = self.staff["administrator"].organisation
        self.officer = AreaOfficerFactory(areas=[self.area])
        editors = RoleGroup.objects.get(municipality=self.municipality, role="editor")
        self.workflow = Workflow.objects.get(name=editors.group.name)
        self.task = self.workflow.tasks.get()
        waiting = NewsPageFactory(parent=self.news_index, title="I väntan", live=False)
        waiting.save_revision()
        self.workflow_state = self.workflow.start(waiting, self.staff["area_officer"])
        self.task_state = self.workflow_state.current_task_state
        self.waiting_page = waiting

    def _make_accounts(self):
        self.colleague = staff_of(self.municipality, first_name="Nils")
        self.group = RoleGroup.objects.get(
            municipality=self.municipality, role="editor"
        ).group
        self.passkey = Authenticator.objects.create(
            user=self.colleague, type="webauthn", data={"name": "Telefonen"}
        )

    def _make_contributions(self):
        moderator = self.staff["moderator"]
        line = Line(by=moderator, reason=Reason.ABUSE)
        self.waiting = CommentFactory(page=self.agreement)
        self.published = CommentFactory(page=self.agreement, published=True)
        self.asked = CommentFactory(page=self.agreement, published=True)
        answering.assign(self.asked, Line(by=moderator), to=police_side())
        self.declined = CommentFactory(page=self.agreement)
        self.decision = reviewing.decline(self.declined, line)
        removed = CommentFactory(page=self.agreement)
        self.batch = uuid.uuid4()
        reviewing.publish(removed, line)
        reviewing.hide(
            removed, Line(by=moderator, reason=Reason.ABUSE, batch=self.batch)
        )
        self.seal = removed.seals.get()
        self.obstacle, answered = (
            CommentFactory(
                page=self.statement,
                kind=Kind.ACCESSIBILITY_REPORT,
                review=Review.PRIVATE,
            )
            for _number in range(2)
        )
        today = timezone.localdate()
        refuse(answered, Words("KS 1", today, *["Ord."] * 4), by=moderator)
        self.answered = answered

    def _make_what_was_sent(self):
        """Each is its sender's: an officer's news, and an officer's measure done."""
        officer = self.staff["area_officer"]
        line = replace(line_by(officer), sent_key=uuid.uuid4())
        self.entry = report_done(self.pledge, self.of_police, line, count=1)
        self.matter = Matter.objects.filter(sealed_on__isnull=True).latest("pk")
        self.post = SentNews.objects.create(
            by=officer, key=uuid.uuid4(), page=self.news
        )
        self.lane = Lane.NEW

    def _make_what_is_others(self):
        """What an officer has, and what another police has."""
        officer = self.staff["area_officer"]
        self.news_of_officer = NewsPageFactory(
            parent=self.news_index, title="Eget utkast", live=False, owner=officer
        )
        self.news_of_officer.save_revision()
        self.held_officer = AreaOfficerFactory(title="Områdespolis Nymölla")
        Posting.objects.create(
            officer=self.held_officer, user=officer, starts_on=date(2026, 1, 1)
        )
        other = OrganisationFactory(
            municipality=self.municipality, name="Andra polisen", kind="police"
        )
        self.officer_of_others = AreaOfficerFactory(
            title="Områdespolis Edenryd", organisation=other
        )
        self.editing = EditingSession.objects.create(
            user=self.staff["administrator"],
            content_object=self.agreement,
            last_seen_at=timezone.now(),
        )
