def kmeans(x, centers, iters=100):
    points = [list(map(float, p)) for p in x]
    centres = [list(map(float, c)) for c in centers]
    labels = [-1] * len(points)
    for _ in range(iters):
        changed = False
        for i, p in enumerate(points):
            best, best_d = 0, float("inf")
            for k, c in enumerate(centres):
                d = sum((a - b) ** 2 for a, b in zip(p, c))
                if d < best_d:
                    best, best_d = k, d
            if labels[i] != best:
                labels[i] = best
                changed = True
        if not changed:
            break
        for k in range(len(centres)):
            mine = [p for p, l in zip(points, labels) if l == k]
            if mine:
                centres[k] = [sum(column) / len(mine) for column in zip(*mine)]
    return centres, labels
