def count_components(n, edges):
    lab = list(range(n))
    for a, b in edges:
        x, y = lab[a], lab[b]
        if x != y:
            lab = [y if l == x else l for l in lab]
    return len(set(lab))
