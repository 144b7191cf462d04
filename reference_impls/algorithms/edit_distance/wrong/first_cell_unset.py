# slip: free-first-column-but-for-the-empty
"""a = 'xab', b = 'ab' gives 0 instead of 1."""


def edit_distance(a, b):
    # two rows, O(len(b)) memory
    n = len(b)
    if not a or not b:
        return max(len(a), len(b))
    prev = list(range(n + 1))
    for i in range(1, len(a) + 1):
        cur = [0] * (n + 1)
        for j in range(1, n + 1):
            if a[i - 1] == b[j - 1]:
                cur[j] = prev[j - 1]
            else:
                cur[j] = 1 + min(prev[j - 1], prev[j], cur[j - 1])
        prev = cur
    return prev[n]
