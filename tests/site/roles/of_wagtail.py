"""Who is let in where in Wagtail's own admin."""

from .rules import (
    ADMINISTRATOR,
    EDITORS,
    EVERYBODY,
    NEWS_WRITERS,
    OFFICER,
    WRITERS,
    form,
    may,
    refused,
)

EDITOR = frozenset({"editor"})
TO_APPROVE = EDITOR  # what officers write waits for the editors
BULK = "bulk/<app_label>/<model_name>/<action>/"

START = [
    may("", EVERYBODY),
    form("account/", EVERYBODY),
    *refused("logout/"),  # leads whoever asks to the login
    may("dismissibles/", EVERYBODY),
    may("test404/", EVERYBODY),
    form("failwhale/", EVERYBODY),
    form("reports/site-history/", EVERYBODY),  # leads to our log, which asks
    form("reports/site-history/results/", EVERYBODY),
]

PAGES = [
    may("pages/", NEWS_WRITERS),
    may("pages/<parent_page_id>/", NEWS_WRITERS, is_own=True),  # leads to one's own
    may("pages/<parent_page_id>/results/", NEWS_WRITERS, is_own=True),
    may("pages/search/", NEWS_WRITERS),
    may("pages/search/results/", NEWS_WRITERS),
    may("pages/usage/<content_type_app_name>/<content_type_model_name>/", NEWS_WRITERS),
    may(
        "pages/usage/<content_type_app_name>/<content_type_model_name>/results/",
        NEWS_WRITERS,
    ),
    form("pages/create/<app_label>/<model_name>", NEWS_WRITERS),
]
ADDING = "pages/add/<content_type_app_name>/<content_type_model_name>/<parent_page_id>/"
AGREEMENTS = {
    "content_type_app_name": "home_agreements",
    "content_type_model_name": "agreementpage",
}
PAGES += [
    form(ADDING, NEWS_WRITERS),
    form(ADDING, WRITERS, objects={"parent_page_id": "agreements"}, words=AGREEMENTS),
    form(f"{ADDING}preview/", NEWS_WRITERS),
    may("pages/<parent_page_id>/add_subpage/", WRITERS),
    form(
        "pages/<parent_page_id>/add_subpage/",
        NEWS_WRITERS,
        objects={"parent_page_id": "news_index"},
    ),
    form("pages/<page_id>/edit/", WRITERS),
    form("pages/<page_id>/edit/", WRITERS, objects={"page_id": "news"}),
    form(
        "pages/<page_id>/edit/",
        WRITERS | OFFICER,
        objects={"page_id": "news_of_officer"},
    ),
    form("pages/<page_id>/edit/preview/", WRITERS),
    form("pages/<page_id>/view_draft/", WRITERS),
    form("pages/<page_id>/delete/", WRITERS),
    form("pages/<page_id>/unpublish/", WRITERS),
    form(
        "pages/<page_id>/unpublish/",
        WRITERS | {"police_approver"},
        objects={"page_id": "news"},
    ),
    may("pages/<page_id>/usage/", WRITERS),
    form("pages/<page_to_move_id>/move/", WRITERS),
    may("pages/<page_to_move_id>/move/<destination_id>/confirm/", WRITERS),
    may("pages/<page_to_move_id>/set_position/", post=WRITERS),
    form("pages/<page_id>/copy/", WRITERS),
    form("pages/<page_id>/privacy/", WRITERS),
    may("pages/<page_id>/lock/", post=EDITORS),
    may("pages/<page_id>/unlock/", post=EDITORS),
    form("pages/<page_id>/revisions/", EVERYBODY, is_own=True),  # leads to the history
    may("pages/<page_id>/revisions/<revision_id>/view/", WRITERS),
    form("pages/<page_id>/revisions/<revision_id>/revert/", WRITERS),
    form("pages/<page_id>/revisions/<revision_id>/unschedule/", WRITERS),
    may(
        "pages/<pk>/revisions/compare/<revision_id_a>...<revision_id_b>/",
        WRITERS,
    ),
    may("pages/<page_id>/history/", WRITERS),
    may("pages/<page_id>/history/results/", WRITERS),
    may("pages/<page_id>/workflow_history/", WRITERS),
    may("pages/<page_id>/workflow_history/detail/<workflow_state_id>/", WRITERS),
    form(
        "pages/workflow/action/<page_id>/<action_name>/<task_state_id>/",
        TO_APPROVE,
    ),
    form(
        "pages/workflow/collect_action_data/<page_id>/<action_name>/<task_state_id>/",
        TO_APPROVE,
    ),
    form("pages/workflow/confirm_cancellation/<page_id>/", WRITERS),
    may("pages/workflow/preview/<page_id>/<task_id>/", TO_APPROVE),
    may(
        "editing-sessions/ping/<app_label>/<model_name>/<object_id>/<session_id>/",
        post=WRITERS,
        is_noted=False,  # asked every ten seconds
    ),
    may("editing-sessions/release/<session_id>/", post=EVERYBODY, is_own=True),
    *refused("pages/<page_id>/convert_alias/", "block-preview/"),
]

BY_API = [
    may("api/main/pages/", EVERYBODY),
    may("api/main/pages/<pk>/", WRITERS),
    may("api/main/pages/find/", WRITERS, query="?id=<pk>"),
    may("api/main/images/", EVERYBODY),
    may("api/main/images/<pk>/", NEWS_WRITERS),
    may("api/main/images/find/"),
    may("api/main/documents/", EVERYBODY),
    may("api/main/documents/<pk>/", NEWS_WRITERS),
    may("api/main/documents/find/"),
    may("api/main/pages/<pk>/action/<action_name>/", post=WRITERS),
]

MANY_AT_ONCE = [
    may(
        BULK,
        NEWS_WRITERS,  # who sees it in a list is told that it cannot be deleted
        WRITERS | OFFICER,
        query="?id=<page_id>",
        objects={"page_id": "news_of_officer"},
    ),
    form(BULK, WRITERS, query="?id=<page_id>", words={"action": "unpublish"}),
    form(BULK, WRITERS, query="?id=<page_id>", words={"action": "publish"}),
    form(BULK, WRITERS, query="?id=<page_id>", words={"action": "move"}),
]

CHOOSERS = [
    may("choose-page/", EVERYBODY),
    may("choose-page/<parent_page_id>/", EVERYBODY, is_own=True),
    may("choose-page/search/", EVERYBODY),
    may("choose-page/chosen-multiple/", EVERYBODY),
    form("choose-external-link/", EVERYBODY),
    form("choose-email-link/", EVERYBODY),
    form("choose-phone-link/", EVERYBODY),
    form("choose-anchor-link/", EVERYBODY),
    form("tag-autocomplete/", EVERYBODY),
    form("tag-autocomplete/<app_name>/<model_name>/", EVERYBODY),
]

# Pictures and documents: the police change the own ones, an administrator deletes.
MEDIA = [
    rule
    for kind, number in (("images", "image_id"), ("documents", "document_id"))
    for rule in (
        may(f"{kind}/", NEWS_WRITERS),
        may(f"{kind}/results/", NEWS_WRITERS),
        form(f"{kind}/add/", NEWS_WRITERS),
        form(f"{kind}/multiple/add/", NEWS_WRITERS),
        may(f"{kind}/usage/<{number}>/", WRITERS),
        may(f"{kind}/chooser/", EVERYBODY),
        may(f"{kind}/chooser/results/", EVERYBODY),
        may(f"{kind}/chooser/chosen/<pk>/", NEWS_WRITERS),
        may(f"{kind}/chooser/chosen-multiple/", EVERYBODY),
        form(f"{kind}/chooser/create/", NEWS_WRITERS),
    )
]
UPLOADED = "<uploaded_file_id>/"
MEDIA += [
    form("images/<image_id>/", WRITERS),
    form("images/<image_id>/", WRITERS | OFFICER, objects={"image_id": "photo"}),
    form("images/<image_id>/delete/", ADMINISTRATOR),
    form("images/<image_id>/delete/", ADMINISTRATOR, objects={"image_id": "photo"}),
    may("images/multiple/<image_id>/", post=WRITERS),
    may("images/multiple/<image_id>/delete/", post=ADMINISTRATOR),
    form("images/<image_id>/preview/<filter_spec>/", WRITERS),
    form("images/chooser/<image_id>/select_format/", NEWS_WRITERS),
    form("documents/edit/<document_id>/", WRITERS),
    form("documents/delete/<document_id>/", ADMINISTRATOR),
    may("documents/multiple/<doc_id>/", post=WRITERS),
    may("documents/multiple/<doc_id>/delete/", post=ADMINISTRATOR),
    may(f"images/multiple/create_from_uploaded_image/{UPLOADED}", post=ADMINISTRATOR),
    may(f"images/multiple/delete_upload/{UPLOADED}", post=ADMINISTRATOR),
    may(
        f"documents/multiple/create_from_uploaded_document/{UPLOADED}",
        post=ADMINISTRATOR,
    ),
    may(f"documents/multiple/delete_upload/{UPLOADED}", post=ADMINISTRATOR),
    *refused("images/<image_id>/generate_url/"),
    *refused("images/<image_id>/generate_url/output/"),
]

REPORTS = [
    rule
    for name, roles in (
        ("locked", EDITORS),
        ("workflow", NEWS_WRITERS),
        ("workflow_tasks", NEWS_WRITERS),
        ("aging-pages", NEWS_WRITERS),
        ("page-types-usage", NEWS_WRITERS),
    )
    for rule in (
        may(f"reports/{name}/", roles),
        may(f"reports/{name}/results/", roles),
    )
]

SITE = [
    may("redirects/", EDITORS),
    may("redirects/results/", EDITORS),
    form("redirects/add/", EDITORS),
    form("redirects/<redirect_id>/", EDITORS),
    form("redirects/<redirect_id>/delete/", ADMINISTRATOR),
    form("settings/<app_name>/<model_name>/", ADMINISTRATOR, is_own=True),
    form("settings/<app_name>/<model_name>/<pk>/", ADMINISTRATOR),
    form("settings/<app_name>/<model_name>/<pk>/preview/", ADMINISTRATOR),
    form("translation/submit/page/<page_id>/", EDITORS),
    *refused("translation/submit/snippet/<app_label>/<model_name>/<pk>/"),
    *refused("redirects/import/", "redirects/import/process/", "snippets/"),
]

ACCOUNTS = [
    may("users/", ADMINISTRATOR),
    may("users/results/", ADMINISTRATOR),
    form("users/new/", ADMINISTRATOR),
    form("users/edit/<pk>/", ADMINISTRATOR),
    may("users/history/<pk>/", ADMINISTRATOR),
    may("users/history-results/<pk>/", ADMINISTRATOR),
    may("users/usage/<pk>/", ADMINISTRATOR),
    form("users/copy/<pk>/", ADMINISTRATOR),
    *refused("users/delete/<pk>/"),
]

# What concerns all municipalities: for those who run the installation.
VIEWS = (
    "",
    "results/",
    "new/",
    "edit/<pk>/",
    "delete/<pk>/",
    "history/<pk>/",
    "history-results/<pk>/",
    "usage/<pk>/",
)
WHOLE_INSTALLATION = [
    *refused(
        *(f"{kind}/{view}" for kind in ("locales", "sites", "groups") for view in VIEWS)
    ),
    *refused("sites/copy/<pk>/", "collections/", "collections/add/"),
    *refused("collections/<pk>/", "collections/<pk>/delete/"),
    *refused("collections/<collection_id>/privacy/"),
    *refused("workflows/list/", "workflows/list/results/", "workflows/add/"),
    *refused("workflows/enable/<pk>/", "workflows/disable/<pk>/"),
    *refused("workflows/edit/<pk>/", "workflows/usage/<pk>/"),
    *refused("workflows/usage/<pk>/results/", "workflows/remove/<page_pk>/"),
    *refused("workflows/remove/<page_pk>/<workflow_pk>/"),
    *refused("workflows/tasks/add/<app_label>/<model_name>/"),
    *refused("workflows/tasks/select_type/", "workflows/tasks/index/"),
    *refused("workflows/tasks/index/results/", "workflows/tasks/edit/<pk>/"),
    *refused("workflows/tasks/disable/<pk>/", "workflows/tasks/enable/<pk>/"),
    *refused("workflows/task_chooser/", "workflows/task_chooser/results/"),
    *refused("workflows/task_chooser/create/", "workflows/task_chooser/<task_id>/"),
]

OF_WAGTAIL = [
    *START,
    *PAGES,
    *BY_API,
    *MANY_AT_ONCE,
    *CHOOSERS,
    *MEDIA,
    *REPORTS,
    *SITE,
    *ACCOUNTS,
    *WHOLE_INSTALLATION,
]
