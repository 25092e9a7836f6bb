"""Pairing: which of some things are which of some others, the best for all together and not one by one.

Takes a matrix of scores, gives pairs of places. Rule of the place: what scores no more than the threshold stays alone,
and no pair is made that would cost a better one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pipeline.likeness import Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]


def pairs(scores: Matrix, least: float) -> list[tuple[int, int]]:
    """Give the pairs of row and column whose scores above `least` sum to the most, in the order of the rows."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    gain = np.maximum(scores - least, 0.0)
    chosen, taken = linear_sum_assignment(gain, maximize=True)
    return [(int(one), int(other)) for one, other in zip(chosen, taken, strict=True) if gain[one, other] > 0]


def likenesses(ones: Sequence[Words], others: Sequence[Words]) -> Matrix:
    """Give the likeness of each to each, rows for the ones; as `likeness`, but all at once.

    Of a word that one uses more often than the other, the mean of both weights counts in place of the smaller.
    """
    import numpy as np

    if not ones or not others:
        return np.zeros((len(ones), len(others)))
    places: dict[str, int] = {}
    left, right = _roots(ones, places), _roots(others, places)
    width = len(places)
    left.resize((len(ones), width))
    right.resize((len(others), width))
    shared = np.asarray((left @ right.T).todense())
    totals = np.add.outer([sum(words.values()) for words in ones], [sum(words.values()) for words in others])
    found: Matrix = np.minimum(2 * shared / np.maximum(totals, 1e-9), 1.0)
    return found


def _roots(texts: Sequence[Words], places: dict[str, int]) -> Any:
    """Give a sparse matrix, a row a text: the roots of the weights, so that equal weights multiply to themselves."""
    import numpy as np
    from scipy.sparse import csr_matrix

    columns = [places.setdefault(word, len(places)) for words in texts for word in words]
    ends = np.cumsum([0, *map(len, texts)])
    weights = np.sqrt(np.fromiter((weight for words in texts for weight in words.values()), float))
    return csr_matrix((weights, columns, ends), shape=(len(texts), len(places)))
