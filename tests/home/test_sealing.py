"""Seals open with a key that is not in the database, and with no other."""

import pytest
from cryptography.fernet import Fernet
from django.core.checks import run_checks

from home.sealing import CannotOpen, seal, unseal


def new_key():
    return Fernet.generate_key().decode()


def test_what_is_sealed_can_be_opened():
    assert unseal(seal({"text": "Hej å ä ö"})) == {"text": "Hej å ä ö"}


def test_nothing_of_it_can_be_read_without_the_key(settings):
    sealed = seal({"text": "hemligt"})
    settings.SEAL_KEYS = [new_key()]

    with pytest.raises(CannotOpen):
        unseal(sealed)
    assert b"hemligt" not in sealed


def test_an_older_key_still_opens_what_it_sealed(settings):
    old = settings.SEAL_KEYS
    sealed = seal("gammalt")

    settings.SEAL_KEYS = [new_key(), *old]

    assert unseal(sealed) == "gammalt"


@pytest.mark.parametrize("keys", [[], ["för kort"]], ids=["none", "no key"])
def test_a_wrong_key_is_told_before_the_site_starts(settings, keys):
    settings.SEAL_KEYS = keys

    assert "dialogue.E001" in {found.id for found in run_checks()}
