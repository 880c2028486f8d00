"""A page copied as text may end with its focus areas, just above the buttons."""

from home.agreements.importing.understanding import understand

PAGE = """Storby kommun
Meny

Samverkansöverenskommelse med polisen 2021-2024

Storby kommun och Polismyndigheten har undertecknat en överenskommelse om samverkan.
Syftet är att öka tryggheten och minska brotten för alla som bor i kommunen.

Fokusområden
ANDTS (alkohol, narkotika, dopning, tobak och liknande produkter samt spel om pengar)
Brottsaktiva
Brottsförebyggande arbete riktat till barn/ unga
Trafiksäkerhet

Kommentera
Skriv ut
Sidan senast uppdaterad: den 8 april 2024
"""


def test_focus_areas_that_end_the_text_are_no_menu():
    understood = understand(PAGE.encode())

    assert understood.focus_areas[0].startswith("ANDTS (alkohol")
    assert understood.focus_areas[1:] == (
        "Brottsaktiva",
        "Brottsförebyggande arbete riktat till barn/ unga",
        "Trafiksäkerhet",
    )
