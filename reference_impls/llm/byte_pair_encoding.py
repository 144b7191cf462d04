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
from collections.abc import Iterator
from itertools import pairwise

import torch

from reference_impls.problem import Case, Draw, FunctionSlip, Observation, Problem, Scenario, Slip, World

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


# ----------------------------------------------------------------------------------------------------------------------


def letters(draw: Draw, n: int, alphabet: str) -> str:
    """Random letters."""
    return "".join(draw.choice(alphabet) for _ in range(n))


def words(draw: Draw, n: int) -> str:
    """Random words, of which some come again and again."""
    return " ".join(draw.choice(("the", "that", "then", "hat", "cat", "other", "in", "Inn")) for _ in range(n))


def many_small(world: World, draw: Draw) -> Iterator[Observation]:
    """Both functions on short texts over few letters, where pairs are often equally frequent."""
    for _ in range(40):
        alphabet = draw.choice(("ab", "abc", "a b", "zyx"))
        text, n = letters(draw, draw.integer(0, 14), alphabet), draw.integer(0, 6)
        yield f"bpe_train({text!r}, {n})", world.call("bpe_train", text, n)
        merges = bpe_train(letters(draw, 40, alphabet), n)
        other = letters(draw, draw.integer(0, 12), alphabet)
        yield f"bpe_encode({other!r}, {merges})", world.call("bpe_encode", other, merges)


def train(name: str, text: str, n_merges: int) -> Case:
    return Case(f"train: {name}", (text, n_merges), entry="bpe_train")


def encode(name: str, text: str, learnt_from: str, n_merges: int) -> Case:
    return Case(f"encode: {name}", (text, bpe_train(learnt_from, n_merges)), entry="bpe_encode")


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield train("one pair", "abab", 1)
    yield train("a pair that overlaps itself", "aaa", 4)
    yield train("no merges asked for", "abab", 0)
    yield train("no pair occurs twice", "abcdefg", 3)
    yield train("an empty text", "", 3)
    yield train("one letter", "x", 2)
    yield train("stops when no pair occurs twice", "abcabd", 10)
    yield train("overlapping places count", "zzzzabab", 3)
    yield train("the smaller of two equally frequent pairs comes later", "ybyb-abab", 2)
    yield train("equally frequent pairs with the same first id", "adadxabab", 2)
    yield train("equally frequent pairs, one with a new id", "aaxaaxaax-bcbcbc", 5)
    yield train("pairs of new ids", "abcdabcdabcdabcd", 9)
    yield train("a run", "a" * 21, 9)
    yield train("spaces are letters like others", "a b a b a b c d c d", 4)
    yield train("upper and lower case differ", "AbabABaBab", 3)
    yield train("letters of two, three and four bytes", "größe größer ∇x∇x ∇ 😀😀😀", 12)
    yield train("words", words(draw, 30), 25)
    yield train("three letters", letters(draw, 150, "abc"), 20)
    yield train("fewer merges than there could be", letters(draw, 90, "pqr"), 4)
    yield encode("no merges", "abc", "", 0)
    yield encode("one pair", "abxab", "abab", 1)
    yield encode("an empty text", "", "abab", 1)
    yield encode("the pair overlaps itself", "aaaaa", "aaaaaa", 1)
    yield encode("nothing to merge", "xyz", "abab", 1)
    yield encode("an earlier merge takes the letter", "abc", "bcbcbc-abab", 2)
    yield encode("a pair of new ids", "abcdabab", "abcdabcdabcd", 3)
    yield encode("the first merge does not occur", "cdcd", "abababcdcd", 2)
    yield encode("a later merge before an earlier one", "cdabcdab", "abababcdcdcdx", 3)
    yield encode("letters beyond ASCII", "größte 😀", "größe größer 😀😀", 9)
    yield encode("letters that training never saw", "Ünïcode — 漢字", "the theme", 4)
    yield encode("words", words(draw, 12), words(draw, 40), 30)
    yield encode("three letters", letters(draw, 60, "abc"), letters(draw, 150, "abc"), 25)
    yield encode("a run", "b" * 23, "b" * 40, 5)
    yield Scenario("many small texts", many_small)


def equally_frequent_by_bytes(text: str, n_merges: int) -> list[Merge]:
    ids = list(text.encode("utf-8"))
    token = {i: bytes([i]) for i in range(256)}
    merges: list[Merge] = []
    for new in range(256, 256 + n_merges):
        counts = Counter(pairwise(ids))
        pair = min(counts, key=lambda pair: (-counts[pair], token[pair[0]], token[pair[1]]), default=(0, 0))
        if counts[pair] < 2:
            break
        token[new] = token[pair[0]] + token[pair[1]]
        ids = joined(ids, pair, new)
        merges.append((pair, new))
    return merges


def counted_without_overlap(text: str, n_merges: int) -> list[Merge]:
    ids = list(text.encode("utf-8"))
    merges: list[Merge] = []
    for new in range(256, 256 + n_merges):
        counts = Counter({pair: len(ids) - len(joined(ids, pair, new)) for pair in pairwise(ids)})
        pair = min(counts, key=lambda pair: (-counts[pair], pair), default=(0, 0))
        if counts[pair] < 2:
            break
        ids = joined(ids, pair, new)
        merges.append((pair, new))
    return merges


def pairs_of_the_start(text: str, n_merges: int) -> list[Merge]:
    counts = Counter(pairwise(text.encode("utf-8")))
    best = sorted((pair for pair in counts if counts[pair] > 1), key=lambda pair: (-counts[pair], pair))
    return [(pair, 256 + i) for i, pair in enumerate(best[:n_merges])]


def train_on_code_points(text: str, n_merges: int) -> list[Merge]:
    ids = [ord(letter) for letter in text]
    merges: list[Merge] = []
    for new in range(256, 256 + n_merges):
        counts = Counter(pairwise(ids))
        pair = min(counts, key=lambda pair: (-counts[pair], pair), default=(0, 0))
        if counts[pair] < 2:
            break
        ids = joined(ids, pair, new)
        merges.append((pair, new))
    return merges


def encode_code_points(text: str, merges: list[Merge]) -> list[int]:
    ids = [ord(letter) for letter in text]
    for pair, new in merges:
        ids = joined(ids, pair, new)
    return ids


def train_within_words(text: str, n_merges: int) -> list[Merge]:
    parts = [list(part.encode("utf-8")) for part in text.split()]
    merges: list[Merge] = []
    for new in range(256, 256 + n_merges):
        counts = Counter(pair for part in parts for pair in pairwise(part))
        pair = min(counts, key=lambda pair: (-counts[pair], pair), default=(0, 0))
        if counts[pair] < 2:
            break
        parts = [joined(part, pair, new) for part in parts]
        merges.append((pair, new))
    return merges


def encode_words_alone(text: str, merges: list[Merge]) -> list[int]:
    ids: list[int] = []
    for part in text.split():
        own = list(part.encode("utf-8"))
        for pair, new in merges:
            own = joined(own, pair, new)
        ids += own
    return ids


def train_within_chunks(text: str, n_merges: int) -> list[Merge]:
    import re

    parts = [list(part.encode("utf-8")) for part in re.findall(r" ?\w+| ?[^\s\w]+|\s+", text)]
    merges: list[Merge] = []
    for new in range(256, 256 + n_merges):
        counts = Counter(pair for part in parts for pair in pairwise(part))
        pair = min(counts, key=lambda pair: (-counts[pair], pair), default=(0, 0))
        if counts[pair] < 2:
            break
        parts = [joined(part, pair, new) for part in parts]
        merges.append((pair, new))
    return merges


def encode_chunks(text: str, merges: list[Merge]) -> list[int]:
    import re

    ids: list[int] = []
    for part in re.findall(r" ?\w+| ?[^\s\w]+|\s+", text):
        own = list(part.encode("utf-8"))
        for pair, new in merges:
            own = joined(own, pair, new)
        ids += own
    return ids


def train_in_lower_case(text: str, n_merges: int) -> list[Merge]:
    ids = list(text.lower().encode("utf-8"))
    merges: list[Merge] = []
    for new in range(256, 256 + n_merges):
        counts = Counter(pairwise(ids))
        pair = min(counts, key=lambda pair: (-counts[pair], pair), default=(0, 0))
        if counts[pair] < 2:
            break
        ids = joined(ids, pair, new)
        merges.append((pair, new))
    return merges


def encode_in_one_pass(text: str, merges: list[Merge]) -> list[int]:
    new_of, ids = dict(merges), list(text.encode("utf-8"))
    result, i = [], 0
    while i < len(ids):
        pair = tuple(ids[i : i + 2])
        if pair in new_of:
            result.append(new_of[pair])
            i += 2
        else:
            result.append(ids[i])
            i += 1
    return result


def encode_in_passes(text: str, merges: list[Merge]) -> list[int]:
    new_of, ids = dict(merges), list(text.encode("utf-8"))
    while True:
        result, i = [], 0
        while i < len(ids):
            pair = (ids[i], ids[i + 1]) if i + 1 < len(ids) else (-1, -1)
            result.append(new_of.get(pair, ids[i]))
            i += 2 if pair in new_of else 1
        if result == ids:
            return ids
        ids = result


def encode_on_a_stack(text: str, merges: list[Merge]) -> list[int]:
    new_of, stack = dict(merges), []
    for byte in text.encode("utf-8"):
        stack.append(byte)
        while len(stack) > 1 and (stack[-2], stack[-1]) in new_of:
            second, first = stack.pop(), stack.pop()
            stack.append(new_of[first, second])
    return stack


def encode_longest_first(text: str, merges: list[Merge]) -> list[int]:
    token = {i: bytes([i]) for i in range(256)}
    for (first, second), new in merges:
        token[new] = token[first] + token[second]
    data, result = text.encode("utf-8"), []
    while data:
        best = max((i for i in token if data.startswith(token[i])), key=lambda i: (len(token[i]), -i))
        result.append(best)
        data = data[len(token[best]) :]
    return result


def encode_most_frequent_first(text: str, merges: list[Merge]) -> list[int]:
    new_of, ids = dict(merges), list(text.encode("utf-8"))
    while True:
        counts = Counter(pair for pair in pairwise(ids) if pair in new_of)
        if not counts:
            return ids
        pair = min(counts, key=lambda pair: (-counts[pair], pair))
        ids = joined(ids, pair, new_of[pair])


def encode_until_one_is_missing(text: str, merges: list[Merge]) -> list[int]:
    ids = list(text.encode("utf-8"))
    for pair, new in merges:
        if pair not in pairwise(ids):
            break
        ids = joined(ids, pair, new)
    return ids


def encode_each_merge_once(text: str, merges: list[Merge]) -> list[int]:
    ids = list(text.encode("utf-8"))
    for pair, new in merges:
        for i in range(len(ids) - 1):
            if (ids[i], ids[i + 1]) == pair:
                ids[i : i + 2] = [new]
                break
    return ids


def train_and_return_a_dictionary(text: str, n_merges: int) -> dict[tuple[int, int], int]:
    ids = list(text.encode("utf-8"))
    merges: dict[tuple[int, int], int] = {}
    for new in range(256, 256 + n_merges):
        counts = Counter(pairwise(ids))
        pair = min(counts, key=lambda pair: (-counts[pair], pair), default=(0, 0))
        if counts[pair] < 2:
            break
        ids = joined(ids, pair, new)
        merges[pair] = new
    return merges


def train_unordered(text: str, n_merges: int) -> list[Merge]:
    ids = list(text.encode("utf-8"))
    merges: list[Merge] = []
    for new in range(256, 256 + n_merges):
        counts = Counter((min(pair), max(pair)) for pair in pairwise(ids))
        pair = min(counts, key=lambda pair: (-counts[pair], pair), default=(0, 0))
        if counts[pair] < 2:
            break
        ids = joined(ids, pair, new)
        merges.append((pair, new))
    return merges


PROBLEM = Problem(
    id="byte-pair-encoding",
    entries=(bpe_train, bpe_encode),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
    slips=(
        Slip(
            "first-seen-of-equals",
            "min(counts, key=lambda pair: (-counts[pair], pair), default=(0, 0))",
            "max(counts, key=lambda pair: counts[pair], default=(0, 0))",
            "Of equally frequent pairs you take the one that comes first in the text, as max and most_common do; the"
            " smallest pair of ids is asked for: min with the key (-count, pair).",
        ),
        Slip(
            "last-seen-of-equals",
            "min(counts, key=lambda pair: (-counts[pair], pair), default=(0, 0))",
            "max(reversed(list(counts)), key=lambda pair: counts[pair], default=(0, 0))",
            "Of equally frequent pairs you take the one that comes up last in the text; the smallest pair of ids is "
            "asked for.",
        ),
        Slip(
            "largest-of-equals",
            "min(counts, key=lambda pair: (-counts[pair], pair), default=(0, 0))",
            "max(counts, key=lambda pair: (counts[pair], pair), default=(0, 0))",
            "Of equally frequent pairs you take the largest, as max with the key (count, pair) does; the smallest is"
            " asked for: min with (-count, pair).",
        ),
        Slip(
            "second-id-first-of-equals",
            "(-counts[pair], pair)",
            "(-counts[pair], pair[1], pair[0])",
            "Equally frequent pairs are compared by their second id first; pairs are compared as tuples, the first "
            "id first.",
        ),
        FunctionSlip(
            "equals-by-bytes",
            {"bpe_train": equally_frequent_by_bytes},
            "Of equally frequent pairs you take the one whose bytes come first in the alphabet; the ids are "
            "compared, and a new id is larger than every byte.",
        ),
        FunctionSlip(
            "counted-without-overlap",
            {"bpe_train": counted_without_overlap},
            "Pairs are counted without overlap, as str.count or the number of replacements does: here every position"
            " counts, so that 'aaa' holds (a,a) twice.",
        ),
        Slip(
            "every-other-position",
            "Counter(pairwise(ids))",
            "Counter(zip(ids[::2], ids[1::2]))",
            "Only pairs at even places are counted; a pair may start at every position: zip(ids, ids[1:]).",
        ),
        Slip(
            "never-stops",
            "if counts[pair] < 2:",
            "if not counts:",
            "Pairs that occur once are merged, too: training stops when no pair occurs twice.",
        ),
        Slip(
            "stops-at-two",
            "counts[pair] < 2",
            "counts[pair] <= 2",
            "Training stops where the best pair occurs twice; such a pair is still merged, one that occurs once is "
            "not.",
        ),
        Slip(
            "short-text-raises",
            "(-counts[pair], pair), default=(0, 0))",
            "(-counts[pair], pair))",
            "A text with less than two bytes has no pair, and min or max of nothing raises: stop there.",
        ),
        Slip(
            "never-stops-and-short-text-raises",
            "(-counts[pair], pair), default=(0, 0))\n        if counts[pair] < 2:\n            break\n",
            "(-counts[pair], pair))\n",
            "Training goes on until n_merges whatever is left, merges pairs that occur once, and raises where no "
            "pair is left: it stops when no pair occurs twice.",
        ),
        FunctionSlip(
            "counts-never-updated",
            {"bpe_train": pairs_of_the_start},
            "The n most frequent pairs of the bytes are taken at once; each merge changes the text, so count again "
            "after it.",
        ),
        Slip(
            "ids-from-257",
            "range(256, 256 + n_merges)",
            "range(257, 257 + n_merges)",
            "The first new id is 257; the bytes are 0 to 255, so that it is 256.",
        ),
        Slip(
            "ids-from-255",
            "range(256, 256 + n_merges)",
            "range(255, 255 + n_merges)",
            "The first new id is 255, which is a byte; the bytes are 0 to 255, so that it is 256.",
        ),
        Slip(
            "ids-from-0",
            "range(256, 256 + n_merges)",
            "range(n_merges)",
            "The new ids start at 0, where the bytes are: the first one is 256.",
        ),
        Slip(
            "ids-after-the-largest-byte",
            "        ids = joined(ids, pair, new)\n        merges.append((pair, new))",
            "        new = max(ids) + 1\n        ids = joined(ids, pair, new)\n        merges.append((pair, new))",
            "A new id is one more than the largest id in the text; all 256 bytes have ids whether they occur or not:"
            " 256, 257, ...",
        ),
        Slip(
            "ids-after-the-bytes-that-occur",
            "range(256, 256 + n_merges)",
            "range(len(set(ids)), len(set(ids)) + n_merges)",
            "The new ids start at the number of different bytes in the text; all 256 have ids whether they occur or "
            "not: 256, 257, ...",
        ),
        Slip(
            "one-merge-too-few",
            "256 + n_merges)",
            "255 + n_merges)",
            "One merge too few is made: n_merges of them are asked for, unless no pair occurs twice.",
        ),
        Slip(
            "one-merge-too-many",
            "256 + n_merges)",
            "257 + n_merges)",
            "One merge too many is made: n_merges of them are asked for.",
        ),
        Slip(
            "size-of-the-vocabulary",
            "256 + n_merges)",
            "n_merges)",
            "n_merges is read as the size of the vocabulary, of which 256 are bytes; it is the number of merges.",
        ),
        FunctionSlip(
            "code-points",
            {"bpe_train": train_on_code_points, "bpe_encode": encode_code_points},
            "The text starts as code points, ord(letter); it starts as UTF-8 bytes, text.encode('utf-8'), of which a"
            " letter beyond ASCII has two to four.",
        ),
        FunctionSlip(
            "split-into-words",
            {"bpe_train": train_within_words, "bpe_encode": encode_words_alone},
            "The text is split at spaces, which get lost, and pairs never cross them; here there is no splitting, "
            "and a space is a byte like others.",
        ),
        FunctionSlip(
            "split-into-words-in-training",
            {"bpe_train": train_within_words},
            "Training splits the text at spaces, so that no pair holds one; here there is no splitting, and a space "
            "is a byte like others.",
        ),
        FunctionSlip(
            "split-into-chunks",
            {"bpe_train": train_within_chunks, "bpe_encode": encode_chunks},
            "The text is split into words with the space before them, as GPT-2 does; here there is no splitting, and"
            " pairs cross spaces and punctuation.",
        ),
        FunctionSlip(
            "split-into-chunks-in-training",
            {"bpe_train": train_within_chunks},
            "Training splits the text into words with the space before them, as GPT-2 does; here there is no "
            "splitting, and pairs cross spaces and punctuation.",
        ),
        FunctionSlip(
            "lower-case",
            {"bpe_train": train_in_lower_case},
            "The text is made lower-case before training; it is taken as it is.",
        ),
        FunctionSlip(
            "pairs-without-order",
            {"bpe_train": train_unordered},
            "(a,b) and (b,a) are counted together; they are different pairs.",
        ),
        Slip(
            "replaced-with-overlap",
            "            i += 2\n",
            "            i += 1\n",
            "After a replacement the second id of the pair is read again: go on two places further.",
        ),
        Slip(
            "last-id-lost",
            "while i < len(ids):",
            "while i < len(ids) - 1:",
            "An id that is left at the end of the text gets lost: after the loop over pairs the last id has to be "
            "kept.",
        ),
        Slip(
            "last-pair-left",
            "if ids[i : i + 2] == list(pair):",
            "if ids[i : i + 2] == list(pair) and i + 2 < len(ids):",
            "A pair at the very end is not replaced: the last one starts at len(ids) - 2.",
        ),
        Slip(
            "first-occurrence-alone",
            "if ids[i : i + 2] == list(pair):",
            "if ids[i : i + 2] == list(pair) and new not in result:",
            "Only the first occurrence of a pair is replaced: all of them are, from the left, without overlap.",
        ),
        Slip(
            "replaced-from-the-right",
            "    result, i = [], 0\n",
            "    if len(ids) > 0 and pair[0] == pair[1]:\n"
            "        runs = [[ids[0]]]\n"
            "        for one in ids[1:]:\n"
            "            if one == runs[-1][-1]:\n"
            "                runs[-1].append(one)\n"
            "            else:\n"
            "                runs.append([one])\n"
            "        return [\n"
            "            i\n"
            "            for run in runs\n"
            "            for i in ([run[0]] * (len(run) % 2) + [new] * (len(run) // 2) if run[0] == pair[0] else run)\n"
            "        ]\n"
            "    result, i = [], 0\n",
            "A pair of equal ids is replaced from the right, so that 'aaa' becomes a,(aa): go through the text from "
            "the left.",
        ),
        FunctionSlip(
            "dictionary-returned",
            {"bpe_train": train_and_return_a_dictionary},
            "bpe_train returns a dictionary; a list of ((a, b), id) is asked for.",
        ),
        Slip(
            "pairs-alone",
            "merges.append((pair, new))",
            "merges.append(pair)",
            "bpe_train lists the pairs alone; each stands with its new id: ((a, b), id).",
        ),
        Slip(
            "flat-triples",
            "merges.append((pair, new))",
            "merges.append((*pair, new))",
            "bpe_train lists (a, b, id); the pair is a tuple of its own: ((a, b), id).",
        ),
        Slip(
            "id-before-the-pair",
            "merges.append((pair, new))",
            "merges.append((new, pair))",
            "bpe_train lists (id, pair); the pair comes first: ((a, b), id).",
        ),
        Slip(
            "count-instead-of-id",
            "merges.append((pair, new))",
            "merges.append((pair, counts[pair]))",
            "bpe_train lists how often each pair occurred; its new id belongs there: ((a, b), id).",
        ),
        Slip(
            "ids-returned-too",
            "return merges",
            "return merges, ids",
            "bpe_train returns the ids of the text, too; the list of merges alone is asked for.",
        ),
        Slip(
            "encode-without-merges",
            "    for pair, new in merges:\n        ids = joined(ids, pair, new)\n",
            "",
            "bpe_encode returns the bytes: apply the merges to them, in the order of training.",
        ),
        Slip(
            "encode-in-reverse-order",
            "for pair, new in merges:",
            "for pair, new in reversed(merges):",
            "bpe_encode applies the last merge first; they are made of each other, so that the order is that of "
            "training.",
        ),
        FunctionSlip(
            "encode-in-one-pass",
            {"bpe_encode": encode_in_one_pass},
            "bpe_encode goes through the bytes once and replaces any known pair, so that new ids are never joined: "
            "apply one merge after the other to the whole text.",
        ),
        FunctionSlip(
            "encode-in-passes",
            {"bpe_encode": encode_in_passes},
            "bpe_encode goes through the text again and again and replaces any known pair that it meets; the merge "
            "that was learnt first goes first, all over the text.",
        ),
        FunctionSlip(
            "encode-on-a-stack",
            {"bpe_encode": encode_on_a_stack},
            "bpe_encode joins from left to right whatever it can; the merge that was learnt first goes first, all "
            "over the text.",
        ),
        FunctionSlip(
            "encode-longest-first",
            {"bpe_encode": encode_longest_first},
            "bpe_encode takes the longest known token at each place, as WordPiece does; BPE applies its merges in "
            "the order of training, which may give other tokens.",
        ),
        FunctionSlip(
            "encode-most-frequent-first",
            {"bpe_encode": encode_most_frequent_first},
            "bpe_encode joins the known pair that is most frequent in the new text; the order is that of training, "
            "whatever the text.",
        ),
        FunctionSlip(
            "encode-until-one-is-missing",
            {"bpe_encode": encode_until_one_is_missing},
            "bpe_encode stops at the first merge whose pair does not occur: skip it and go on, later ones may.",
        ),
        FunctionSlip(
            "encode-each-merge-once",
            {"bpe_encode": encode_each_merge_once},
            "bpe_encode replaces the first occurrence of each pair alone: replace all of them, from the left, "
            "without overlap.",
        ),
    ),
)
