"""Pledges, their ledger, and what is derived from it."""

from .index import PledgeIndexPage
from .ledger import AppendOnly, LedgerEntry, Matter, Reading
from .pages import PledgePage
from .parts import Commitment, Evidence, FollowUpDay, Indicator, Measure
from .pledges import Pledge
from .seals import SealOpening
from .states import MeasureState, PledgeState
from .updates import UpdatePage
from .versions import PledgeVersion

__all__ = [
    "AppendOnly",
    "Commitment",
    "Evidence",
    "FollowUpDay",
    "Indicator",
    "LedgerEntry",
    "Matter",
    "Measure",
    "MeasureState",
    "Pledge",
    "PledgeIndexPage",
    "PledgePage",
    "PledgeState",
    "PledgeVersion",
    "Reading",
    "SealOpening",
    "UpdatePage",
]
