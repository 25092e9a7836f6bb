"""Bring the tables of an archive up to the newest version, by Alembic.

Takes a connection in a transaction. Rule of the place: a migration is written once and never changed, so it names its
tables itself and does not import the schema.
"""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from pipeline.archive.views import drop_views, make_views


def config() -> Config:
    """Give the settings of Alembic, none of which lie in a file."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    return config


def upgrade(connection: Connection) -> None:
    """Apply what is still to be applied, then make the views."""
    settings = config()
    settings.attributes["connection"] = connection
    drop_views(connection)
    command.upgrade(settings, "head")
    make_views(connection)


def known() -> frozenset[str]:
    """Give all versions that there are."""
    return frozenset(each.revision for each in ScriptDirectory.from_config(config()).walk_revisions())
