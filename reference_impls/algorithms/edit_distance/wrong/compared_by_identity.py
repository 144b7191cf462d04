# slip: characters-by-identity
def edit_distance(a, b):
    memo = {}

    def step(i, j):
        if (i, j) not in memo:
            if min(i, j) == 0:
                memo[i, j] = max(i, j)
            else:
                kept = step(i - 1, j - 1) + (0 if a[i - 1] is b[j - 1] else 1)
                memo[i, j] = min(kept, step(i - 1, j) + 1, step(i, j - 1) + 1)
        return memo[i, j]

    return step(len(a), len(b))
