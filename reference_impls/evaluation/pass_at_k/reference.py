"""pass@k from n samples, without bias (Chen et al. 2021, Codex, arXiv:2107.03374, eq. 1 and figure 3).

    pass@k = 1 - C(n-c, k) / C(n, k) = 1 - Π_{i = n-c+1}^{n} (1 - k/i)

Of the C(n, k) ways to choose k of the samples, C(n-c, k) hold no correct one: the share of the others is the mean over all
subsets of size k, which 1 - (1 - c/n)^k, as if drawn with replacement, is not. Binomials of n = 10^4 have thousands of digits,
far beyond a float; in their ratio nearly all factors cancel. Where fewer
than k samples are wrong, the product holds the factor of i = k, which is 0.

n: samples of one task, c of them pass the tests, 0 <= c <= n; k: 1 <= k <= n. Returns: a float in [0, 1].
"""


def pass_at_k(n: int, c: int, k: int) -> float:
    """One minus the chance that k of the n samples, drawn without replacement, are all wrong."""
    if n - c < k:
        return 1.0  # some that pass are among any k
    all_wrong = 1.0
    for i in range(n - c + 1, n + 1):
        all_wrong *= 1 - k / i
    return 1 - all_wrong
