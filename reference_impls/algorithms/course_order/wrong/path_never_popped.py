# slip: path-of-distinct-pairs-never-left
def course_order(n, prereqs):
    """Wrong for n=4, prereqs=[(0, 1), (0, 2), (1, 3), (2, 3)] (a diamond): returns [] although [3, 1, 2, 0] works.

    Chains, isolated courses and true cycles come out right, and the diamond, too, if 3 is its top and 0 its bottom."""
    needs = [[] for _ in range(n)]
    for course, needed in prereqs:
        if needed not in needs[course]:
            needs[course].append(needed)

    done = set()
    order = []
    for root in range(n):
        if root in done:
            continue
        on_path = {root}
        stack = [(root, 0)]
        while stack:
            node, i = stack.pop()
            if i < len(needs[node]):
                stack.append((node, i + 1))
                nb = needs[node][i]
                if nb in on_path:
                    return []
                if nb not in done:
                    on_path.add(nb)
                    stack.append((nb, 0))
            else:
                done.add(node)
                order.append(node)
    return order
