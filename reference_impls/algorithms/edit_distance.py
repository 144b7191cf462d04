"""The Levenshtein distance of two strings, by dynamic programming (Levenshtein 1966, Soviet Physics Doklady 10(8), 707-710;
Wagner and Fischer 1974, JACM 21(1), 168-173, algorithm X).

The fewest insertions, deletions and substitutions of one character that turn a into b. D[i, j] is the distance of the first
i characters of a and the first j of b:

    D[i, 0] = i,   D[0, j] = j
    D[i, j] = min(D[i-1, j] + 1,                      a[i-1] is deleted
                  D[i, j-1] + 1,                      b[j-1] is inserted
                  D[i-1, j-1] + (a[i-1] != b[j-1]))   kept if equal, else substituted

A row reads only itself and the one above it, so two rows are enough: O(len(a) len(b)) time, O(min(len(a), len(b))) memory.

a, b: strings, also empty ones; characters are code points. Returns: an int.
"""

from collections import Counter
from collections.abc import Iterator

import torch

from reference_impls.problem import Case, Draw, FunctionSlip, Problem, Scenario, Slip, sweep


def edit_distance(a: str, b: str) -> int:
    """The fewest insertions, deletions and substitutions that turn a into b."""
    if len(b) > len(a):
        a, b = b, a  # the distance is symmetric, and a row is as long as b
    above = list(range(len(b) + 1))  # D[0, :]
    for i, from_a in enumerate(a, start=1):
        row = [i]  # D[i, 0]
        for j, from_b in enumerate(b, start=1):
            deleted = above[j] + 1
            inserted = row[j - 1] + 1
            substituted = above[j - 1] + (from_a != from_b)
            row.append(min(deleted, inserted, substituted))
        above = row
    return above[-1]


# ----------------------------------------------------------------------------------------------------------------------


def text(draw: Draw, n: int, letters: str) -> str:
    """Random letters."""
    return "".join(draw.choice(letters) for _ in range(n))


def edited(draw: Draw, word: str, edits: int, letters: str) -> str:
    """The word after random insertions, deletions and substitutions."""
    for _ in range(edits):
        place = draw.integer(0, len(word) - 1)
        kept = draw.choice(("", word[place]))
        word = word[:place] + draw.choice(("", draw.choice(letters))) + kept + word[place + 1 :]
    return word


def two_short_texts(draw: Draw) -> tuple[str, str]:
    letters = ("ab", "abc")[draw.integer(0, 1)]
    return text(draw, draw.integer(0, 7), letters), text(draw, draw.integer(0, 7), letters)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("two empty strings", ("", ""))
    yield Case("a is empty", ("", text(draw, 4, "abc")))
    yield Case("b is empty", (text(draw, 5, "abc"), ""))
    yield Case("one letter kept", ("a", "a"))
    yield Case("one letter substituted", ("a", "b"))
    yield Case("two letters swapped", ("ab", "ba"))
    yield Case("equal strings", (2 * ("same" + text(draw, 3, "abc")),) * 2)
    yield Case("a letter inserted at the start", ("planet", "xplanet"))
    yield Case("a letter deleted at the start", ("aplanet", "planet"))
    yield Case("a is a part of b", ("bcd", "xxbcdyyy"))
    yield Case("b is a part of a", ("xxxxbcdy", "bcd"))
    yield Case("a repeated letter", ("aaa", "aaaaaaa"))
    yield Case("a longer repetition becomes shorter", ("bbbbbb", "bb"))
    yield Case("no letter in common", ("aaaaa", "bbbbbbb"))
    yield Case("kitten, sitting", ("kitten", "sitting"))
    yield Case("execution, intention", ("execution", "intention"))
    yield Case("the first letter moves to the end", ("abcdefgh", "bcdefgha"))
    letters = "".join("abcdefghijklmnopqrstuvwxyz"[i] for i in draw.permutation(26))
    yield Case("the first eight letters move to the end", (letters, letters[8:] + letters[:8]))
    yield Case("the longest match is not the best alignment", ("abcdexxxx", "yyyyabcde"))
    yield Case("three letters, a is longer", (text(draw, 13, "abc"), text(draw, 9, "abc")))
    yield Case("three letters, b is longer", (text(draw, 8, "abc"), text(draw, 14, "abc")))
    yield Case("upper and lower case differ", ("Flaw", "fLaw"))
    yield Case("spaces and punctuation count", (" a, b.c ", "a,b c"))
    yield Case("letters beyond ASCII", ("größer, naïve Δx😀", "grosser, naive dx"))
    yield sweep("edit_distance", two_short_texts)
    word = text(draw, 40, "acgt")
    yield Case("forty letters, a few edits", (word, edited(draw, word, 9, "acgt")))
    yield Case("a hundred letters", (text(draw, 100, "acgt"), text(draw, 90, "acgt")))
    yield Case("a distance above 255", (text(draw, 280, "ab"), text(draw, 11, "bc")))


def longest_common_subsequence(a: str, b: str) -> int:
    above = [0] * (len(b) + 1)
    for from_a in a:
        row = [0]
        for j, from_b in enumerate(b, start=1):
            row.append(above[j - 1] + 1 if from_a == from_b else max(above[j], row[j - 1]))
        above = row
    return above[-1]


def length_minus_common(a: str, b: str) -> int:
    above = [0] * (len(b) + 1)
    for from_a in a:
        row = [0]
        for j, from_b in enumerate(b, start=1):
            row.append(above[j - 1] + 1 if from_a == from_b else max(above[j], row[j - 1]))
        above = row
    return max(len(a), len(b)) - above[-1]


def position_by_position(a: str, b: str) -> int:
    return sum(x != y for x, y in zip(a, b, strict=False)) + abs(len(a) - len(b))


def with_transpositions(a: str, b: str) -> int:
    table = [[i + j for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] != b[j - 1]))
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]


def overwritten_diagonal(a: str, b: str) -> int:
    row = list(range(len(b) + 1))
    for i, from_a in enumerate(a, start=1):
        row[0] = i
        for j, from_b in enumerate(b, start=1):
            row[j] = min(row[j] + 1, row[j - 1] + 1, row[j - 1] + (from_a != from_b))
    return row[-1]


def greedy(a: str, b: str) -> int:
    i = j = edits = 0
    while i < len(a) and j < len(b):
        if a[i] != b[j]:
            edits += 1
            if len(a) - i > len(b) - j:
                j -= 1
            elif len(b) - j > len(a) - i:
                i -= 1
        i, j = i + 1, j + 1
    return edits + len(a) - i + len(b) - j


def zero_borders(a: str, b: str) -> int:
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] != b[j - 1]))
    return table[-1][-1]


def free_first_row(a: str, b: str) -> int:
    above = [0] * (len(b) + 1)
    for i, from_a in enumerate(a, start=1):
        row = [i]
        for j, from_b in enumerate(b, start=1):
            row.append(min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (from_a != from_b)))
        above = row
    return above[-1]


def free_first_column(a: str, b: str) -> int:
    above = list(range(len(b) + 1))
    for from_a in a:
        row = [0]
        for j, from_b in enumerate(b, start=1):
            row.append(min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (from_a != from_b)))
        above = row
    return above[-1]


def one_row_many_times(a: str, b: str) -> int:
    table = [[0] * (len(b) + 1)] * (len(a) + 1)
    for i in range(len(a) + 1):
        table[i][0] = i
    for j in range(len(b) + 1):
        table[0][j] = j
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] != b[j - 1]))
    return table[-1][-1]


def no_deletion(a: str, b: str) -> int:
    above = list(range(len(b) + 1))
    for i, from_a in enumerate(a, start=1):
        row = [i]
        for j, from_b in enumerate(b, start=1):
            row.append(min(row[j - 1] + 1, above[j - 1] + (from_a != from_b)))
        above = row
    return above[-1]


def no_insertion(a: str, b: str) -> int:
    above = list(range(len(b) + 1))
    for i, from_a in enumerate(a, start=1):
        row = [i]
        for j, from_b in enumerate(b, start=1):
            row.append(min(above[j] + 1, above[j - 1] + (from_a != from_b)))
        above = row
    return above[-1]


def best_place_in_b(a: str, b: str) -> int:
    above = [0] * (len(b) + 1)
    for i, from_a in enumerate(a, start=1):
        row = [i]
        for j, from_b in enumerate(b, start=1):
            row.append(min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (from_a != from_b)))
        above = row
    return min(above)


def letters_counted(a: str, b: str) -> int:
    deleted, inserted = Counter(a) - Counter(b), Counter(b) - Counter(a)
    return max(deleted.total(), inserted.total())


def characters_shifted(a: str, b: str) -> int:
    cost = [[i + j for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            same = i < len(a) and j < len(b) and a[i] == b[j]
            cost[i][j] = min(cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (not same))
    return cost[-1][-1]


def common_ends_overlap(a: str, b: str) -> int:
    start = end = 0
    shorter = min(len(a), len(b))
    while start < shorter and a[start] == b[start]:
        start += 1
    while end < shorter and a[-1 - end] == b[-1 - end]:
        end += 1
    a, b = a[start : len(a) - end], b[start : len(b) - end]
    above = list(range(len(b) + 1))
    for i, from_a in enumerate(a, start=1):
        row = [i]
        for j, from_b in enumerate(b, start=1):
            row.append(min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (from_a != from_b)))
        above = row
    return above[-1]


def narrow_band(a: str, b: str) -> int:
    band, far = abs(len(a) - len(b)) + 1, len(a) + len(b)
    above = [j if j <= band else far for j in range(len(b) + 1)]
    for i in range(1, len(a) + 1):
        row = [i if i <= band else far] + [far] * len(b)
        for j in range(max(1, i - band), min(len(b), i + band) + 1):
            row[j] = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1]))
        above = row
    return above[-1]


def band_of_the_difference(a: str, b: str) -> int:
    band, far = abs(len(a) - len(b)), len(a) + len(b)
    above = [j if j <= band else far for j in range(len(b) + 1)]
    for i in range(1, len(a) + 1):
        row = [i if i <= band else far] + [far] * len(b)
        for j in range(max(1, i - band), min(len(b), i + band) + 1):
            row[j] = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1]))
        above = row
    return above[-1]


def matching_blocks(a: str, b: str) -> int:
    from difflib import SequenceMatcher

    steps = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    return sum(max(i2 - i1, j2 - j1) for kind, i1, i2, j1, j2 in steps if kind != "equal")


def free_first_column_but_for_the_empty(a: str, b: str) -> int:
    if not a or not b:
        return len(a) + len(b)
    above = list(range(len(b) + 1))
    for from_a in a:
        row = [0]
        for j, from_b in enumerate(b, start=1):
            row.append(min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (from_a != from_b)))
        above = row
    return above[-1]


def free_first_row_but_for_the_empty(a: str, b: str) -> int:
    if not a or not b:
        return len(a) + len(b)
    above = [0] * (len(b) + 1)
    for i, from_a in enumerate(a, start=1):
        row = [i]
        for j, from_b in enumerate(b, start=1):
            row.append(min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (from_a != from_b)))
        above = row
    return above[-1]


def zero_borders_but_for_the_empty(a: str, b: str) -> int:
    if not a or not b:
        return len(a) + len(b)
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] != b[j - 1]))
    return table[-1][-1]


def outside_the_matching_blocks(a: str, b: str) -> int:
    from difflib import SequenceMatcher

    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return len(a) + len(b) - 2 * sum(block.size for block in blocks)


def band_of_one_or_the_difference(a: str, b: str) -> int:
    band, far = max(1, abs(len(a) - len(b))), len(a) + len(b)
    above = [j if j <= band else far for j in range(len(b) + 1)]
    for i in range(1, len(a) + 1):
        row = [i if i <= band else far] + [far] * len(b)
        for j in range(max(1, i - band), min(len(b), i + band) + 1):
            row[j] = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1]))
        above = row
    return above[-1]


def edits_of_one_kind(a: str, b: str) -> int:
    long, short = (a, b) if len(a) >= len(b) else (b, a)
    spare = len(long) - len(short)
    best = [0] * (spare + 1)  # best[d]: d letters of the long string have been left out
    for d in range(1, spare + 1):
        best[d] = d
    for i, letter in enumerate(short):
        for d in range(spare + 1):
            best[d] += letter != long[i + d]
            if d:
                best[d] = min(best[d], best[d - 1] + 1)
    return best[-1]


def no_row_for_the_empty_prefix(a: str, b: str) -> int:
    if not a or not b:
        return len(a) + len(b)
    first = int(a[0] != b[0])
    above = [first + j for j in range(len(b))]
    for i in range(1, len(a)):
        row = [first + i]
        for j in range(1, len(b)):
            row.append(min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i] != b[j])))
        above = row
    return above[-1]


def first_characters_left_out(a: str, b: str) -> int:
    if not a or not b:
        return len(a) + len(b)
    above = list(range(len(b)))
    for i in range(1, len(a)):
        row = [i]
        for j in range(1, len(b)):
            row.append(min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i] != b[j])))
        above = row
    return above[-1]


def band_of_a_power_of_two(a: str, b: str) -> int:
    band, far = 1, len(a) + len(b)
    while band < abs(len(a) - len(b)):
        band *= 2
    above = [j if j <= band else far for j in range(len(b) + 1)]
    for i in range(1, len(a) + 1):
        row = [i if i <= band else far] + [far] * len(b)
        for j in range(max(1, i - band), min(len(b), i + band) + 1):
            row[j] = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1]))
        above = row
    return above[-1]


PROBLEM = Problem(
    id="edit-distance",
    entries=(edit_distance,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
    slips=(
        Slip(
            "substitution-costs-two",
            "above[j - 1] + (from_a != from_b)",
            "above[j - 1] + 2 * (from_a != from_b)",
            "A substitution costs you 2, as when only insertions and deletions are allowed (len(a) + len(b) - 2 LCS). In the "
            "Levenshtein distance it costs 1: take the diagonal + 1 into the minimum where the characters differ.",
        ),
        Slip(
            "match-costs-one",
            "above[j - 1] + (from_a != from_b)",
            "above[j - 1] + 1",
            "The diagonal step costs you 1 even where both characters are equal; a kept character is free.",
        ),
        Slip(
            "substitution-is-free",
            "above[j - 1] + (from_a != from_b)",
            "above[j - 1]",
            "The diagonal step is free for you even where the characters differ, so only the lengths matter; a substitution "
            "costs 1.",
        ),
        FunctionSlip(
            "longest-common-subsequence",
            {"edit_distance": longest_common_subsequence},
            "This is the length of the longest common subsequence, which grows with what is equal; the edit distance counts "
            "what has to change, so it takes minima and adds 1 for each edit.",
        ),
        FunctionSlip(
            "position-by-position",
            {"edit_distance": position_by_position},
            "You compare position by position (Hamming distance plus the difference of lengths), so that one insertion shifts "
            "everything after it. Let the characters align: fill the table of prefix distances.",
        ),
        FunctionSlip(
            "with-transpositions",
            {"edit_distance": with_transpositions},
            "Swapping two neighbours costs you 1, as in the Damerau-Levenshtein distance. Here there are only insertions, "
            "deletions and substitutions, so that 'ab' to 'ba' takes 2.",
        ),
        FunctionSlip(
            "overwritten-diagonal",
            {"edit_distance": overwritten_diagonal},
            "With one row, row[j - 1] is already the new value when you read it as the diagonal. Keep the old one in a "
            "variable before you overwrite it, or use two rows.",
        ),
        FunctionSlip(
            "greedy",
            {"edit_distance": greedy},
            "You decide at the first difference which edit to make; the best choice depends on all that follows. Keep the "
            "minimum over the three edits for each pair of prefixes.",
        ),
        FunctionSlip(
            "zero-borders",
            {"edit_distance": zero_borders},
            "The first row and column of your table are 0; against an empty string, i characters take i edits: D[i, 0] = i "
            "and D[0, j] = j.",
        ),
        FunctionSlip(
            "free-first-row",
            {"edit_distance": free_first_row},
            "The first row of your table is 0, so that characters of b before the match cost nothing, as in a search; "
            "D[0, j] = j.",
        ),
        FunctionSlip(
            "free-first-column",
            {"edit_distance": free_first_column},
            "The first column of your table is 0, so that characters of a before the match cost nothing, as in a search; "
            "D[i, 0] = i.",
        ),
        Slip(
            "minimum-of-the-last-row",
            "return above[-1]",
            "return min(above)",
            "You return the smallest value of the last row, the distance to the best prefix; the distance to the whole string "
            "is in the last cell.",
        ),
        Slip(
            "last-characters-left-out",
            "if len(b) > len(a):",
            "a, b = a[:-1], b[:-1]\n    if len(b) > len(a):",
            "The last character of each string is not looked at: the table has one row and one column more than the strings "
            "have characters, and the answer is its last cell, D[len(a), len(b)].",
        ),
        Slip(
            "empty-is-zero",
            "if len(b) > len(a):",
            "if not a or not b:\n        return 0\n    if len(b) > len(a):",
            "An empty string is at distance 0 from itself alone: every character of the other one is an edit.",
        ),
        FunctionSlip(
            "length-minus-common",
            {"edit_distance": length_minus_common},
            "You subtract the longest common subsequence from the longer length. Its letters need not align without further "
            "insertions and deletions, as 'ab' to 'ba' (2, not 1) shows: fill the table of edits itself.",
        ),
        Slip(
            "case-ignored",
            "if len(b) > len(a):",
            "a, b = a.lower(), b.lower()\n    if len(b) > len(a):",
            "You ignore upper and lower case; 'A' and 'a' are different characters here.",
        ),
        Slip(
            "bytes",
            "if len(b) > len(a):",
            "a, b = a.encode(), b.encode()  # type: ignore[assignment]\n    if len(b) > len(a):",
            "You count bytes of UTF-8; 'ö' is two of them, but one character.",
        ),
        FunctionSlip(
            "one-row-many-times",
            {"edit_distance": one_row_many_times},
            "The rows of your table are one and the same, as those of [[0] * n] * m are, so that writing one writes all: make "
            "each row anew, with D[i, 0] = i in front.",
        ),
        FunctionSlip(
            "no-deletion",
            {"edit_distance": no_deletion},
            "Deleting a character of a, D[i-1, j] + 1, is missing from the minimum.",
        ),
        FunctionSlip(
            "no-insertion",
            {"edit_distance": no_insertion},
            "Inserting a character of b, D[i, j-1] + 1, is missing from the minimum.",
        ),
        FunctionSlip(
            "best-place-in-b",
            {"edit_distance": best_place_in_b},
            "You look for the place in b where a fits best: the first row is free and the minimum of the last row is taken. "
            "Here all of b counts: D[0, j] = j, and the answer is the last cell.",
        ),
        Slip(
            "normalised",
            "return above[-1]",
            "return above[-1] / max(len(a), len(b), 1)  # type: ignore[return-value]",
            "You divide by the longer length, as a normalised distance does; the number of edits itself is asked for.",
        ),
        FunctionSlip(
            "letters-counted",
            {"edit_distance": letters_counted},
            "You compare how often each letter occurs; their order counts too, as 'ab' to 'ba' (2 edits) shows.",
        ),
        FunctionSlip(
            "characters-shifted",
            {"edit_distance": characters_shifted},
            "You compare a[i] with b[j] in cell (i, j), one character too far: cell (i, j) is about a[:i] and "
            "b[:j], so a[i-1] and b[j-1].",
        ),
        FunctionSlip(
            "common-ends-overlap",
            {"edit_distance": common_ends_overlap},
            "You cut the common start and the common end, both measured on the whole strings, where they may overlap, as in "
            "'aa' and 'aaa': measure the end on what the start has left.",
        ),
        FunctionSlip(
            "narrow-band",
            {"edit_distance": narrow_band},
            "Your answers are those of a narrow band along the diagonal, which the best path may leave: fill the whole table, "
            "or widen the band until the distance fits into it.",
        ),
        FunctionSlip(
            "band-of-the-difference",
            {"edit_distance": band_of_the_difference},
            "Your answers are those of a band along the diagonal that is as wide as the difference of the lengths; strings of "
            "equal length are compared place by place. The best path may leave it: fill the whole table.",
        ),
        FunctionSlip(
            "matching-blocks",
            {"edit_distance": matching_blocks},
            "These are the edits between difflib's matching blocks, which take the longest common part first; that is greedy, "
            "and 'aaa' to 'aba' comes to 2 in place of 1. Fill the table of prefix distances.",
        ),
        FunctionSlip(
            "free-first-column-but-for-the-empty",
            {"edit_distance": free_first_column_but_for_the_empty},
            "The first cell of each of your rows is 0, so that characters of a before the match cost nothing, as 'xab' to 'ab' "
            "shows; D[i, 0] = i.",
        ),
        FunctionSlip(
            "free-first-row-but-for-the-empty",
            {"edit_distance": free_first_row_but_for_the_empty},
            "The first row of your table is 0, so that characters of b before the match cost nothing, as 'ab' to 'xab' shows; "
            "D[0, j] = j.",
        ),
        FunctionSlip(
            "zero-borders-but-for-the-empty",
            {"edit_distance": zero_borders_but_for_the_empty},
            "The first row and column of your table are 0, and only empty strings are seen to; i characters against none "
            "take i edits in the table, too: D[i, 0] = i and D[0, j] = j.",
        ),
        Slip(
            "free-start-of-the-longer",
            "row = [i]",
            "row = [0]",
            "The first cell of each of your rows is 0, so that characters of the longer string before the match cost nothing; "
            "it is the number of the row.",
        ),
        FunctionSlip(
            "outside-the-matching-blocks",
            {"edit_distance": outside_the_matching_blocks},
            "These are the letters of both strings outside difflib's matching blocks: a substitution costs 1, not 2, and the "
            "blocks are found greedily, the longest first. Fill the table of prefix distances.",
        ),
        FunctionSlip(
            "band-of-one-or-the-difference",
            {"edit_distance": band_of_one_or_the_difference},
            "Your answers are those of a band as wide as the difference of the lengths, and of half-width 1 for equal ones. "
            "A band's result is proven only if it is at most the half-width: widen the band until then, or fill the whole table.",
        ),
        FunctionSlip(
            "edits-of-one-kind",
            {"edit_distance": edits_of_one_kind},
            "Letters are left out of the longer string alone, and strings of equal length are compared place by place; an "
            "insertion and a deletion together may be cheaper than substitutions. Try all three edits in each cell.",
        ),
        FunctionSlip(
            "no-row-for-the-empty-prefix",
            {"edit_distance": no_row_for_the_empty_prefix},
            "Your table has no row and column for the empty prefix, and its border counts up from the first two characters, so "
            "that a later match with one of them is missed, as in 'ab' and 'b'. Make it one larger: D[i, 0] = i and D[0, j] = j.",
        ),
        FunctionSlip(
            "first-characters-left-out",
            {"edit_distance": first_characters_left_out},
            "The first character of each string is not looked at: cell (i, j) is about the first i and j characters, so it "
            "compares a[i-1] with b[j-1], and the table has one row and one column more than the strings have characters.",
        ),
        FunctionSlip(
            "band-of-a-power-of-two",
            {"edit_distance": band_of_a_power_of_two},
            "Your answers are those of a band that is doubled from 1 until it reaches the last cell. Its result is proven only "
            "if it is at most the half-width: widen the band until then, or fill the whole table.",
        ),
    ),
)
