# slip: zero-for-no-parent
# input: n=3, edges (0,1), (1,2), (0,2): the last edge closes a cycle yet merges again; gives 0, right is 1


def count_components(n, edges):
    parent = [0] * n  # 0: no parent yet

    def find(x):
        while parent[x]:
            x = parent[x]
        return x

    count = n
    for u, v in edges:
        u, v = find(u), find(v)
        if u != v:
            parent[max(u, v)] = min(u, v)
            count -= 1
    return count
