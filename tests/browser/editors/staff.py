"""Somebody who works in the admin, by its Swedish words."""

from playwright.sync_api import expect

from tests.browser.server import PASSWORD


class Staff:
    """Presses and types as a person does, and counts it.

    ``page`` is what is on the screen, ``steps`` the presses and filled fields so far.
    """

    def __init__(self, page):
        self.page = page
        self.steps = 0

    def log_in(self, email):
        """Log in by the form, and arrive at the start of the admin."""
        self.page.goto("/redaktion/")
        self.fill(self.page.get_by_label("E-postadress"), email)
        self.fill(self.page.get_by_label("Lösenord"), PASSWORD)
        self.press(self.page.get_by_role("button", name="Logga in", exact=True))
        expect(self.page).to_have_url("/redaktion/")
        return self

    def press(self, locator):
        """Click on something."""
        self.steps += 1
        locator.click()

    def fill(self, locator, text):
        """Write *text* in a field, instead of what it holds."""
        self.steps += 1
        locator.fill(text)

    def preview(self):
        """Open the panel that shows the page as residents will see it."""
        panel = "Visa eller dölj förhandsgranskningen"
        self.press(self.page.get_by_role("button", name=panel))
        # While the preview is made anew there are two frames, the new one last.
        return self.page.frame_locator("iframe[title='Förhandsgranska']").last

    def publish(self):
        """Publish the page that is open, and see that Wagtail says so."""
        self.press(self.page.get_by_role("button", name="Fler åtgärder"))
        self.press(self.page.get_by_role("button", name="Publicera", exact=True))
        expect(self.page.get_by_role("status")).to_contain_text("publicerad")
