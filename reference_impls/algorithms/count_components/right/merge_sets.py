def count_components(n, edges):
    groups = {i: [i] for i in range(n)}
    for a, b in edges:
        ga, gb = groups[a], groups[b]
        if ga is gb:
            continue
        if len(ga) < len(gb):
            ga, gb = gb, ga
        ga.extend(gb)
        for x in gb:
            groups[x] = ga
    return len({id(g) for g in groups.values()})
