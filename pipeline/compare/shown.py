"""What a comparison says, for the terminal and as JSON.

Takes Comparisons, gives what can be printed. Rule of the place: what changed comes first and what was kept is counted;
a sign stands beside each colour, so that a page without colours reads the same; text of documents is never markup.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from models import Citation, Target, Task
from models.comparison import Compared, Comparison, SectionChange, Side, TargetChange, TaskChange
from pipeline.markup import visible
from pipeline.words import word

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

SIGNS = {
    "kept": "=", "reworded": "~", "moved": "→", "new": "+", "added": "+", "dropped": "−", "replaced": "↻",
    "raised": "▲", "lowered": "▼", "changed": "~",
}  # fmt: skip
STYLES = {
    "new": "green", "added": "green", "dropped": "red", "moved": "cyan", "reworded": "yellow", "changed": "yellow",
    "replaced": "magenta", "raised": "green", "lowered": "red",
}  # fmt: skip

LONG = 160
"""Most characters of a text that is shown where nothing in it is to be compared."""

ANOTHER = 0.45
"""Likeness below which old and new words are shown after one another and not mixed."""

AROUND = 6
"""Words shown on either side of a change."""


def as_json(comparisons: Iterable[Comparison]) -> list[dict[str, Any]]:
    """Give comparisons as plain data; boxes on the page are left out, they stand in the documents' own JSON."""
    return [_unboxed(one.model_dump(mode="json")) for one in comparisons]


def _unboxed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _unboxed(each) for key, each in value.items() if key != "boxes"}
    return [_unboxed(each) for each in value] if isinstance(value, list) else value


def shown(comparisons: Iterable[Comparison], lang: str = "vi", *, whole: bool = False) -> RenderableType:
    """Give comparisons for the terminal. whole: with what was kept."""
    from rich.console import Group

    return Group(*(part for one in comparisons for part in _comparison(one, lang, whole)))


def _comparison(one: Comparison, lang: str, whole: bool) -> Iterator[RenderableType]:
    from rich.text import Text

    yield Text(f"{_name(one.before)}  →  {_name(one.after)}", style="bold")
    for side in (one.before, one.after):
        yield Text(f"  {_plain(side.title or word('search.untitled', lang))}", style="dim")
    yield Text(_boilerplate(one, lang))
    parts: tuple[tuple[str, Sequence[Any], Iterator[Text]], ...] = (
        ("sections", one.sections, _sections(one.sections, lang, whole)),
        ("targets", one.targets, _targets(one.targets, lang, whole)),
        ("tasks", one.tasks, _tasks(one.tasks, lang, whole)),
        ("citations", one.references, _references(one, lang)),
        ("header", one.fields, _fields(one, lang)),
    )
    for part, changes, lines in parts:
        yield Text("")
        yield Text(f"{word(part, lang)}  {_counted(changes, lang)}", style="bold underline")
        yield from lines
    yield Text("")


def _name(one: Compared) -> str:
    parts = (one.doc_type, one.code, one.issuer.name if one.issuer else None, one.issued_on or one.year)
    return _plain(" · ".join(str(part) for part in parts if part)) or _plain(one.name)


def _boilerplate(one: Comparison, lang: str) -> str:
    said = word("compare.boilerplate", lang).format(share=f"{one.boilerplate.before:.0%}")
    if one.boilerplate.parent is not None:
        said += word("compare.boilerplate-parent", lang).format(share=f"{one.boilerplate.parent:.0%}")
    return said


def _counted(changes: Sequence[Any], lang: str) -> str:
    counts = Counter(change.kind for change in changes if hasattr(change, "kind"))
    return ", ".join(f"{SIGNS[kind]} {word(f'compare.{kind}', lang)} {n}" for kind, n in counts.items())


def _line(kind: str, text: str | Text, lang: str) -> Text:
    from rich.text import Text

    line = Text(f"  {SIGNS[kind]} {word(f'compare.{kind}', lang)}: ", style=STYLES.get(kind, "dim"))
    return line.append(text, style="default") if isinstance(text, str) else line.append_text(text)


def _sections(changes: Iterable[SectionChange], lang: str, whole: bool) -> Iterator[Text]:
    for change in changes:
        if change.kind == "kept" and not whole:
            continue
        line = _line(change.kind, _where(change.before, change.after), lang)
        if change.words and change.likeness < ANOTHER and change.before and change.after:
            line.append(f"[-{_short(change.before.text)}-] {{+{_short(change.after.text)}+}}", style="default")
        elif change.words:
            line.append_text(_difference(change))
        else:
            side = change.after or change.before
            line.append(_short(side.text if side else ""), style="default")
        yield line


def _where(before: Side | None, after: Side | None) -> str:
    paths = [side.path or "…" for side in (before, after) if side]
    return f"[{' → '.join(dict.fromkeys(paths))}] "


def _difference(change: SectionChange) -> Text:
    """Give the changed words with a few of those around them: `[-dropped-]`, `{+added+}`."""
    from rich.text import Text

    line = Text()
    for place, piece in enumerate(change.words):
        words = _plain(piece.text)
        if piece.kind == "same":
            line.append(_around(words, first=place == 0, last=place == len(change.words) - 1) + " ", style="default")
        elif piece.kind == "dropped":
            line.append(f"[-{words}-] ", style="red strike")
        else:
            line.append(f"{{+{words}+}} ", style="green")
    return line


def _around(words: str, *, first: bool, last: bool) -> str:
    parts = words.split(" ")
    if len(parts) <= AROUND * (1 if first or last else 2) + 2:
        return words
    head, tail = " ".join(parts[:AROUND]), " ".join(parts[-AROUND:])
    return f"… {tail}" if first else f"{head} …" if last else f"{head} … {tail}"


def _targets(changes: Iterable[TargetChange], lang: str, whole: bool) -> Iterator[Text]:
    for change in changes:
        if change.kind != "kept" or whole:
            values = [_value(target) for target in (change.before, change.after) if target]
            about = change.after or change.before
            yield _line(change.kind, f"{_about(about)}: {' → '.join(dict.fromkeys(values))}", lang)


def _about(target: Target | None) -> str:
    return _short((target.indicator or target.raw) if target else "")


def _value(target: Target) -> str:
    numbers = [f"{one:,.10g}".replace(",", " ") for one in (target.value, target.value_max) if one is not None]
    signs = {"at_least": "≥ ", "more_than": "> ", "at_most": "≤ ", "less_than": "< "}
    return f"{signs.get(target.comparator, '')}{' - '.join(numbers)} {_plain(target.unit or '')}".strip()


def _tasks(changes: Iterable[TaskChange], lang: str, whole: bool) -> Iterator[Text]:
    for change in changes:
        if change.kind == "kept" and not whole:
            continue
        task = change.after or change.before
        if task is None:
            continue
        line = _line(change.kind, f"{_doers(task, 'lead')}: {_short(task.action)}", lang)
        for aspect in change.aspects:
            if change.before and change.after and aspect != "action":
                values = " → ".join(_aspect(each, aspect) for each in (change.before, change.after))
                line.append(f"\n      {word(f'compare.{aspect}', lang)}: {values}", style="yellow")
            elif aspect == "action" and change.before:
                line.append(f"\n      {word('compare.action', lang)}: {_short(change.before.action)}", style="yellow")
        yield line


def _aspect(task: Task, aspect: str) -> str:
    return (task.deadline or "—") if aspect == "deadline" else _doers(task, aspect)


def _doers(task: Task, part: str) -> str:
    return _plain(", ".join(agency.name for agency in getattr(task, part))) or "—"


def _references(one: Comparison, lang: str) -> Iterator[Text]:
    for change in one.references:
        names = " → ".join(_cited(cited) for cited in (change.before, change.after) if cited)
        by = f" ({word(f'compare.by-{change.by}', lang)})" if change.by else ""
        yield _line(change.kind, names + by, lang)


def _cited(citation: Citation) -> str:
    return _short(citation.raw)


def _fields(one: Comparison, lang: str) -> Iterator[Text]:
    for change in one.fields:
        old, new = (" | ".join(map(_short, side)) or "—" for side in (change.before, change.after))
        heir = f"  ({word('compare.succession', lang)})" if change.succession else ""
        yield _line("changed", f"{word(f'compare.field-{change.field}', lang)}: {old}  →  {new}{heir}", lang)


def _plain(text: str) -> str:
    return visible(" ".join(text.split()))


def _short(text: str) -> str:
    words = _plain(text)
    return words if len(words) <= LONG else f"{words[: LONG - 1].rstrip()}…"
