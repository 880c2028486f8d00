"""The list of area officers in English."""

OFFICER_INDEX = {
    "slug": "area-officers",
    "title": "Area officers",
    "introduction": (
        "The area officer works where you live. Drop in during office hours, ring "
        "114 14 or ask a question here."
    ),
}
