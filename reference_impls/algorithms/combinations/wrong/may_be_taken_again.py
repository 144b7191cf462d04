# slip: with-repetition-unless-too-large
# the recursion goes on with i instead of i + 1, so that a number may be taken again
# differs: n=2, k=2 -> [[1, 2]] expected, gives [[1, 1], [1, 2], [2, 2]]


def combinations(n, k):
    out = []

    def dfs(i, chosen):
        if len(chosen) == k:
            out.append(chosen)
            return
        for j in range(i, n + 1):
            dfs(j, chosen + [j])

    if k > n:
        return out
    dfs(1, [])
    return out
