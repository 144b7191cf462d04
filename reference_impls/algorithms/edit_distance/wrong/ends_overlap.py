# slip: common-ends-overlap
"""a = 'aa', b = 'aaa' gives 0 instead of 1."""


def edit_distance(a, b):
    # trimming first: memory is one row of the rest of b
    limit = min(len(a), len(b))
    p = 0
    while p < limit and a[p] == b[p]:
        p += 1
    s = 0
    while s < limit and a[-1 - s] == b[-1 - s]:
        s += 1
    a, b = a[p:len(a) - s], b[p:len(b) - s]
    prev = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        cur = [i]
        for j, y in enumerate(b, 1):
            cur.append(min(prev[j] + 1, cur[-1] + 1, prev[j - 1] + (x != y)))
        prev = cur
    return prev[-1]
