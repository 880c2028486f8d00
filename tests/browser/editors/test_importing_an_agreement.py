"""The municipality's present page becomes a draft, is looked over, and is published."""

import pytest
from playwright.sync_api import expect

TITLE = "Samverkansöverenskommelse 2029–2032"
ADDRESS = "/overenskommelser/samverkansoverenskommelse-2029-2032/"
OLD_PAGE = """<!doctype html>
<html lang="sv"><head>
<title>Samverkansöverenskommelse 2029–2032 – Bromölla kommun</title>
</head><body>
<nav><a href="/">Start</a> <a href="/bo">Bygga och bo</a></nav>
<main><h1>Samverkansöverenskommelse 2029–2032</h1>
<p>Bromölla kommun och Polismyndigheten har kommit överens om hur vi tillsammans ska
förebygga brott och öka tryggheten under 2029–2032.</p>
<h2>Fokusområden</h2>
<ul><li>Trafiksäkerhet</li><li>Minska bostadsinbrott</li></ul>
<p>Sidan senast uppdaterad: 8 april 2028</p></main>
<footer><button>Skriv ut</button></footer>
</body></html>
"""


@pytest.fixture
def draft(server, tmp_path):
    """The old page, imported; what the command says."""
    saved = tmp_path / "sida.html"
    saved.write_text(OLD_PAGE)
    return server.data.manage("import_agreement", str(saved))


def test_editor_finds_the_draft_edits_previews_and_publishes_it(
    draft, editor, new_context
):
    assert TITLE in draft
    reader = new_context().new_page()
    assert reader.goto(ADDRESS).status == 404

    page = editor.page
    page.get_by_role("textbox", name="Sökterm").fill(TITLE)
    page.keyboard.press("Enter")
    page.get_by_role("main").get_by_role("link", name=TITLE).first.click()
    page.get_by_role("textbox", name="Inledning").fill("Så här arbetar vi till 2032.")
    preview = editor.preview()
    expect(preview.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(preview.get_by_text("Så här arbetar vi till 2032.")).to_be_visible()
    editor.publish()

    assert reader.goto(ADDRESS).status == 200
    expect(reader.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(reader.get_by_text("Så här arbetar vi till 2032.")).to_be_visible()
    expect(reader.get_by_role("link", name="Minska bostadsinbrott")).to_be_visible()
    reader.goto("/overenskommelser/")
    expect(reader.get_by_role("link", name=TITLE)).to_be_visible()


def test_second_import_of_the_page_doubles_nothing(server, draft, tmp_path, editor):
    server.data.manage("import_agreement", str(tmp_path / "sida.html"))

    page = editor.page
    page.get_by_role("textbox", name="Sökterm").fill(TITLE)
    page.keyboard.press("Enter")

    found = page.get_by_role("main").get_by_role("link", name=TITLE, exact=True)
    expect(found).to_have_count(1)
