# slip: boxes
import numpy as np


def nms(boxes, scores, iou_threshold):
    area = np.prod(boxes[:, 2:] - boxes[:, :2], axis=1)
    keep = []
    for i in np.argsort(-scores):
        ok = True
        for j in keep:
            s = np.clip(np.minimum(boxes[i, 2:], boxes[j, 2:]) - np.maximum(boxes[i, :2], boxes[j, :2]), 0, None).prod()
            ok = ok and s / (area[i] + area[j] - s) <= iou_threshold
        if ok:
            keep.append(i)
    return boxes[keep]
