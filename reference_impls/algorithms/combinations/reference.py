"""All k-subsets of 1 to n, by backtracking (Knuth, The Art of Computer Programming 4A, section 7.2.1.3).

Choose the numbers of a subset in increasing order, so that each subset is met once: extend the chosen ones by every larger
number, explore, take it back. With k - len(chosen) numbers still to come, the next one is at most n - (k - len(chosen)) + 1;
larger ones leave too few, so no branch is a dead end. n! / (k! (n - k)!) subsets, O(k) time for each.

n, k: whole numbers, n >= 0, k >= 0. Returns: a list of lists, in any order; the empty subset alone for k = 0, none for k > n.
"""


def combinations(n: int, k: int) -> list[list[int]]:
    """All subsets of {1, ..., n} with k members."""
    subsets: list[list[int]] = []
    chosen: list[int] = []

    def extend(smallest: int) -> None:
        missing = k - len(chosen)
        if missing == 0:
            subsets.append(chosen.copy())
            return
        for number in range(smallest, n - missing + 2):
            chosen.append(number)
            extend(number + 1)
            chosen.pop()

    extend(1)
    return subsets
