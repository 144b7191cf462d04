# problem: nms
# says: scores of the problem is given as the last column of your dets
def nms(dets, thresh):
    x1, y1, x2, y2, scores = dets.T
    areas, order, keep = (x2 - x1) * (y2 - y1), scores.argsort()[::-1], []
    while order.size:
        i, rest = order[0], order[1:]
        keep.append(i)
        w = np.maximum(0, np.minimum(x2[i], x2[rest]) - np.maximum(x1[i], x1[rest]))
        h = np.maximum(0, np.minimum(y2[i], y2[rest]) - np.maximum(y1[i], y1[rest]))
        order = rest[w * h / (areas[i] + areas[rest] - w * h) <= thresh]
    return keep
