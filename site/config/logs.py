"""What no log may hold: receipts, which lead to what somebody has sent."""

import logging

from dialogue.receipts import without_receipts


class WithoutReceipts(logging.Formatter):
    """Crosses out receipts in all that is written: message, traceback and stack."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the lines to write, without receipts in them."""
        return without_receipts(super().format(record))
