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
