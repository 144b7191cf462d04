# problem: nms
# expect: fail
# says: changes its argument boxes in place
import numpy as np
def py_cpu_nms(dets, thresh):
    dets[:, 2] -= dets[:, 0]
    dets[:, 3] -= dets[:, 1]
    x1 = dets[:, 0]; y1 = dets[:, 1]; w = dets[:, 2]; h = dets[:, 3]
    scores = dets[:, 4]
    order = scores.argsort()[::-1]
    keep = []
    while order.size > 0:
        i = order[0]
        keep.append(int(i))
        rest = order[1:]
        iw = np.maximum(0.0, np.minimum(x1[i] + w[i], x1[rest] + w[rest]) - np.maximum(x1[i], x1[rest]))
        ih = np.maximum(0.0, np.minimum(y1[i] + h[i], y1[rest] + h[rest]) - np.maximum(y1[i], y1[rest]))
        inter = iw * ih
        iou = inter / (w[i] * h[i] + w[rest] * h[rest] - inter)
        order = rest[iou <= thresh]
    return keep
