"""Details of a task: action, support, beneficiary, deadline, object, measure.

Takes the folded text and the range of what a doer does, gives each detail as printed.
Rule of the place: a deadline is a date with a word that says `by then` before it; a date inside a citation is none.
"""

from __future__ import annotations

import re

from parsers import dates
from parsers.tasks.bodies import split
from parsers.tasks.phrases import compound, phrase
from parsers.tasks.words import Folded, Word, at, cues
from parsers.tasks.words import cue as words_of

LONGEST_ACTION = 40
"""Syllables of the longest action (GUIDELINES, tasks)."""

_WITH = re.compile(
    r"(?<!\w)phối (?:kết )?hợp(?:\s+(?:chặt chẽ|thường xuyên|tốt|,))*(?:\s*,\s*làm việc)?"
    r"(?P<with>\s+(?:cùng )?(?:với|cùng)(?:\s+với)?)?\s+"
)
_ADVISES = re.compile(r"(?<!\w)(?:tham mưu|giúp|đề xuất)\s+(?:(?:giúp|cho|với)\s+)?")
_WORD = re.compile(r"\w+")
_CUT = re.compile(
    r"[;.:()\n]|\s(?:trong(?! khối| cụm| ngành| tỉnh| hội đồng)|để|nhằm|theo|khi|về|trên cơ sở|đã cam kết)\s"
)
_BY = re.compile(rf"{words_of('by')}[^.;]{{0,45}}$")
_CITED = re.compile(r"(?:\d/[a-zđ]|\d-[a-zđ]|(?<!\w)số\s*:?\s*\d)[^;.]{0,40}$")
_QUOTED = re.compile(r"“[^“”\n]*”|\"[^\"\n]*\"")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:trong|hoàn thành|xong|hết|cuối)\s+năm\s+(?P<y>\d{4})(?!\d)|năm\s+(?P<z>\d{4})\s*$")
_PART_END = re.compile(r"[;,.\n]")
_CONCRETE = re.compile(rf"\d|{words_of('concrete')}")
_EXHORTS = re.compile(words_of("exhorting"))


def action(words: str) -> str:
    """Give the action: one line, at most 40 syllables, cut at the last comma or semicolon before."""
    words = " ".join(words.split()).strip(" ,;:./-–")
    syllables = words.split()
    if len(syllables) <= LONGEST_ACTION:
        return words
    short = " ".join(syllables[:LONGEST_ACTION])
    cut = max(short.rfind(";"), short.rfind(","))
    return short[:cut] if cut > len(short) // 3 else short


def support(text: Folded, start: int, stop: int) -> list[str]:
    """Give who helps: the bodies after each `phối hợp với`."""
    found: list[str] = []
    if text.key.find("hợp", start, stop) < 0:
        return found
    for match in _WITH.finditer(text.key, start, stop):
        if not match["with"] and phrase(text, match.end(), stop) is None:
            continue
        end = _list_end(text, match.end(), stop)
        found += [name for name in split(text.value[match.end() : end]) if name not in found]
    return found


def beneficiary(text: Folded, start: int, stop: int) -> list[str]:
    """Give for whom advice is given: the body after `tham mưu (giúp, cho)`."""
    found: list[str] = []
    for match in _ADVISES.finditer(text.key, start, stop):
        named = phrase(text, match.end(), stop, handed=True)
        if named is not None and named.verb < stop:
            found += [name for name in split(text.value[named.start : named.end]) if name not in found]
    return found


def _list_end(text: Folded, start: int, stop: int) -> int:
    """Give where a list of helpers ends: at the next verb, clause or sign."""
    cut = _CUT.search(text.key, start, stop)
    stop = cut.start() if cut else stop
    named = phrase(text, start, stop, handed=True)
    if named is not None:
        return min(named.end, stop)
    for word in _WORD.finditer(text.key, start, stop):
        cue = at(cues(), text.key, word.start())
        if (
            cue is not None
            and word.start() > start
            and not text.value[word.start()].isupper()
            and _acts(cue, text, word.start())
        ):
            return word.start()
    return stop


def _acts(cue: Word, text: Folded, position: int) -> bool:
    plain = cue.kind in ("act", "manner", "lead", "support") and " " in cue.key
    return plain and not compound(cue, text.key, position)


def deadline(words: str) -> str | None:
    """Give the date by which a task is to be done, as EDTF, if it is printed with the task."""
    if not _DIGIT.search(words):
        return None
    words = _QUOTED.sub(lambda match: " " * len(match[0]), words)
    key = words.lower()
    for start, end, edtf, _ in dates.scan(words):
        before = key[max(0, start - 60) : start]
        if _CITED.search(before) or key[end : end + 1] == "/":
            continue
        said = f"{before}{key[start:end].split(' ')[0] if edtf.startswith('../') else ''}"
        if (edtf.startswith("../") or _BY.search(said)) and not _is_span(key[start:end]):
            return edtf.removeprefix("../")
    year = _YEAR.search(key)
    return year["y"] if year else None


def column_deadline(words: str) -> str | None:
    """Give the date of a cell or field of time, where any date is the deadline."""
    for start, _, edtf, _ in dates.scan(words):
        if not _CITED.search(words[max(0, start - 60) : start].lower()):
            return edtf.removeprefix("../")
    year = _YEAR.search(words.lower().strip(" ."))
    return (year["y"] or year["z"]) if year else None


def _is_span(words: str) -> bool:
    return words.startswith(("giai", "nhiệm", "thời", "năm học", "(", "niên"))


def purpose(text: Folded, start: int, stop: int) -> str | None:
    """Give the object of an action: what stands after its verbs up to the first comma or semicolon."""
    position = start
    while position < stop:
        cue = at(cues(), text.key, position)
        if cue is None or cue.kind == "stop":
            break
        position += len(cue.key)
        while position < stop and text.key[position] in " ,":
            position += 1
    end = _PART_END.search(text.key, position, stop)
    words = " ".join(text.value[position : end.start() if end else stop].split())
    return words or None


def measurable(words: str, due: str | None, output: str | None) -> bool:
    """Say whether a task can be checked: it has a date, a product, a number or a concrete thing to do."""
    if due or output:
        return True
    key = words.lower()
    return _CONCRETE.search(key) is not None or _EXHORTS.search(key) is None
