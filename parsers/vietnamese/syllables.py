"""Syllables: is this sequence of letters one that Vietnamese has?

Takes a word, says whether it is an onset and a rhyme that go together, under a tone that the rhyme bears.
Spelling is that of the dictionary (Hoàng Phê, Từ điển tiếng Việt): `k`, `gh`, `ngh` stand before e, ê, i, y, the
others elsewhere; a rhyme that ends in c, ch, p, t bears the sharp or the heavy tone only.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

_WRITTEN = """
a ai ao au ay am an ang anh ac ach ap at ăm ăn ăng ăc ăp ăt âu ây âm ân âng âc âp ât
e eo em en eng ec ep et ê êu êm ên êng ênh êch êp êt êc
i iu im in inh ich ip it ia iêu iêm iên iêng iêc iêp iêt
o oi om on ong oc op ot oa oai oao oay oam oan oang oanh oac oach oap oat oăm oăn oăng oăc oăt
oe oen oeo oem oet oong ooc
ô ôi ôm ôn ông ôc ôp ôt ơ ơi ơm ơn ơp ơt
u ui um un ung uc up ut ua uôi uôm uôn uông uôc uôt uê uêch uênh uơ uân uâng uât uây uy uya uyên uyêt uynh uych
uyt uyn uyu uyp ư ưi ưu ưm ưn ưng ưc ưt ưa ươi ươu ươm ươn ương ươc ươp ươt
y yêu yêm yên yêng yêt ynh ych yt yn yu yp
"""
_RHYMES = frozenset(_WRITTEN.split())
_ONSETS = "ngh|ng|nh|gh|gi|g|kh|k|ph|p|qu|th|tr|t|ch|c|b|d|đ|h|l|m|n|r|s|v|x|"
_PARTS = re.compile(f"({_ONSETS})([aăâeêioôơuưy][a-zăâêôơư]*)")
_TONES = "\u0301\u0300\u0309\u0303\u0323"
_TONE = re.compile(f"[{_TONES}]")
_FRONT = frozenset("eêiy")


def _fits(onset: str, rhyme: str, tone: str) -> bool:
    if rhyme not in _RHYMES:
        return False
    if (rhyme[-1:] in "cpt" or rhyme.endswith("ch")) and tone not in ("\u0301", "\u0323"):
        return False
    front = rhyme[0] in _FRONT
    if onset in ("k", "gh", "ngh"):
        return front
    if onset in ("c", "ng"):
        return not front
    if onset == "g":
        return not front or rhyme[0] == "i"
    return True


@cache
def letters_of_syllables() -> tuple[str, ...]:
    """Give the letters of every syllable, without its tone."""
    sharp = _TONES[0]  # any rhyme bears it
    return tuple(sorted(o + r for o in _ONSETS.split("|") for r in _RHYMES if _fits(o, r, sharp)))


@lru_cache(maxsize=16384)
def is_syllable(word: str) -> bool:
    """Say whether a word, in any case, is a syllable of Vietnamese."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = _TONE.findall(decomposed)
    if len(tones) > 1:
        return False
    plain = unicodedata.normalize("NFC", _TONE.sub("", decomposed))
    tone = tones[0] if tones else ""
    found = _PARTS.fullmatch(plain)
    if found and _fits(found[1], found[2], tone):
        return True
    return plain[:2] == "gi" and _fits("g", "i" + plain[2:], tone)
