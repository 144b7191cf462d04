def count_components(n, edges):
    groups = [{i} for i in range(n)]
    for a, b in edges:
        hit = [g for g in groups if a in g or b in g]
        groups = [g for g in groups if not (a in g or b in g)]
        groups.append(set().union(*hit))
    return len(groups)
