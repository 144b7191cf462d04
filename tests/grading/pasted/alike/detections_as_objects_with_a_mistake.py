# problem: nms
# expect: fail
# says: Your code keeps the boxes that overlap and drops the others
def non_max_suppression(detections, iou_thresh):
    boxes = np.array([d.box for d in detections]).reshape(-1, 4)
    scores = np.array([d.score for d in detections])
    order = scores.argsort()[::-1]
    keep = []
    while order.size:
        i, order = order[0], order[1:]
        keep.append(int(i))
        x1 = np.maximum(boxes[i, 0], boxes[order, 0]); y1 = np.maximum(boxes[i, 1], boxes[order, 1])
        x2 = np.minimum(boxes[i, 2], boxes[order, 2]); y2 = np.minimum(boxes[i, 3], boxes[order, 3])
        inter = np.clip(x2 - x1, 0, None) * np.clip(y2 - y1, 0, None)
        area = lambda b: (b[..., 2] - b[..., 0]) * (b[..., 3] - b[..., 1])
        iou = inter / (area(boxes[i]) + area(boxes[order]) - inter)
        order = order[iou > iou_thresh]
    return keep
