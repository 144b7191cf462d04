# slip: sorted-indices
import numpy as np


def nms(boxes, scores, iou_threshold):
    area = np.prod(boxes[:, 2:] - boxes[:, :2], axis=1)
    alive = np.ones(len(boxes), bool)
    order = np.argsort(-scores)
    for n, i in enumerate(order):
        if not alive[i]:
            continue
        for j in order[n + 1:]:
            s = np.clip(np.minimum(boxes[i, 2:], boxes[j, 2:]) - np.maximum(boxes[i, :2], boxes[j, :2]), 0, None).prod()
            if s / (area[i] + area[j] - s) > iou_threshold:
                alive[j] = False
    return np.flatnonzero(alive)
