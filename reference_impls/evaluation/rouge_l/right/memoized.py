from functools import lru_cache


def rouge_l(pred, target):
    @lru_cache(None)
    def lcs(i, j):
        if i == len(pred) or j == len(target):
            return 0
        if pred[i] == target[j]:
            return 1 + lcs(i + 1, j + 1)
        return max(lcs(i + 1, j), lcs(i, j + 1))

    total = len(pred) + len(target)
    return 2 * lcs(0, 0) / total if total else 0
