# slip: last-node-left-out
def count_components(n, edges):
    g = [[] for _ in range(n)]
    for a, b in edges:
        g[a].append(b)
        g[b].append(a)
    seen = set()
    c = 0
    for i in range(n - 1):
        if i not in seen:
            c += 1
            st = [i]
            while st:
                x = st.pop()
                if x not in seen:
                    seen.add(x)
                    st.extend(g[x])
    return c
