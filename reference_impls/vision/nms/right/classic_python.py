import numpy as np


def nms(dets_boxes, scores, thresh):
    """Names as in the file that most detectors copied, without its + 1."""
    x1, y1, x2, y2 = dets_boxes[:, 0], dets_boxes[:, 1], dets_boxes[:, 2], dets_boxes[:, 3]
    areas = (x2 - x1) * (y2 - y1)
    order = scores.argsort()[::-1]
    keep = []
    while order.size > 0:
        i = order[0]
        keep.append(i)
        xx1 = np.maximum(x1[i], x1[order[1:]])
        yy1 = np.maximum(y1[i], y1[order[1:]])
        xx2 = np.minimum(x2[i], x2[order[1:]])
        yy2 = np.minimum(y2[i], y2[order[1:]])
        inter = np.maximum(0.0, xx2 - xx1) * np.maximum(0.0, yy2 - yy1)
        ovr = inter / (areas[i] + areas[order[1:]] - inter)
        inds = np.where(ovr <= thresh)[0]
        order = order[inds + 1]
    return keep


_nms = nms


def nms(boxes, scores, iou_threshold):
    return _nms(boxes, scores, iou_threshold)
