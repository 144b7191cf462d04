# slip: negative-not-cut
import numpy as np


def nms(boxes, scores, iou_threshold):
    x1, y1, x2, y2 = boxes.T
    areas = (x2 - x1) * (y2 - y1)
    order = np.argsort(-scores)
    keep = []
    while order.size > 0:
        i, r = order[0], order[1:]
        keep.append(int(i))
        inter = (np.minimum(x2[i], x2[r]) - np.maximum(x1[i], x1[r])) * (np.minimum(y2[i], y2[r]) - np.maximum(y1[i], y1[r]))
        order = r[inter / (areas[i] + areas[r] - inter) <= iou_threshold]
    return keep
