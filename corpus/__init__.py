"""Sample documents written for the project, their gold, and the generator that makes more.

Gives the two folders that travel with the package. Rule of the place: a document and its gold come from one
description (`corpus.plan.Plan`), so what is printed and what is expected cannot drift apart. What must be judged
by reading (roles, tasks, targets) is written by hand, in `NAME.tasks.json` beside the gold.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def documents() -> Path:
    """Give the folder with the sample documents, each as a text dump or Markdown, as DOCX and as PDF."""
    return Path(str(files(__name__))) / "documents"


def gold() -> Path:
    """Give the folder with the gold of the sample documents.

    `NAME.json` for `documents()/NAME.*`, and `NAME.tasks.json` with its roles, tasks and targets.
    """
    return Path(str(files(__name__))) / "gold"
