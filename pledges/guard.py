"""The guard in the database: the ledger is only ever added to, whoever asks.

Triggers refuse what our own code refuses already, for those who come past it: another
program, a console, a mistake. On SQLite and PostgreSQL they refuse UPDATE and DELETE;
on SQLite an INSERT OR REPLACE, on PostgreSQL a TRUNCATE; on both a line that does not
follow upon the last one of its pledge. A table that a migration rebuilds loses its
triggers on SQLite, so they are put up again after every migrate.

The guard keeps mistakes out. Somebody with all power over the database can take it down
and rewrite; that shows to anyone who kept a head of the chain.
"""

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

ENTRIES = "pledges_ledgerentry"
MATTER = "pledges_matter"

# Each trigger by its name. Of what lies beside a line, the line holds the digest: kind,
# place, salt and digest stay, and its content goes only when it is sealed.
SQLITE = {
    "ledger_no_update": """
        BEFORE UPDATE ON pledges_ledgerentry
        BEGIN SELECT RAISE(ABORT, 'The ledger is only added to'); END""",
    "ledger_no_delete": """
        BEFORE DELETE ON pledges_ledgerentry
        BEGIN SELECT RAISE(ABORT, 'The ledger is only added to'); END""",
    "ledger_follows": """
        BEFORE INSERT ON pledges_ledgerentry
        WHEN EXISTS (
            SELECT 1 FROM pledges_ledgerentry WHERE id = NEW.id OR hash = NEW.hash
        ) OR NEW.number <> (
            SELECT COALESCE(MAX(number), 0) + 1 FROM pledges_ledgerentry
            WHERE pledge_id = NEW.pledge_id
        ) OR NEW.previous_hash <> COALESCE((
            SELECT hash FROM pledges_ledgerentry
            WHERE pledge_id = NEW.pledge_id AND number = NEW.number - 1
        ), '0000000000000000000000000000000000000000000000000000000000000000')
        BEGIN SELECT RAISE(ABORT, 'The ledger is only added to'); END""",
    "matter_no_delete": """
        BEFORE DELETE ON pledges_matter
        BEGIN SELECT RAISE(ABORT, 'The ledger is only added to'); END""",
    "matter_no_replace": """
        BEFORE INSERT ON pledges_matter
        WHEN EXISTS (
            SELECT 1 FROM pledges_matter WHERE id = NEW.id
            OR (entry_id = NEW.entry_id AND place = NEW.place)
        )
        BEGIN SELECT RAISE(ABORT, 'The ledger is only added to'); END""",
    "matter_stays": """
        BEFORE UPDATE ON pledges_matter
        WHEN NEW.entry_id <> OLD.entry_id OR NEW.place <> OLD.place
            OR NEW.kind <> OLD.kind OR NEW.salt <> OLD.salt
            OR NEW.digest <> OLD.digest
            OR (NEW.content <> OLD.content
                AND (NEW.content <> '' OR NEW.sealed IS NULL))
            OR (NEW.picture_id IS NOT OLD.picture_id
                AND (NEW.picture_id IS NOT NULL OR NEW.sealed IS NULL))
            OR (NEW.document_id IS NOT OLD.document_id
                AND (NEW.document_id IS NOT NULL OR NEW.sealed IS NULL))
        BEGIN SELECT RAISE(ABORT, 'The ledger is only added to'); END""",
}

POSTGRESQL_FUNCTIONS = {
    "loftet_refuse": "BEGIN RAISE EXCEPTION 'The ledger is only added to'; END",
    "loftet_ledger_follows": """
        DECLARE last record;
        BEGIN
            SELECT number, hash INTO last FROM pledges_ledgerentry
            WHERE pledge_id = NEW.pledge_id ORDER BY number DESC LIMIT 1;
            IF NEW.number <> COALESCE(last.number, 0) + 1
                OR NEW.previous_hash <> COALESCE(last.hash, repeat('0', 64))
            THEN RAISE EXCEPTION 'The ledger is only added to'; END IF;
            RETURN NEW;
        END""",
    "loftet_matter_stays": """
        BEGIN
            IF NEW.entry_id <> OLD.entry_id OR NEW.place <> OLD.place
                OR NEW.kind <> OLD.kind OR NEW.salt <> OLD.salt
                OR NEW.digest <> OLD.digest
                OR (NEW.content <> OLD.content
                    AND (NEW.content <> '' OR NEW.sealed IS NULL))
                OR (NEW.picture_id IS DISTINCT FROM OLD.picture_id
                    AND (NEW.picture_id IS NOT NULL OR NEW.sealed IS NULL))
                OR (NEW.document_id IS DISTINCT FROM OLD.document_id
                    AND (NEW.document_id IS NOT NULL OR NEW.sealed IS NULL))
            THEN RAISE EXCEPTION 'The ledger is only added to'; END IF;
            RETURN NEW;
        END""",
}

# For each trigger its table, when it fires, and what it does then.
POSTGRESQL = {
    "ledger_no_change": (ENTRIES, "UPDATE OR DELETE", "ROW", "loftet_refuse"),
    "ledger_no_truncate": (ENTRIES, "TRUNCATE", "STATEMENT", "loftet_refuse"),
    "ledger_follows": (ENTRIES, "INSERT", "ROW", "loftet_ledger_follows"),
    "matter_no_delete": (MATTER, "DELETE", "ROW", "loftet_refuse"),
    "matter_no_truncate": (MATTER, "TRUNCATE", "STATEMENT", "loftet_refuse"),
    "matter_stays": (MATTER, "UPDATE", "ROW", "loftet_matter_stays"),
}


def put_up(using: str = "default") -> None:
    """Put the guard up; where it stands it is put up anew."""
    connection = connections[using]
    take_down(using)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for name, what in SQLITE.items():
                cursor.execute(f"CREATE TRIGGER {name} {what}")
        elif connection.vendor == "postgresql":
            for name, body in POSTGRESQL_FUNCTIONS.items():
                cursor.execute(
                    f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger "
                    f"LANGUAGE plpgsql AS $body${body}$body$"
                )
            for name, (table, event, each, function) in POSTGRESQL.items():
                cursor.execute(
                    f"CREATE TRIGGER {name} BEFORE {event} ON {table} "
                    f"FOR EACH {each} EXECUTE FUNCTION {function}()"
                )


def take_down(using: str = "default") -> None:
    """Take the guard down: for tests that flush, and for restoring a backup."""
    connection = connections[using]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for name in SQLITE:
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
        elif connection.vendor == "postgresql":
            for name, (table, *_rest) in POSTGRESQL.items():
                cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")


def is_standing(using: str = "default") -> bool:
    """Whether every trigger of the guard is in its place."""
    return not missing(connections[using])


def missing(connection: BaseDatabaseWrapper) -> set[str]:
    """The names of the triggers that are not there, or do not fire."""
    wanted = set(SQLITE if connection.vendor == "sqlite" else POSTGRESQL)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        else:
            cursor.execute(
                "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal "
                "AND tgenabled <> 'D' AND tgrelid IN (%s::regclass, %s::regclass)",
                [ENTRIES, MATTER],
            )
        return wanted - {row[0] for row in cursor.fetchall()}
