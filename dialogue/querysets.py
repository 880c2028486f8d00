"""The questions we ask about what residents have sent us."""

from typing import NoReturn, Self

from django.db import models

from .choices import ANSWERABLE, READABLE, SETTLED, Desk, Verdict


class ContributionQuerySet(models.QuerySet):
    """Contributions, by what they are and where they stand."""

    def from_residents(self) -> Self:
        """All but official answers."""
        return self.filter(organisation=None)

    def visible(self) -> Self:
        """Those that anyone may read."""
        return self.filter(review__in=READABLE)

    def with_a_place(self) -> Self:
        """Those the public meets in a thread: to read, or as a mark where one was."""
        return self.filter(has_place=1)

    def to_read(self) -> Self:
        """Those that nobody has dealt with: to review, or sent to us alone."""
        return self.filter(desk=Desk.TO_READ)

    def flagged(self) -> Self:
        """Those that readers have reported, and that nobody has answered for."""
        return self._among(reports__verdict=Verdict.WAITING)

    def appealed(self) -> Self:
        """Those whose senders have asked for a new look."""
        return self._among(appeals__verdict=Verdict.WAITING)

    def escalated(self) -> Self:
        """Those that somebody wants a second opinion on."""
        return self.filter(desk=Desk.ESCALATED)

    def dealt_with(self) -> Self:
        """Those that somebody has read and decided on."""
        return self.filter(desk=Desk.READ)

    def waiting_for_answer(self) -> Self:
        """Those that an organisation has been asked to answer."""
        return self.filter(
            asked__isnull=False, answered_at__isnull=True, review__in=ANSWERABLE
        ).exclude(handling__in=SETTLED)

    def _among(self, **conditions: str) -> Self:
        """Those that have at least one related row of which *conditions* are true."""
        found = self.model._base_manager.filter(**conditions)
        return self.filter(pk__in=found.values("pk"))

    def delete(self) -> NoReturn:
        """Refuse: only an approved rule of disposal removes what residents sent."""
        raise models.ProtectedError("Contributions are records.", set())

    delete.alters_data = True  # type: ignore[attr-defined]
