# slip: places-in-the-order
import numpy as np


def nms(boxes, scores, iou_threshold):
    b = boxes[np.argsort(-scores)]
    area = np.prod(b[:, 2:] - b[:, :2], axis=1)
    keep = []
    for i in range(len(b)):
        ok = True
        for j in keep:
            s = np.clip(np.minimum(b[i, 2:], b[j, 2:]) - np.maximum(b[i, :2], b[j, :2]), 0, None).prod()
            ok = ok and s / (area[i] + area[j] - s) <= iou_threshold
        if ok:
            keep.append(i)
    return keep
