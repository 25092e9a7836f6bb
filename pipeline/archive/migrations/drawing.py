"""Draw the next migration from what the tables of `schema.py` have more than the database has.

For those who change the schema: `python -m pipeline.archive.migrations.drawing "what changes" 0002`. It is to be read,
and its words put right, before it is kept. Comments stay in the schema, from where they are written with the views.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from alembic import command
from sqlalchemy import create_engine

from pipeline.archive.migrations.upgrade import config, upgrade

_COMMENT = re.compile(r""",\s*comment=(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|^\s*# ###.*\n""", re.MULTILINE)


def draw(message: str, revision: str) -> None:
    """Write `versions/REVISION_….py`."""
    with create_engine("sqlite://").connect() as connection:
        if revision > "0001":
            upgrade(connection)
        settings = config()
        settings.attributes["connection"] = connection
        command.revision(settings, message, autogenerate=True, rev_id=revision)
    (made,) = (Path(__file__).parent / "versions").glob(f"{revision}_*.py")
    made.write_text(_COMMENT.sub("", made.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    draw(*sys.argv[1:3])
