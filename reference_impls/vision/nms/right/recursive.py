import numpy as np


def nms(boxes, scores, iou_threshold):
    def go(ids):
        if not ids:
            return []
        i, *rest = ids
        a = boxes[i]
        left = []
        for j in rest:
            b = boxes[j]
            side = np.clip(np.minimum(a[2:], b[2:]) - np.maximum(a[:2], b[:2]), 0, None)
            inter = float(side[0] * side[1])
            union = float(np.prod(a[2:] - a[:2]) + np.prod(b[2:] - b[:2])) - inter
            if inter / union <= iou_threshold:
                left.append(j)
        return [i] + go(left)

    return go(np.argsort(-np.asarray(scores)).tolist())
