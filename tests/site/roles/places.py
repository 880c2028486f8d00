"""What stands in the places of an address, as the names of objects of the world."""

# By how the address begins, the longest first: what each place is filled with.
OBJECTS = {
    "": {
        "page_id": "agreement",
        "pk": "agreement",
        "parent_page_id": "home",
        "page_to_move_id": "agreement",
        "destination_id": "news_index",
        "revision_id": "older",
        "revision_id_a": "older",
        "revision_id_b": "newer",
        "image_id": "image",
        "document_id": "document",
        "doc_id": "document",
        "uploaded_file_id": "uploaded_image",
        "redirect_id": "redirect",
        "collection_id": "collection",
        "task_id": "task",
        "task_state_id": "task_state",
        "workflow_state_id": "workflow_state",
        "workflow_pk": "workflow",
        "page_pk": "agreement",
        "object_id": "agreement",
        "session_id": "editing",
        "number": "pledge.number",
    },
    "api/main/images/": {"pk": "image"},
    "api/main/documents/": {"pk": "document"},
    "pages/add/": {"parent_page_id": "news_index"},
    "pages/workflow/": {"page_id": "waiting_page"},
    "pages/<page_id>/workflow_history/detail/": {"page_id": "waiting_page"},
    "collections/": {"pk": "collection"},
    "workflows/": {"pk": "workflow"},
    "workflows/tasks/": {"pk": "task"},
    "documents/": {"pk": "document", "uploaded_file_id": "uploaded_document"},
    "images/": {"pk": "image"},
    "inbjudan/": {"pk": "colleague"},
    "snabbnytt/": {"key": "post.key"},
    "loften/faltet/inlagt/": {"key": "entry.sent_key"},
    "loften/faltet/<number>/": {"key": "of_police.key"},
    "loften/<number>/atgard/": {"key": "of_police.key"},
    "loften/<number>/matt/": {"key": "indicator.key"},
    "loften/<number>/rad/": {"entry": "entry.number"},
    "loften/<number>/forsegling/": {"pk": "matter"},
    "underskrifter/": {"page_id": "draft_pledge"},
    "underskrifter/<page_id>/efterat/": {"page_id": "signed_agreement"},
    "underskrifter/<page_id>/rattelse/": {"page_id": "signed_agreement"},
    "granskning/": {"pk": "waiting", "batch": "batch"},
    "granskning/angra/": {"pk": "decision"},
    "granskning/forsegling/": {"pk": "seal"},
    "tillganglighet/": {"pk": "obstacle"},
    "tillganglighet/<pk>/beslut/": {"pk": "answered"},
    "settings/": {"pk": "site"},
    "translation/submit/snippet/": {"pk": "area"},
    "snippets/home/organisation/": {"pk": "organisation"},
    "snippets/choose/home/organisation/": {"pk": "organisation"},
    "snippets/home/area/": {"pk": "area"},
    "snippets/choose/home/area/": {"pk": "area"},
    "snippets/home_officers/areaofficer/": {"pk": "officer"},
    "snippets/choose/home_officers/areaofficer/": {"pk": "officer"},
    "arkiv/": {"pk": "version"},
    "locales/": {"pk": "locale"},
    "sites/": {"pk": "site"},
    "users/": {"pk": "colleague"},
    "groups/": {"pk": "group"},
}

# What stands there as it is: no object, but a word that the address knows.
WORDS = {
    "": {
        "action_name": "unpublish",
        "app_label": "home_agreements",
        "model_name": "agreementpage",
        "app_name": "home",
        "content_type_app_name": "home_news",
        "content_type_model_name": "newspage",
        "filter_spec": "width-100",
        "what": "text",
        "lane": "nya",
        "slug": "publicera",
        "uidb64": "MQ",
        "token": "a-b",
    },
    "bulk/": {"app_label": "wagtailcore", "model_name": "page", "action": "delete"},
    "pages/workflow/": {"action_name": "approve"},
    "workflows/tasks/add/": {
        "app_label": "wagtailcore",
        "model_name": "groupapprovaltask",
    },
    "loften/<number>/gor/": {"slug": "uppfoljning"},
    "loften/<number>/atgard/": {"slug": "genomford"},
    "loften/<number>/matt/": {"slug": "avlasning"},
    "loften/<number>/rad/": {"slug": "ratta"},
    "settings/": {"model_name": "sitesettings"},
    "tag-autocomplete/": {"app_name": "taggit", "model_name": "tag"},
    "translation/submit/snippet/": {"app_label": "home", "model_name": "area"},
}


def objects_of(address):
    """Return, for each place of *address* that holds one, the name of the object."""
    return _filled(address, OBJECTS)


def filled(address, world, *, objects, words):
    """Return *address* with its places filled from *world*.

    *objects* and *words* hold for this address alone.
    """
    values = _filled(address, WORDS) | words
    for place, name in (_filled(address, OBJECTS) | objects).items():
        if place not in words:
            values[place] = _number_or_word(world, name)
    for place, value in values.items():
        address = address.replace(f"<{place}>", str(value))
    assert "<" not in address, f"Say in places.py what stands in {address}."
    return address


def _filled(address, table):
    found = {}
    for beginning in sorted(table, key=len):
        if address.startswith(beginning):
            found |= table[beginning]
    return {place: value for place, value in found.items() if f"<{place}>" in address}


def _number_or_word(world, name):
    value = world
    for part in name.split("."):
        value = getattr(value, part)
    return getattr(value, "pk", value)
