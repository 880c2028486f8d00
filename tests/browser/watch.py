"""What a browser sees a page do that it must not."""

from urllib.parse import urlsplit

# Chromium says this for the page itself too, and some tests ask for a missing page.
FAILED_TO_LOAD = "Failed to load resource"

# Wagtail's checker of content says this of itself when the preview is refreshed
# before its last run has ended; it runs again with the next refresh.
CHECKER_IS_BUSY = "Axe is already running"

NOT_OURS = (FAILED_TO_LOAD, CHECKER_IS_BUSY)


class Watch:
    """Collects complaints about the contexts that it follows.

    Errors in the console (breaches of the content security policy are told there),
    uncaught errors in scripts, requests to other hosts, and parts that fail to load.
    """

    def __init__(self, url):
        self.url = url
        self.host = urlsplit(url).netloc
        self.complaints = []
        self.allowed = []

    def allow(self, address):
        """Take no offence at what goes to addresses that begin with *address*."""
        self.allowed.append(address)

    def follow(self, context):
        """Watch every page of *context*, open now or later."""
        context.on("console", self._heard)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        context.on("request", self._asked)
        context.on("response", self._answered)

    def _heard(self, message):
        if message.type == "error" and not message.text.startswith(NOT_OURS):
            self.complaints.append(message.text)

    def _asked(self, request):
        address = urlsplit(request.url)
        if address.scheme.startswith(("http", "ws")) and address.netloc != self.host:
            self._complain(request.url, "asks another host")

    def _answered(self, response):
        if response.status >= 400 and not response.request.is_navigation_request():
            self._complain(response.url, f"answers {response.status}")

    def _complain(self, url, what):
        if not url.startswith(tuple(self.allowed)):
            self.complaints.append(f"{url} {what}")
