def gaussian_filter3(img):
    """Pure Python, indices clamped to the image."""
    rows = [[float(v) for v in row] for row in img]
    H, W = len(rows), len(rows[0])
    weights = ((1, 2, 1), (2, 4, 2), (1, 2, 1))
    result = []
    for y in range(H):
        line = []
        for x in range(W):
            acc = 0.0
            for dy in (-1, 0, 1):
                for dx in (-1, 0, 1):
                    yy = min(max(y + dy, 0), H - 1)
                    xx = min(max(x + dx, 0), W - 1)
                    acc += weights[dy + 1][dx + 1] * rows[yy][xx]
            line.append(acc / 16)
        result.append(line)
    return result
