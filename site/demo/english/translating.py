"""How a pledge of the demo is told in English: the same pledge, in other words."""

from dataclasses import replace

from ..pledges.pages import Evidence, Pledge


def in_english(
    pledge: Pledge,
    *,
    texts: dict[str, str],
    lists: dict[str, tuple[str, ...]],
    measures: dict[str, tuple[str, str, str, str]],
    indicators: dict[str, tuple[str, str, str, str]],
) -> Pledge:
    """Return *pledge* in English.

    lists       commitments, evidence and follow_ups, in the order of the Swedish ones
    measures    by name: what is done, one of them, several, how
    indicators  by name: what is measured, unit, source, how to read it
    """
    return replace(
        pledge,
        **texts,  # type: ignore[arg-type]
        easy_read="",
        responsible_role="The safety coordinator",
        as_proposed=None,
        commitments=tuple(
            (party, text)
            for (party, _), text in zip(
                pledge.commitments, lists["commitments"], strict=True
            )
        ),
        measures=tuple(
            replace(
                one,
                title=measures[one.name][0],
                units=measures[one.name][1:3],
                how=measures[one.name][3],
            )
            for one in pledge.measures
        ),
        indicators=tuple(
            replace(
                one,
                title=indicators[one.name][0],
                unit=indicators[one.name][1],
                source=indicators[one.name][2],
                scale=indicators[one.name][3],
            )
            for one in pledge.indicators
        ),
        evidence=tuple(Evidence(text) for text in lists["evidence"]),
        follow_ups=tuple(
            (day, what)
            for (day, _), what in zip(
                pledge.follow_ups, lists["follow_ups"], strict=True
            )
        ),
    )
