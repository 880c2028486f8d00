"""The command, as somebody who moves a municipality's page here would run it."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from PIL import Image
from wagtail.models import Page, PageLogEntry, Revision

from home.agreements.models import (
    AgreementIndexPage,
    AgreementPage,
    FocusAreaIndexPage,
    FocusAreaPage,
)
from home.models import Organisation, SiteImage
from tests.home.factories import (
    AgreementIndexPageFactory,
    AgreementPageFactory,
    AreaFactory,
    FocusAreaIndexPageFactory,
    FocusAreaPageFactory,
    MunicipalityFactory,
    OrganisationFactory,
    UserFactory,
    publish,
)

PAGES = Path(__file__).parent / "pages"

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(home_page):
    """The site of Lindsjö, with its two lists."""
    municipality = home_page.get_site().municipality
    municipality.name, municipality.slug = "Lindsjö kommun", "lindsjo"
    municipality.save()
    AgreementIndexPageFactory(parent=home_page)
    FocusAreaIndexPageFactory(parent=home_page)
    return municipality


def run(name="lindsjo.html", **options):
    out = io.StringIO()
    file = name if Path(name).is_absolute() or name == "-" else str(PAGES / name)
    call_command("import_agreement", file, stdout=out, **options)
    return out.getvalue()


def everything():
    """How much there is of all that an import can make."""
    kinds = (Page, Revision, Organisation, SiteImage, PageLogEntry)
    return [kind.objects.count() for kind in kinds]


def the_draft():
    return AgreementPage.objects.get().get_latest_revision_as_object()


def test_page_becomes_a_draft(site):
    AreaFactory(name="Lindsjö")

    output = run()

    page = the_draft()
    assert not page.live
    assert page.title == "Samverkansöverenskommelse med polisen 2021-2024"
    assert page.slug == "samverkansoverenskommelse-med-polisen-2021-2024"
    assert page.introduction.startswith("Lindsjö kommun och Polismyndigheten")
    assert (page.starts_on.isoformat(), page.ends_on.isoformat()) == (
        "2021-01-01",
        "2024-12-31",
    )
    assert page.content_changed_on.isoformat() == "2024-04-08"
    assert page.picture_caption.startswith("Siv Lindhag, kommunalråd (S)")
    assert [block.block_type for block in page.body] == [
        "quote", "text", "quote", "text", "quote", "text",
    ]  # fmt: skip
    assert [block.value["name"] for block in page.forums] == ["Lägesbildsgrupp"]
    assert "Lindsjö" in output
    assert f"/redaktion/pages/{page.pk}/edit/" in output


def test_focus_areas_become_drafts_in_their_order(site):
    run()

    named = [row.focus_area for row in the_draft().named_focus_areas.all()]
    assert [area.title for area in named][:2] == [
        "ANDTS (alkohol, narkotika, dopning, tobak och liknande produkter samt spel "
        "om pengar)",
        "Brottsaktiva",
    ]
    assert len(named) == 10
    assert not any(area.live for area in named)
    assert named[0].slug == "andts"
    kinds = {area.slug: area.kind for area in named}
    assert kinds["trygghetsvandringar"] == "method"
    assert kinds["trafiksakerhet"] == "problem"
    sensitive = {area.slug for area in named if area.is_sensitive}
    assert sensitive == {
        "brottsaktiva",
        "vald-i-nara-relation",
        "valdsbejakande-extremism",
    }


def test_known_focus_area_is_used_however_it_is_written(site):
    index = FocusAreaIndexPage.objects.get()
    known = FocusAreaPageFactory(
        parent=index, title="Brottsförebyggande arbete riktat till barn / unga"
    )

    run()

    named = {row.focus_area_id for row in the_draft().named_focus_areas.all()}
    assert known.pk in named
    assert FocusAreaPage.objects.count() == 10


def test_known_organisations_become_parties(site):
    municipality = OrganisationFactory(municipality=site, name="Lindsjö kommun")
    police = OrganisationFactory(municipality=site, police=True)

    output = run()

    parties = [row.organisation for row in the_draft().parties.all()]
    assert parties == [municipality, police]
    assert "Polisen Storby" in output
    assert Organisation.objects.count() == 2


def test_missing_organisations_are_made_and_told(site):
    output = run()

    made = Organisation.objects.values_list("name", "kind")
    assert set(made) == {
        ("Lindsjö kommun", "municipality"),
        ("Polismyndigheten", "police"),
    }
    assert "Lindsjö kommun" in output


def test_site_without_lists_gets_them_as_drafts(home_page):
    run()

    assert not AgreementIndexPage.objects.get().live
    assert not FocusAreaIndexPage.objects.get().live


def test_second_run_doubles_nothing(site):
    run()
    before = everything()

    output = run()

    assert everything() == before
    assert the_draft().title in output


def test_html_and_text_of_one_page_meet_in_one_draft(site):
    run("lindsjo.html")
    run("lindsjo.txt")

    assert AgreementPage.objects.count() == 1
    assert FocusAreaPage.objects.count() == 10


def test_pages_of_two_municipalities_may_have_one_title(site, tmp_path):
    run()
    text = (
        (PAGES / "lindsjo.html").read_text().replace("Lindsjö kommun", "Olsfors kommun")
    )
    other = tmp_path / "sida.html"
    other.write_text(text)

    output = run(str(other))
    run(str(other))

    slugs = AgreementPage.objects.order_by("pk").values_list("slug", flat=True)
    name = "samverkansoverenskommelse-med-polisen-2021-2024"
    assert list(slugs) == [name, f"{name}-2"]
    assert "Olsfors kommun" in output


def test_page_that_a_person_made_is_left_alone(site):
    AgreementPageFactory(
        parent=AgreementIndexPage.objects.get(),
        title="Samverkansöverenskommelse med polisen 2021–2024",
    )
    before = everything()

    output = run()

    assert everything() == before
    assert "--update" in output


def test_page_that_a_person_made_takes_the_import_once(site):
    page = AgreementPageFactory(
        parent=AgreementIndexPage.objects.get(),
        title="Samverkansöverenskommelse med polisen 2021–2024",
    )

    run(update=True)
    run(update=True)

    assert AgreementPage.objects.get() == page
    assert the_draft().introduction.startswith("Lindsjö kommun och")


def test_changed_page_renews_the_draft(site, tmp_path):
    run()
    text = (PAGES / "lindsjo.html").read_text().replace("8 april 2024", "9 maj 2024")
    changed = tmp_path / "sida.html"
    changed.write_text(text.replace("Ett papper förändrar", "Ett papper är"))

    run(str(changed))

    page = the_draft()
    assert page.content_changed_on.isoformat() == "2024-05-09"
    assert "Ett papper är inget" in page.body[4].value["text"]
    assert len(page.named_focus_areas.all()) == 10
    assert len(page.parties.all()) == 2


def edit(page):
    page = page.get_latest_revision_as_object()
    page.introduction = "Skriven av en redaktör."
    page.save_revision(user=UserFactory(), log_action=True)


@pytest.mark.parametrize("change", [edit, publish])
def test_page_that_somebody_has_touched_is_left_alone(site, change):
    run()
    change(AgreementPage.objects.get())
    before = everything()

    output = run()

    assert everything() == before
    assert "--update" in output


def test_update_makes_a_new_draft_and_keeps_what_readers_see(site):
    run()
    edit(AgreementPage.objects.get())
    publish(AgreementPage.objects.get().get_latest_revision_as_object())

    run(update=True)

    live = AgreementPage.objects.get()
    assert live.live
    assert live.introduction == "Skriven av en redaktör."
    assert live.has_unpublished_changes
    assert the_draft().introduction.startswith("Lindsjö kommun och")
    assert len(the_draft().named_focus_areas.all()) == 10


def test_imported_day_survives_publication(site):
    run()

    page = publish(the_draft())

    assert page.content_changed_on.isoformat() == "2024-04-08"


def test_trial_run_writes_nothing(site):
    before = everything()

    output = run(dry_run=True)

    assert everything() == before
    assert "Våldsbejakande extremism" in output


def test_history_of_the_page_tells_of_the_import(site, admin_client):
    run()

    history = admin_client.get(f"/redaktion/pages/{the_draft().pk}/history/")

    assert history.status_code == 200
    assert PageLogEntry.objects.filter(action="home_agreements.import").count() == 1


def test_editor_can_open_and_preview_the_draft(site, admin_client):
    run()

    page = the_draft()

    for view in ("edit", "view_draft"):
        answer = admin_client.get(f"/redaktion/pages/{page.pk}/{view}/")
        assert answer.status_code == 200


def test_draft_leaks_nowhere(site, client):
    run()

    assert client.get(the_draft().url).status_code == 404


def test_pictures_saved_beside_the_page_come_along(site, tmp_path):
    page = (PAGES / "lindsjo.html").read_text()
    folder = tmp_path / "sida_files"
    folder.mkdir()
    Image.new("RGB", (40, 30), "navy").save(folder / "underskrift.jpg")
    saved = tmp_path / "sida.html"
    saved.write_text(page.replace("/globalassets/bilder/", "sida_files/"))

    run(str(saved))
    saved.write_text(saved.read_text().replace("8 april 2024", "9 april 2024"))
    run(str(saved))

    image = SiteImage.objects.get()
    assert the_draft().picture == image
    assert image.description == "Fyra personer vid ett bord"


def test_words_under_a_picture_that_is_missing_stay_in_the_text(site):
    run("bergsby.html", update=True)

    page = the_draft()
    shown = page.picture_caption + "".join(str(block.value) for block in page.body)
    assert "Kent Dahl och Maria Rask på torget i Bergsby." in shown
    assert "Anders Bok" in shown


def test_words_under_a_second_picture_stay_in_the_text(site, tmp_path):
    words = (PAGES / "marvik.html").read_text()
    second = "<figure><img src='/b.jpg' alt='Ån'><figcaption>Ån i maj.</figcaption>"
    file = tmp_path / "page.html"
    file.write_text(words.replace("<blockquote>", f"{second}</figure><blockquote>"))

    run(str(file))

    page = the_draft()
    shown = page.picture_caption + "".join(str(block.value) for block in page.body)
    assert "Ån i maj." in shown
    assert "skrev under i juni. Foto: Ida Persson" in shown


def test_report_is_in_swedish_to_the_last_word(site):
    output = run("bergsby.html") + run("tiveholm.txt")

    assert "(dagarna är antagna)" in output
    for english in ("Paragraph", "Heading", "Picture", "the ", "page "):
        assert english not in output


@pytest.mark.parametrize("src", ["../hemlig.jpg", "/etc/passwd", "sida_files/x.html"])
def test_nothing_else_is_read_for_a_picture(site, tmp_path, src):
    Image.new("RGB", (40, 30), "navy").save(tmp_path / "hemlig.jpg")
    folder = tmp_path / "sparat"
    (folder / "sida_files").mkdir(parents=True)
    (folder / "sida_files" / "x.html").write_text("<p>Ingen bild</p>")
    page = (PAGES / "lindsjo.html").read_text()
    saved = folder / "sida.html"
    saved.write_text(page.replace("/globalassets/bilder/underskrift.jpg", src))

    run(str(saved))

    assert not SiteImage.objects.exists()


def test_two_municipalities_and_a_page_that_names_one(site):
    other = MunicipalityFactory(host="grannkommun.test", name="Granhamns kommun")
    AgreementIndexPageFactory(parent=other.site.root_page)

    run()

    assert the_draft().get_site() == site.site


def test_site_is_chosen_by_host_or_municipality(site):
    other = MunicipalityFactory(host="grannkommun.test", name="Granhamns kommun")

    output = run(site="grannkommun.test")

    assert the_draft().get_site() == other.site
    assert "Granhamns kommun" in output
    with pytest.raises(CommandError, match="granhamns-kommun"):
        run(municipality="ingen")


def test_page_that_names_none_of_two_municipalities_asks_which(site):
    MunicipalityFactory(host="grannkommun.test", name="Granhamns kommun")
    before = everything()

    with pytest.raises(CommandError, match="lindsjo"):
        run("tallinge.html")

    assert everything() == before


def test_standard_input(site, monkeypatch):
    data = io.BytesIO((PAGES / "lindsjo.txt").read_bytes())
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(data))

    run("-")

    assert the_draft().title.startswith("Samverkansöverenskommelse")


def bad(tmp_path, data):
    path = tmp_path / "sida.html"
    path.write_bytes(data)
    return str(path)


LONG = b"<html><body>" + b"<p>x</p>" * 7_000_000


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\t ",
        b"\x00\x01\x02\x03" * 400,
        b"%PDF-1.7 avtal",
        "Överenskommelse".encode("utf-16-be") + b"\xd8",
        bytes(range(128, 256)) * 20,
        LONG,
        b"<html><body><p>Kommunen och polisen har en samverkan.</p></body></html>",
        (PAGES / "lindsjo.html").read_bytes()[:4000],
        "<html><body><h1>Återvinning</h1><p>Så sorterar du glas, papper och plast "
        "i vår nya återvinningscentral.</p></body></html>".encode(),
    ],
    ids=[
        "empty", "only-spaces", "bytes", "pdf", "half-utf16", "no-encoding", "50-MB",
        "no-heading", "half-a-file", "about-something-else",
    ],
)  # fmt: skip
def test_bad_input_is_told_and_changes_nothing(site, tmp_path, data):
    before = everything()

    with pytest.raises(CommandError) as error:
        run(bad(tmp_path, data))

    assert len(str(error.value)) > 40
    assert everything() == before


def test_file_that_cannot_be_read(site, tmp_path):
    for name in (tmp_path / "finns-inte.html", tmp_path):
        with pytest.raises(CommandError):
            run(str(name))


def test_failure_halfway_leaves_nothing(site, monkeypatch):
    before = everything()

    def fail(*args, **kwargs):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(AgreementPage, "save_revision", fail)
    with pytest.raises(RuntimeError):
        run()

    assert everything() == before


def test_no_word_of_the_old_page_becomes_markup(site):
    run("ryssberga.html", municipality="lindsjo")

    stored = str(the_draft().body.raw_data)
    assert "<script>" not in stored
    assert "javascript:" not in stored
    assert "&lt;script&gt;" in stored
