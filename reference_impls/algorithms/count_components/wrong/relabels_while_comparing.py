# slip: compares-with-what-it-changes
# input: n=4, edges [(1, 0), (2, 3), (0, 2)] -> 2 instead of 1
def count_components(n, edges):
    label = list(range(n))
    for a, b in edges:
        if label[a] != label[b]:
            for i in range(n):
                if label[i] == label[a]:
                    label[i] = label[b]
    return len(set(label))
