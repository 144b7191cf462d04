# slip: next-after-start
def combinations(n, k):
    out = []

    def helper(start, cur):
        if len(cur) == k:
            out.append(cur[:])
            return
        for i in range(start, n + 1):
            cur.append(i)
            helper(start + 1, cur)
            cur.pop()

    helper(1, [])
    return out
