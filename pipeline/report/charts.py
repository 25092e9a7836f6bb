"""Charts of a report, drawn by matplotlib: as SVG for the page, as PNG for Word.

Takes a timeline or bars, gives bytes. Rule of the place: words stay words (they are never read as formulas), letters
are drawn as text, and the same values give the same picture.
"""

from __future__ import annotations

import io
import re
from datetime import date
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Literal

from pipeline.day_words import day
from pipeline.export import MissingExtra
from pipeline.markup import visible
from pipeline.report.phrases import word
from pipeline.report.tones import LOOKS, Tone, look
from pipeline.report.values import Bars, Timeline

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Kind = Literal["svg", "png"]

WIDTH, ROW, ABOVE, BELOW = 7.4, 0.3, 0.5, 0.34
"""Inches: breadth of a chart, height of one row, of what stands above the rows, and below."""
NAME, LETTER, EDGE = 32, 0.076, 0.12
"""Letters of a name beside a row; inches of one letter, and of the edge."""
SLIM = 0.05
"""Share of the longest bar under which a piece has no room for its number."""
INK, FAINT = "#22272d", "#8a929b"
_SETTINGS: Any = {
    "svg.fonttype": "none",
    "svg.hashsalt": "vanban",
    "text.parse_math": False,
    "font.family": ["DejaVu Sans"],
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": FAINT,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
}


def chart(about: Timeline | Bars, lang: str = "vi", kind: Kind = "svg") -> bytes:
    """Give a picture, from `<svg` on or as PNG of 200 dots an inch. Raises MissingExtra."""
    if not find_spec("matplotlib"):
        raise MissingExtra("report", "report")
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    names, notes = _texts(about)
    height = ABOVE + BELOW + ROW * len(names)
    left, right = (EDGE + LETTER * max(map(len, each), default=0) for each in (names, notes))
    box = (left / WIDTH, BELOW / height, (WIDTH - left - right) / WIDTH, ROW * len(names) / height)
    with rc_context(_SETTINGS):
        figure = Figure(figsize=(WIDTH, height))
        axes = figure.add_axes(box)
        axes.set_yticks(range(len(names)), names)
        axes.set_ylim(len(names) - 0.4, -0.6)
        axes.tick_params(axis="y", length=0)
        for row, note in enumerate(notes):
            axes.annotate(
                note, (1, row), (8, 0), xycoords=axes.get_yaxis_transform(), textcoords="offset points", va="center"
            )
        _timeline(axes, about) if isinstance(about, Timeline) else _bars(axes, about, lang)
        return _picture(figure, kind)


def _texts(about: Timeline | Bars) -> tuple[list[str], list[str]]:
    """Give the names on the left of the rows and the notes on their right."""
    if isinstance(about, Bars):
        return [_cut(name) for name, _ in about.rows], []
    notes = (" · ".join(filter(None, (_day(event.day), event.note))) for event in about.events)
    return [_cut(event.name) for event in about.events], [_cut(note) for note in notes]


def _picture(figure: Figure, kind: Kind) -> bytes:
    out = io.BytesIO()
    if kind == "png":
        figure.savefig(out, format="png", dpi=200, metadata={"Software": None})
        return out.getvalue()
    figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    drawn = out.getvalue().decode()
    return re.sub(r"<metadata>.*?</metadata>", "", drawn[drawn.index("<svg") :], flags=re.DOTALL).encode()


def _timeline(axes: Axes, about: Timeline) -> None:
    from matplotlib import dates as typed

    dates: Any = typed
    date2num = dates.date2num
    ends = [(date2num(end[0]), end) for end in (about.start, about.due) if end]
    days = [date2num(event.day) for event in about.events if event.day] + [at for at, _ in ends]
    first, last = min(days, default=0), max(days, default=1)
    space = max((last - first) * 0.06, 2)
    axes.set_xlim(first - space, last + space * 2.5)
    axes.grid(axis="y", color="#e6e9ed", linewidth=0.8)
    axes.set_axisbelow(True)
    for level, (at, (ends_on, name)) in enumerate(ends):
        axes.axvline(at, color=INK, linewidth=1.3, linestyle="-" if about.start and level == 0 else "--")
        said = f"{_cut(name)} {_day(ends_on)}"
        side = "left" if level == 0 else "center"
        axes.annotate(
            said, (at, 1), (0, 3 + 12 * level), xycoords=("data", "axes fraction"), textcoords="offset points", ha=side,
            fontsize=8.5, fontweight="bold",
        )  # fmt: skip
    for row, event in enumerate(about.events):
        shape = {"late": "D", "absent": "X", "undated": "s", "no_due": "s"}.get(event.tone, "o")
        at = date2num(event.day) if event.day else last + space * 1.5
        axes.plot([at], [row], shape, color=look(event.tone).fill, markeredgecolor=INK, markersize=8)
    axes.xaxis.set_major_locator(dates.AutoDateLocator(minticks=2, maxticks=4))
    axes.xaxis.set_major_formatter(dates.DateFormatter("%m/%Y" if last - first > 60 else "%d/%m"))


def _bars(axes: Axes, about: Bars, lang: str) -> None:
    seen: dict[Tone, Any] = {}
    most = max(sum(count for _, count in counts) for _, counts in about.rows) or 1
    for row, (_, counts) in enumerate(about.rows):
        left = 0
        for tone, count in counts:
            if not count:
                continue
            fill, ink, sign = look(tone)
            bar = axes.barh(row, count, left=left, height=0.68, color=fill, edgecolor="#ffffff", linewidth=1.2)
            said = f"{sign} {count}" if count / most > SLIM else ""
            axes.text(left + count / 2, row, said, ha="center", va="center", color=ink, fontsize=8)
            seen[tone] = bar
            left += count
    axes.set_xlim(left=0)
    axes.xaxis.set_visible(False)
    axes.spines["bottom"].set_visible(False)
    if seen:
        shown = sorted(seen, key=list(LOOKS).index)
        names = [f"{look(tone).sign} {word(f'tone.{tone}', lang)}" for tone in shown]
        axes.legend(
            [seen[tone] for tone in shown], names, loc="upper left", bbox_to_anchor=(0, 1),
            bbox_transform=axes.figure.transFigure, ncols=len(seen), frameon=False,
            fontsize=8, handlelength=1.2, columnspacing=1.2,
        )  # fmt: skip


def _day(day_of: date | None) -> str | None:
    return day(day_of.isoformat()) if day_of else None


def _cut(text: str) -> str:
    words = visible(" ".join(text.split()))
    return words if len(words) <= NAME else words[: NAME - 1].rstrip() + "…"
