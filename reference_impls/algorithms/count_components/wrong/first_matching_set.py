# slip: none
def count_components(n, edges):
    groups = []
    for a, b in edges:
        for group in groups:
            if a in group or b in group:
                group.update((a, b))
                break
        else:
            groups.append({a, b})
    covered = set().union(*groups)
    return len(groups) + n - len(covered)
