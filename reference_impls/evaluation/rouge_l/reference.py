"""ROUGE-L: the longest common subsequence of two sentences as an F-measure (Lin 2004, ROUGE: A Package for Automatic Evaluation
of Summaries, section 3.1, eqs. 2 to 4 with β = 1).

    R = L / |reference|,   P = L / |candidate|,   F1 = 2 P R / (P + R)

L is the length of the longest sequence of tokens that both have in this order, gaps allowed. On prefixes a_1..a_i, b_1..b_j

    L(i, j) = L(i-1, j-1) + 1   if a_i = b_j,   else   max( L(i-1, j), L(i, j-1) )

O(|a| |b|) time; one row of the table is enough.

candidate, reference: lists of tokens. Returns: a float in [0, 1]; 0 where either is empty or nothing is common.
"""

from collections.abc import Sequence


def rouge_l(candidate: Sequence[str | int], reference: Sequence[str | int]) -> float:
    """F1 of the longest common subsequence."""
    common = lcs_length(candidate, reference)
    if common == 0:
        return 0.0
    precision, recall = common / len(candidate), common / len(reference)
    return f1_score(precision, recall)


def f1_score(precision: float, recall: float) -> float:
    """Their harmonic mean."""
    return 2 * precision * recall / (precision + recall)


def lcs_length(a: Sequence[str | int], b: Sequence[str | int]) -> int:
    """The length of a longest common subsequence."""
    above = [0] * (len(b) + 1)  # L(i-1, ·)
    for x in a:
        row = [0]  # L(i, ·)
        for j, y in enumerate(b, start=1):
            row.append(above[j - 1] + 1 if x == y else max(above[j], row[j - 1]))
        above = row
    return above[-1]
