# slip: none
def count_components(n, edges):
    label = list(range(n))
    for _ in range(2):
        for a, b in edges:
            label[a] = label[b] = min(label[a], label[b])
    return len(set(label))
