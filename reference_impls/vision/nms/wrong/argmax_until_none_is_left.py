# slip: argmax-of-nothing
import numpy as np

def nms(boxes, scores, iou_threshold):
    s = scores.astype(float).copy()
    keep = []
    while True:
        i = int(np.argmax(s))
        if s[i] == -np.inf:
            return keep
        keep.append(i)
        tl = np.maximum(boxes[i, :2], boxes[:, :2])
        br = np.minimum(boxes[i, 2:], boxes[:, 2:])
        inter = np.maximum(br - tl, 0).prod(1)
        size = (boxes[:, 2:] - boxes[:, :2]).prod(1)
        iou = inter / (size + size[i] - inter)
        s[iou > iou_threshold] = -np.inf
        s[i] = -np.inf
