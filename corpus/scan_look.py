"""How a scan looks: what the office, its copier and its scanner did to the pages.

Takes a source of chance, gives a frozen `Look` for the document and a `Sheet` for each page. Rule of the place:
lengths are millimetres and shades are grey levels of 255, so that one look is the same at every resolution.
"""

from __future__ import annotations

from random import Random
from typing import Literal, NamedTuple

from PIL import Image

Mode = Literal["colour", "grey", "bilevel"]
Colour = tuple[int, int, int]

SKEW = (0.2, 1.2)
"""Least and greatest angle at which a sheet lies, degrees, to either side."""
QUALITY = (40, 75)
"""Least and greatest quality of JPEG."""
MODES: tuple[tuple[Mode, int], ...] = (("colour", 5), ("grey", 2), ("bilevel", 3))
REDS: tuple[Colour, ...] = ((205, 30, 45), (222, 52, 62), (190, 24, 60), (214, 70, 84))
PENS: tuple[Colour, ...] = ((28, 48, 150), (40, 70, 190), (24, 30, 96), (30, 30, 34))
PAPERS: tuple[Colour, ...] = ((246, 246, 246), (240, 240, 246), (247, 244, 236), (232, 232, 230))


class Look(NamedTuple):
    """What all pages of one document share.

    mode: colours that the scanner keeps. quality: of JPEG. toner: shade of printed black. spread: shade up to which the
    soft edge of a letter took toner, so that letters are thick or thin. grain: how ragged their edges are, standard
    deviation. paper: colour of the sheet.
    white: shade from which the scanner gives plain white, 255 where it does not. blur: radius in mm.
    noise: standard deviation of the sensor. shade: how much darker the dim corner is. threshold: shade below which a
    bilevel scan is black. specks: dark specks on a page. seal, pen: colours of stamp and signature.
    arrival: colour of the receiver's stamp `ĐẾN`, None where there is none.
    """

    mode: Mode
    quality: int
    toner: int
    spread: int
    grain: float
    paper: Colour
    white: int
    blur: float
    noise: float
    shade: float
    threshold: int
    specks: int
    seal: Colour
    pen: Colour
    arrival: Colour | None


class Sheet(NamedTuple):
    """How one sheet lay on the glass.

    skew: degrees, positive turns it anticlockwise. shift: mm to the right and down. dim: the dim corner's place, shares
    of width and height. edge: the side where the glass shows beyond the paper and how wide, mm. seed: of its noise.
    """

    skew: float
    shift: tuple[float, float]
    dim: tuple[float, float]
    edge: tuple[Literal["left", "right", "top", "bottom"], float] | None
    seed: int


def look(rng: Random) -> Look:
    """Make up a look."""
    mode = rng.choices([name for name, _ in MODES], weights=[weight for _, weight in MODES])[0]
    return Look(
        mode=mode,
        quality=rng.randint(*QUALITY),
        toner=rng.randint(12, 62),
        spread=rng.randint(118, 196) if mode == "bilevel" else rng.randint(118, 165),
        grain=rng.uniform(20, 75) if mode == "bilevel" else rng.uniform(5, 45),
        paper=rng.choice(PAPERS),
        white=rng.choice((255, 255, 236, 222)),
        blur=rng.uniform(0.02, 0.075),
        noise=rng.uniform(2.0, 9.0),
        shade=rng.uniform(0.0, 26.0),
        threshold=rng.randint(135, 190),
        specks=rng.choice((0, 3, 8, 20, 45)),
        seal=rng.choice(REDS),
        pen=rng.choice(PENS),
        arrival=rng.choice((*REDS[:2], *PENS[:2])) if rng.random() < 0.35 else None,
    )


def sheet(rng: Random) -> Sheet:
    """Make up how a sheet lay."""
    skew = rng.uniform(*SKEW) * rng.choice((-1, 1))
    shift = (rng.uniform(-2.0, 2.0), rng.uniform(-2.0, 2.0))
    dim = (rng.choice((0.0, 1.0)), rng.choice((0.0, 1.0)))
    side: Literal["left", "right", "top", "bottom"] = rng.choice(("left", "right", "top", "bottom"))
    width = rng.uniform(0.6, 3.0)
    return Sheet(skew, shift, dim, (side, width) if rng.random() < 0.3 else None, rng.getrandbits(32))


def grey(colour: Colour) -> int:
    """Give the shade of grey of a colour (ITU-R BT.601)."""
    red, green, blue = colour
    return round(0.299 * red + 0.587 * green + 0.114 * blue)


def shown(colour: Colour, page: Image.Image) -> Colour | int:
    """Give a colour as the mode of a page wants it: itself, or its shade of grey."""
    return colour if page.mode == "RGB" else grey(colour)
