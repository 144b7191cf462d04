# slip: over-the-smaller-area
import numpy as np


def nms(boxes, scores, iou_threshold):
    area = np.prod(boxes[:, 2:] - boxes[:, :2], axis=1)
    order = list(np.argsort(-scores))
    keep = []
    while order:
        i = order.pop(0)
        keep.append(int(i))
        rest = []
        for j in order:
            s = np.clip(np.minimum(boxes[i, 2:], boxes[j, 2:]) - np.maximum(boxes[i, :2], boxes[j, :2]), 0, None).prod()
            if s / min(area[i], area[j]) <= iou_threshold:
                rest.append(j)
        order = rest
    return keep
