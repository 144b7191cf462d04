"""Byte-level BPE: training and encoding (Sennrich et al. 2016, arXiv:1508.07909, section 3.2, algorithm 1; on bytes as in GPT-2,
Radford et al. 2019, section 2.2).

Training starts from the UTF-8 bytes, ids 0 to 255, and repeats: count the pairs of neighbours, give the most frequent one a new
id (256, 257, ...), put the new id where the pair stood. Pairs are counted at every position, so that 'aaa' holds (a,a) twice;
they are replaced from the left without overlap, so that it becomes (aa),a. Of equally frequent pairs the smallest pair of ids
is taken, and nothing is merged that occurs only once. There is no split into words: pairs may hold spaces.

Encoding makes the same replacements in the order of training: a later merge is made of the ids of earlier ones.

Returns: bpe_train a list of ((a, b), id), bpe_encode a list of ids. O(n) time for each merge.
"""

from collections import Counter
from itertools import pairwise

Merge = tuple[tuple[int, int], int]


def joined(ids: list[int], pair: tuple[int, int], new: int) -> list[int]:
    """The ids with `new` in place of each pair, from the left, without overlap."""
    result, i = [], 0
    while i < len(ids):
        if ids[i : i + 2] == list(pair):
            result.append(new)
            i += 2
        else:
            result.append(ids[i])
            i += 1
    return result


def bpe_train(text: str, n_merges: int) -> list[Merge]:
    """At most n_merges merges, in the order in which they were learnt."""
    ids = list(text.encode("utf-8"))
    merges: list[Merge] = []
    for new in range(256, 256 + n_merges):
        counts = Counter(pairwise(ids))
        pair = min(counts, key=lambda pair: (-counts[pair], pair), default=(0, 0))
        if counts[pair] < 2:
            break
        ids = joined(ids, pair, new)
        merges.append((pair, new))
    return merges


def bpe_encode(text: str, merges: list[Merge]) -> list[int]:
    """The ids of a text."""
    ids = list(text.encode())  # UTF-8
    for pair, new in merges:
        ids = joined(ids, pair, new)
    return ids
