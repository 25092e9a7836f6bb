"""Clauses: who is to do what in one sentence, and how the task is handed out.

Takes a folded text and the range of a sentence, gives its doings in order. Rule of the place: a doer is looked for
only where a clause begins: at the start, after an adverbial and its comma, after a semicolon, after a word that hands
out tasks, after `do` in a passive (SPEC §12.1; GUIDELINES, tasks).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from models.task import Mode
from parsers.tasks.phrases import Phrase, phrase
from parsers.tasks.words import Folded, Word, at, cues, triggers
from parsers.tasks.words import cue as words_of

CONNECTOR = re.compile(rf"{words_of('connector')}\s*,?:?\s+")
_RECURRING = re.compile(r"(?:(?:hàng|hằng)\s+(?:năm|quý|tháng|tuần|ngày)|định kỳ[^,;.]{0,40}|năm\s+\d{4})\s*,?\s+")
_ADVERBIAL = re.compile(words_of("adverbial"))
_TROUBLE = re.compile(rf"{words_of('trouble')}(?=\s*,?\s+(?P<at>\w))")
_PASSIVE = re.compile(r"(?<!\w)(?:do|phải được|cần được)\s+")
_UNGIVEN = re.compile(words_of("not_a_task_passive"))
_GENERIC = re.compile(rf"{words_of('listed_noun')}(?:\s*,|\s+(?:và|liên quan|trực thuộc|chức năng))")
"""After a comma a generic noun goes on with the list before it."""
_QUANTIFIED = re.compile(r"(?:các|những|mỗi|từng)\s")
_COMMA = re.compile(r",\s+")
_SEMICOLON = re.compile(r";\s+")
_HANDING = re.compile(r"(?<!\w)(?:đề nghị|yêu cầu)(?!\w)")
_SIGN = re.compile(r"[,;]")
_LEADS_IN = re.compile(r"\s*:")
_TAIL = 90
"""Characters that may follow the doer of a passive: it ends its sentence."""


class Doing(NamedTuple):
    """What a clause says. start, end: the clause. doer: None where nobody is named.

    mode: how the task is handed out, None where the clause does not say.
    verb: where the action begins. lasting: the sentences that follow have the same doer.
    """

    start: int
    end: int
    doer: Phrase | None
    mode: Mode | None
    verb: int
    lasting: bool = True


def doings(text: Folded, start: int, stop: int, *, inheriting: bool = False) -> list[Doing]:
    """Give the doings of a sentence; one without a doer stands for a sentence that names none.

    inheriting: a heading above names the doer, so that a word such as `Đề nghị` is what he does.
    """
    found: list[Doing] = []
    for begin, end in _parts(text, start, stop):
        named = begin == start or any(doing.doer or doing.mode for doing in found)
        doing = _doing(text, begin, end, inheriting=inheriting, clear=not named)
        if found and doing.doer is None and doing.mode is None:
            found[-1] = found[-1]._replace(end=end)
        elif found and found[-1].doer is None and found[-1].mode is None and not inheriting:
            found[-1] = doing
        else:
            found.append(doing)
    return found


def _parts(text: Folded, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Part a sentence at its semicolons, those inside a list of doers left out."""
    verb = _verb(text, start, stop) if ";" in text.key[start:stop] else start
    for match in _SEMICOLON.finditer(text.key, start, stop):
        if match.start() >= verb:
            yield start, match.start()
            start = match.end()
            verb = _verb(text, start, stop)
    yield start, stop


def _verb(text: Folded, start: int, stop: int) -> int:
    """Give where the predicate of a doer at a position begins, the position itself where there is none."""
    trigger = at(triggers(), text.key, start)
    begin = start + len(trigger.key) + 1 if trigger else start
    found = phrase(text, begin, stop, handed=trigger is not None)
    return found.verb if found is not None and found.verb < stop else start


def _doing(text: Folded, start: int, stop: int, *, inheriting: bool, clear: bool) -> Doing:
    """Read one part of a sentence.

    clear: only what is plainly a clause of its own counts, since a list of nouns may run over semicolons.
    """
    connector = CONNECTOR.match(text.key, start, stop)
    begin = connector.end() if connector else start
    direct = _direct(text, begin, stop, handing=not (inheriting or connector))
    if direct is not None and not (clear and direct.mode is None):
        return direct._replace(start=start, end=stop)
    recurring = _RECURRING.match(text.key, begin, stop)
    if recurring:
        direct = _direct(text, recurring.end(), stop, handing=False)
        if direct is not None:
            return direct._replace(start=start, end=stop)
    later = _after_adverbial(text, begin, stop, inheriting=inheriting) or _passive(text, begin, stop)
    return later._replace(start=start, end=stop) if later else Doing(start, stop, None, None, start)


def _direct(text: Folded, start: int, stop: int, *, handing: bool) -> Doing | None:
    """Read a doer, or a word that hands out tasks and its doer, at a position."""
    trigger = at(triggers(), text.key, start) if handing else None
    if trigger is not None:
        return _handed(text, start, trigger, stop)
    found = phrase(text, start, stop)
    if found is None or found.verb >= stop or (found.cue is None and not _acts(text.key, found.verb)):
        return None
    second = at(triggers(), text.key, found.verb)
    if second is not None and (second.kind != "request" or not _QUANTIFIED.match(text.key, start)):
        handed = _handed(text, found.verb, second, stop)
        if handed is not None:
            return handed
    return Doing(start, stop, found, None, found.verb)


def _acts(key: str, position: int) -> bool:
    """Say whether something to do stands at a position; what follows a colon may as well be an address."""
    cue = at(cues(), key, position)
    return (cue is not None and cue.kind != "stop") or _ADVERBIAL.match(key, position) is not None


def _handed(text: Folded, start: int, trigger: Word, stop: int) -> Doing | None:
    """Read what a word that hands out tasks hands to whom; `yêu cầu:` alone names nobody."""
    mode: Mode = "request" if trigger.kind == "request" else "order" if trigger.kind == "order" else "assign"
    after = start + len(trigger.key)
    if _LEADS_IN.match(text.key, after):
        return Doing(start, stop, None, mode, after)
    while after < stop and text.key[after] in " ,":
        after += 1
    found = phrase(text, after, stop, handed=True)
    if found is None or (found.verb >= stop and text.key[found.end : stop].strip(" .;/") not in ("", ":")):
        return None
    return Doing(start, stop, found, mode, found.verb)


def _after_adverbial(text: Folded, start: int, stop: int, *, inheriting: bool) -> Doing | None:
    """Read the doer after `Căn cứ …,`, `Trường hợp …,` or in the closing formula."""
    if not _ADVERBIAL.match(text.key, start):
        return _in_closing(text, start, stop) if text.key.startswith("trên đây là", start) else None
    colon = text.key.find(":", start, stop)
    limit = colon if colon >= 0 else stop
    for trouble in _TROUBLE.finditer(text.key, start, limit):
        found = _direct(text, trouble.start("at"), stop, handing=not inheriting)
        if found is not None:
            return found
    for match in _COMMA.finditer(text.key, start, limit):
        if not _GENERIC.match(text.key, match.end()):
            found = _direct(text, match.end(), stop, handing=not inheriting)
            if found is not None:
                return found
    return None


def _in_closing(text: Folded, start: int, stop: int) -> Doing | None:
    for match in _HANDING.finditer(text.key, start, stop):
        found = _direct(text, match.start(), stop, handing=True)
        if found is not None:
            return found
    return None


def _passive(text: Folded, start: int, stop: int) -> Doing | None:
    """Read the doer of a passive that is the whole sentence: `<thing> do <doer> <verb>`."""
    if at(cues(), text.key, start) is not None:
        return None
    for match in _PASSIVE.finditer(text.key, start, stop):
        found = phrase(text, match.end(), stop)
        tail = _SIGN.search(text.key, found.verb, stop) if found else None
        short = found is not None and (tail.start() if tail else stop) - found.verb < _TAIL
        if found and short and found.verb < stop and not _UNGIVEN.match(text.key, found.verb):
            return Doing(start, stop, found, None, start, lasting=False)
    return None
