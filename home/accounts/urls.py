"""The addresses of staff's own accounts: allauth's views, as many as we use."""

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from allauth.usersessions import views as sessions
from django.urls import path, re_path

from .views import accept_invitation

urlpatterns = [
    path("", factors.index, name="mfa_index"),
    path("logga-in/", account.login, name="account_login"),
    path("logga-in/steg-2/", factors.authenticate, name="mfa_authenticate"),
    path("logga-in/nyckel/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("logga-ut/", account.logout, name="account_logout"),
    path("avstangt/", account.account_inactive, name="account_inactive"),
    path("inbjudan/<str:token>/", accept_invitation, name="accept_invitation"),
    path("bekrafta/", account.reauthenticate, name="account_reauthenticate"),
    path("bekrafta/kod/", factors.reauthenticate, name="mfa_reauthenticate"),
    path(
        "bekrafta/nyckel/",
        passkeys.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path("losenord/", account.password_change, name="account_change_password"),
    path("losenord/glomt/", account.password_reset, name="account_reset_password"),
    path(
        "losenord/glomt/skickat/",
        account.password_reset_done,
        name="account_reset_password_done",
    ),
    path(
        "losenord/nytt/klart/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^losenord/nytt/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("app/", app.activate_totp, name="mfa_activate_totp"),
    path("app/ta-bort/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("nycklar/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("nycklar/ny/", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path("nycklar/<int:pk>/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
    path(
        "nycklar/<int:pk>/ta-bort/",
        passkeys.remove_webauthn,
        name="mfa_remove_webauthn",
    ),
    path("reservkoder/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "reservkoder/nya/",
        codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "reservkoder/hamta/",
        codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("inloggningar/", sessions.list_usersessions, name="usersessions_list"),
]
