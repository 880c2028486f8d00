"""What no log may hold."""

import logging

from dialogue.receipts import without_receipts


class WithoutReceipts(logging.Filter):
    """Crosses out receipts: whoever reads a log must not get at what they lead to."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record through, without receipts in it."""
        message = record.getMessage()
        cleaned = without_receipts(message)
        if cleaned != message:
            record.msg, record.args = cleaned, ()
        return True
