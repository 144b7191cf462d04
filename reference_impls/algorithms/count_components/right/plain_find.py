class Solution:
    def count_components(self, n: int, edges) -> int:
        parent = [i for i in range(n)]

        def find(x):
            if parent[x] != x:
                parent[x] = find(parent[x])
            return parent[x]

        for a, b in edges:
            parent[find(a)] = find(b)
        return len({find(x) for x in range(n)})
