# problem: nms
# says: your code returns 2 results: the first one is graded
def non_max_suppression(boxes, scores, threshold):
    left, top, right, bottom = boxes.T
    areas = (right - left) * (bottom - top)
    order, keep = np.argsort(-scores, kind="stable"), []
    while order.size:
        best, rest = order[0], order[1:]
        keep.append(int(best))
        width = np.maximum(0, np.minimum(right[best], right[rest]) - np.maximum(left[best], left[rest]))
        height = np.maximum(0, np.minimum(bottom[best], bottom[rest]) - np.maximum(top[best], top[rest]))
        shared = width * height
        union = areas[best] + areas[rest] - shared
        iou = np.divide(shared, union, out=np.zeros_like(shared, dtype=float), where=union > 0)
        order = rest[iou <= threshold]
    return keep, scores[keep]
