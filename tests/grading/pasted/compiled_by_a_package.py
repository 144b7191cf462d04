# problem: pass-at-k
# not: which is not installed here
from numba import float64, int64, jit, njit
from tqdm.auto import tqdm


@njit(float64(int64, int64), fastmath=True)
def fails(n, i):
    return 1.0 - i / n


@jit
def chance(n, c, k):
    if n - c < k:
        return 1.0
    none = 1.0
    for i in tqdm(range(n - c + 1, n + 1), leave=False):
        none *= fails(i, k)
    return 1.0 - none
