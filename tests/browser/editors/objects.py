# Read by `manage.py shell`: something for each of our own pages to be about, as JSON.
import json
import sys
from dataclasses import replace
from uuid import uuid4

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.mfa.webauthn.internal.auth import WebAuthn
from cryptography.hazmat.primitives.asymmetric import ec
from django.utils import timezone
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

from dialogue.accessibility.actions import Words, refuse
from dialogue.actions import reviewing
from dialogue.actions.recording import Line
from dialogue.choices import Kind, Review
from dialogue.models import Contribution, Seal
from dialogue.reasons import Reason
from dialogue.receipts import digest_of, receipt_from
from home.accounts.invitations import token_for
from home.accounts.models import User
from home.models import AccessibilityStatementPage
from home.models.organisations import OrganisationKind
from home.news.models import NewsPage, SentNews
from home.signing import sign
from pledges.actions import report_done
from pledges.ledger import Line as LedgerLine
from pledges.models import LedgerEntry, Matter, Pledge, PledgePage

people = {one.email.split("@")[0]: one for one in User.objects.all()}
officer, moderator = people["polis"], people["granskare"]

# --- Pledges --------------------------------------------------------------------------

pledge = Pledge.objects.get(number="2026-01")
page = PledgePage.objects.filter(pledge=pledge, locale__language_code="sv").get()
kinds = {}
for measure in page.measures.select_related("responsible"):
    kinds[measure.responsible.kind] = measure
line = LedgerLine(officer, officer.organisation, timezone.localdate(), timezone.now())
done = report_done(
    pledge, kinds[OrganisationKind.POLICE], replace(line, sent_key=uuid4()), count=1
)
draft = next(
    one
    for one in PledgePage.objects.filter(alias_of=None).order_by("pk")
    if not one.is_signed
)
agreement = page.agreement.specific
text = agreement.get_latest_revision_as_object().digest()
for name in ("kommunchef", "polischef"):
    sign(agreement, by=people[name], digest=text, now=timezone.now())
post = SentNews.objects.create(by=officer, key=uuid4(), page=NewsPage.objects.first())

# --- The desk -------------------------------------------------------------------------

batch = uuid4()
about = Line(by=moderator, reason=Reason.ABUSE, batch=batch)
declined = Contribution.objects.filter(review=Review.WAITING).earliest("pk")
decision = reviewing.decline(declined, about)
published = Contribution.objects.filter(review=Review.PUBLISHED, kind=Kind.COMMENT)
reviewing.hide(published.earliest("pk"), about)
statement = AccessibilityStatementPage.objects.filter(locale__language_code="sv").get()
municipality = statement.get_site().municipality
reports = [
    Contribution.objects.create(
        page=statement,
        page_title=statement.title,
        page_address=statement.url,
        municipality=municipality,
        kind=Kind.ACCESSIBILITY_REPORT,
        review=Review.PRIVATE,
        text="Videon har ingen text.",
        receipt_digest=digest_of(receipt_from(f"own page {number}".encode())),
        received_at=timezone.now(),
    )
    for number in range(2)
]
today = timezone.localdate()
refuse(reports[1], Words("KS 1", today, *["Ord."] * 4), by=moderator)

# --- Accounts -------------------------------------------------------------------------

reader = people["lagesbild"]
TOTP.activate(reader, generate_totp_secret())
RecoveryCodes.activate(reader)
held = AttestedCredentialData.create(
    Aaguid(bytes(16)),
    b"telefonen",
    ES256.from_cryptography_key(ec.generate_private_key(ec.SECP256R1()).public_key()),
)
flags = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.AT
proof = AuthenticatorData.create(bytes(32), flags, 0, held)
asked = CollectedClientData.create(
    type="webauthn.create", challenge=bytes(16), origin="http://localhost"
)
answer = {
    "clientDataJSON": websafe_encode(asked),
    "attestationObject": websafe_encode(AttestationObject.create("none", proof, {})),
}
name = websafe_encode(b"telefonen")
credential = {"id": name, "rawId": name, "type": "public-key", "response": answer}
passkey = WebAuthn.add(reader, "Telefonen", credential).instance
uid, token = user_pk_to_url_str(reader), default_token_generator.make_token(reader)
invited = User.objects.create_user("ny@example.org", organisation=reader.organisation)
invited.set_unusable_password()
invited.invited_at = timezone.now()
invited.save()

sys.stdout.write(
    json.dumps(
        {
            "number": pledge.number,
            "of_police": kinds[OrganisationKind.POLICE].key,
            "of_municipality": kinds[OrganisationKind.MUNICIPALITY].key,
            "indicator": page.indicators.first().key,
            "entry": LedgerEntry.objects.filter(pledge=pledge, kind="done")
            .earliest("number")
            .number,
            "matter": Matter.objects.filter(
                entry__pledge=pledge, sealed_on__isnull=True
            )
            .earliest("pk")
            .pk,
            "done": done.sent_key,
            "draft": draft.pk,
            "agreement": agreement.pk,
            "post": post.key,
            "waiting": Contribution.objects.filter(review=Review.WAITING)
            .earliest("pk")
            .pk,
            "decision": decision.pk,
            "batch": batch,
            "seal": Seal.objects.earliest("pk").pk,
            "report": reports[0].pk,
            "refused": reports[1].pk,
            "passkey": passkey.pk,
            "reset": f"{uid}-{token}",
            "invitation": token_for(invited),
            "invited": invited.pk,
        },
        default=str,
    )
)
