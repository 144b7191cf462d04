# slip: whether-possible
def course_order(n, prereqs):
    g = [[] for _ in range(n)]
    for a, b in prereqs: g[a].append(b)
    st = [0] * n
    def ok(x):
        if st[x] == 1: return False
        if st[x] == 2: return True
        st[x] = 1
        r = all(ok(y) for y in g[x])
        st[x] = 2
        return r
    return all(ok(i) for i in range(n))
