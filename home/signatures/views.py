"""The page where a text is read and signed, and the one where it is corrected."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.forms import BaseForm, ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from home.accounts.models import User
from home.accounts.staff_views import StaffView
from home.blocks import BodyBlock
from home.models import Signature
from home.models.signatures import Lack, SignablePage
from home.publishing import NotReady
from home.signing import (
    AlreadySigned,
    NotASide,
    TextHasChanged,
    may_sign,
    side_of,
    sign,
)

from .access import get_signable, waiting_for
from .actions import fill_in, publish_correction
from .forms import CorrectionForm, SignForm, afterwards_form
from .models import Correction


class WaitingView(StaffView):
    """What waits for the signature of the one who asks."""

    template_name = "home/signatures/waiting.html"
    page_title = gettext_lazy("To sign")
    header_icon = "edit"

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show it. Raises PermissionDenied for those who hold no key."""
        user = self.request.user
        if not user.has_perm("home.give_signature"):
            raise PermissionDenied
        context = self.get_context_data(drafts=list(waiting_for(user)))
        return self.render_to_response(context)


@dataclass(frozen=True)
class TextToSign:
    """A text as it is shown to whoever signs it.

    lines    each line of the canonical text, as what it says and of what
    held     the fingerprint of all that the page holds
    given    the signatures given to exactly this text
    void     those given to an earlier text, which count no more
    lacks    what is missing before it can be signed
    """

    draft: SignablePage
    digest: str
    held: str
    lines: list[tuple[str, str]]
    given: list[Signature]
    void: list[Signature]
    lacks: list[Lack]

    @classmethod
    def of(cls, page: SignablePage) -> "TextToSign":
        """The text of *page*: the draft, or what both have signed."""
        draft = page.get_latest_revision_as_object()
        text, digest = draft.canonical_text(), draft.digest()
        given = draft.signatures_that_count or draft.given_to_this_text()
        kept = {one.pk for one in given}
        return cls(
            draft=draft,
            digest=given[0].digest if draft.is_signed else digest,
            held=draft.fingerprint_of_text(),
            lines=[parted(line) for line in text.splitlines()],
            given=given,
            void=[one for one in draft.all_signatures if one.pk not in kept],
            lacks=[] if draft.is_signed else draft.lacks(),
        )

    def waits_for(self, user: User) -> bool:
        """Whether *user* can sign it now."""
        organisation = side_of(user, self.draft)
        has_signed = organisation is not None and any(
            one.kind == organisation.kind or one.person_id == user.pk
            for one in self.given
        )
        return not (self.draft.is_signed or self.lacks or has_signed) and may_sign(
            user, self.draft
        )


def parted(line: str) -> tuple[str, str]:
    """Return what a line is about, and what it says.

    A building block is called as in the form.
    """
    name, colon, words = line.partition(":")
    if not colon:
        return "", line
    block = BodyBlock().child_blocks.get(name)
    return (str(block.label) if block is not None else name), words.strip()


class OfSignable(StaffView):
    """Part of a view: one text that two sides sign."""

    header_icon = "edit"
    page: SignablePage

    def dispatch(self, request: HttpRequest, page_id: int) -> HttpResponseBase:
        """Find the page. Raises Http404 for what this person may not read."""
        self.page = get_signable(page_id, self.request.user)
        return super().dispatch(request, page_id)

    def get_page_title(self) -> str:
        """The text that it is about."""
        return self.page.get_admin_display_title()


class SigningView(OfSignable):
    """The text as it will be signed, who has signed, and the one button."""

    template_name = "home/signatures/signing.html"

    def pages_above(self) -> list[tuple[str, str]]:
        """What waits to be signed, for those who hold a key."""
        return [(reverse("signatures:waiting"), _("Signatures"))]

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Show it."""
        return self._show()

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Sign what was shown, or say why that cannot be done."""
        user, form = self.request.user, SignForm(request.POST)
        if not user.has_perm("home.give_signature"):
            raise PermissionDenied
        try:
            signature = sign(
                self.page,
                by=user,
                digest=form["digest"].value() or "",
                fingerprint=form["fingerprint"].value() or "",
                now=timezone.now(),
            )
        except TextHasChanged:
            return self._refused(
                _(
                    "The text has been changed since you opened it, so your signature "
                    "was not given. Read it once more; the whole text stands below."
                )
            )
        except AlreadySigned:
            return self._refused(
                _(
                    "Your side, or you yourself, have signed this text already. The "
                    "other side's signature has to be given by somebody there."
                )
            )
        except NotASide:
            return self._refused(
                _("You work for neither of the two sides, so you cannot sign."), 403
            )
        except NotReady as problem:
            return self._refused(" ".join(problem.messages), 422)
        self._tell(signature)
        return redirect("signatures:page", self.page.pk)

    def _tell(self, signature: Signature) -> None:
        page = type(self.page).objects.get(pk=self.page.pk)
        if page.is_signed:
            words = _("Both sides have signed. The text is public, and stays as it is.")
        else:
            words = _(
                "You have signed for %(organisation)s. The other side is still to sign."
            ) % {"organisation": signature.organisation_name}
        messages.success(self.request, words)

    def _refused(self, why: str, status: int = 409) -> HttpResponse:
        self.page = get_signable(self.page.pk, self.request.user)
        return self._show(status, refused=why)

    def _show(self, status: int = 200, **more: str) -> HttpResponse:
        text, user = TextToSign.of(self.page), self.request.user
        permissions = self.page.permissions_for_user(user)
        context = self.get_context_data(
            text=text,
            draft=text.draft,
            is_waiting=text.waits_for(user),
            organisation=side_of(user, self.page),
            may_edit=permissions.can_edit() and not self.page.is_signed,
            may_correct=may_correct(user, self.page),
            may_fill_in=may_fill_in(user, self.page),
            corrections=Correction.objects.of(self.page),
            edit_url=reverse("wagtailadmin_pages:edit", args=[self.page.pk]),
            **more,
        )
        return self.render_to_response(context, status=status)


def may_correct(user: User, page: SignablePage) -> bool:
    """Whether *user* may publish a correction of *page*: whoever publishes it may.

    A text with a ledger of its own is corrected there.
    """
    return (
        page.is_signed
        and not page.has_ledger
        and user.organisation is not None
        and page.permissions_for_user(user).can_publish()
    )


def may_fill_in(user: User, page: SignablePage) -> bool:
    """Whether *user* may fill in what a signed *page* still leaves open."""
    return (
        page.is_signed
        and bool(page.open_after_signing)
        and page.permissions_for_user(user).can_publish()
    )


class BesideTheText(OfSignable):
    """Part of a view: something is added to a signed text, which stays as it is."""

    def is_allowed(self) -> bool:
        """Whether the one who asks may add it."""
        raise NotImplementedError

    def dispatch(self, request: HttpRequest, page_id: int) -> HttpResponseBase:
        """Raise PermissionDenied for those who may not."""
        self.page = get_signable(page_id, self.request.user)
        if not self.is_allowed():
            raise PermissionDenied
        return super().dispatch(request, page_id)

    def pages_above(self) -> list[tuple[str, str]]:
        """The page with the signatures."""
        address = reverse("signatures:page", args=[self.page.pk])
        return [(address, self.page.get_admin_display_title())]

    def _show(self, form: BaseForm, status: int = 200) -> HttpResponse:
        context = self.get_context_data(form=form, signed_page=self.page)
        return self.render_to_response(context, status=status)


class AfterwardsView(BesideTheText):
    """What may be filled in once a text is signed, such as what came after it."""

    template_name = "home/signatures/afterwards.html"
    page_subtitle = gettext_lazy("What came after")

    def is_allowed(self) -> bool:
        """Whoever publishes it may."""
        return may_fill_in(self.request.user, self.page)

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Ask for it."""
        return self._show(self._form())

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Publish it, or show what to change."""
        form = self._form(request.POST)
        if not form.is_valid():
            return self._show(form, 422)
        fill_in(self.page, by=self.request.user, values=form.cleaned_data)
        messages.success(request, _("It is public. The signed text is as it was."))
        return redirect("signatures:page", self.page.pk)

    def _form(self, data: QueryDict | None = None) -> ModelForm:
        return afterwards_form(self.page)(data, instance=self.page)


class CorrectionView(BesideTheText):
    """The form for a correction, which everybody reads from then on."""

    template_name = "home/signatures/correction.html"
    page_subtitle = gettext_lazy("Correction")

    def is_allowed(self) -> bool:
        """Whoever publishes it may."""
        return may_correct(self.request.user, self.page)

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Ask for it."""
        return self._show(CorrectionForm())

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Publish it, or show what to change."""
        form = CorrectionForm(request.POST)
        if not form.is_valid():
            return self._show(form, 422)
        publish_correction(
            self.page,
            by=self.request.user,
            text=form.cleaned_data["text"],
            now=timezone.now(),
        )
        messages.success(request, _("The correction is public."))
        return redirect("signatures:page", self.page.pk)
