"""The log of gunicorn, which names the address of a request that went wrong."""

from gunicorn.config import Config
from gunicorn.glogging import Logger

from .logs import WithoutReceipts


class ServerLog(Logger):
    """Gunicorn's own log, without receipts."""

    def setup(self, cfg: Config) -> None:
        """Set up the log as gunicorn does, and let it write no receipts."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(WithoutReceipts(self.error_fmt, self.datefmt))
