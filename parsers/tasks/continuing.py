"""Continuing: whether a clause that names nobody is something for the doer above it.

Takes the folded text and a clause without a doer, says yes or no. Rule of the place: it goes on where it begins with
a verb; a bullet under an assignee heading goes on unless it begins like a thing (`Kinh phí …`) or a label
(GUIDELINES, tasks).
"""

from __future__ import annotations

import re

from parsers.tasks.clauses import CONNECTOR, Doing
from parsers.tasks.words import Folded, at, cue, cues

_THINGS = re.compile(rf"{cue('thing')}|\d")
_OPENING = re.compile(cue("opening"))
_NOTICE = re.compile(rf"{cue('document_word')}\s+(?:này|có hiệu lực|số|trên|nêu trên)(?!\w)|{cue('courtesy')}")
"""Nouns that look like verbs (the document itself), words of courtesy."""
_COMMA = re.compile(r",\s+")
_LABEL = 25
"""Characters within which a colon makes a bullet a labelled line."""
_ADVERBIAL = 300
"""Characters within which the verb after an adverbial begins."""
_SHORTEST = 8


def goes_on(text: Folded, doing: Doing, *, heading: bool, whole: bool) -> bool:
    """Say whether a clause without a doer is something that the doer above is to do.

    heading: a heading names the doer. whole: the clause is all of a bullet.
    """
    key, position = text.key, doing.start
    while position < doing.end and key[position] in ' “"+-*':
        position += 1
    if doing.end - position < _SHORTEST:
        return False
    connector = CONNECTOR.match(key, position, doing.end)
    position = connector.end() if connector else position
    if _acts(key, position):
        return _NOTICE.match(key, position) is None
    first = at(cues(), key, position)
    opens = _OPENING.match(key, position) is not None
    if whole and ((first is not None and (heading or first.key in ("là", "không"))) or (heading and opens)):
        return True
    if opens:
        end = min(doing.end, position + _ADVERBIAL)
        return any(_acts(key, comma.end()) for comma in _COMMA.finditer(key, position, end))
    labelled = key.find(":", position, position + _LABEL) >= 0
    return heading and whole and not labelled and not _THINGS.match(key, position)


def _acts(key: str, position: int) -> bool:
    found = at(cues(), key, position)
    return found is not None and found.kind not in ("stop", "basis")
