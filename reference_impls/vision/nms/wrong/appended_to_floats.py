# slip: indices-as-floats
import numpy as np


def nms(boxes, scores, iou_threshold):
    """An empty array is one of floats, and so is all that is appended to it."""
    x1, y1, x2, y2 = boxes.T
    area = (x2 - x1) * (y2 - y1)
    keep, order = np.array([]), np.argsort(scores)[::-1]
    while order.size:
        i, order = order[0], order[1:]
        keep = np.append(keep, i)
        w = np.clip(np.minimum(x2[i], x2[order]) - np.maximum(x1[i], x1[order]), 0, None)
        h = np.clip(np.minimum(y2[i], y2[order]) - np.maximum(y1[i], y1[order]), 0, None)
        inter = w * h
        order = order[inter / (area[i] + area[order] - inter) <= iou_threshold]
    return keep
