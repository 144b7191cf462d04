import numpy as np


def nms(boxes, scores, iou_threshold):
    n = len(scores)
    suppressed = np.zeros(n, dtype=bool)
    keep = []
    for _ in range(n):
        masked = np.where(suppressed, -np.inf, scores)
        if suppressed.all():
            break
        i = int(masked.argmax())
        keep.append(i)
        suppressed[i] = True
        for j in range(n):
            if suppressed[j]:
                continue
            w = max(0, min(boxes[i, 2], boxes[j, 2]) - max(boxes[i, 0], boxes[j, 0]))
            h = max(0, min(boxes[i, 3], boxes[j, 3]) - max(boxes[i, 1], boxes[j, 1]))
            si = (boxes[i, 2] - boxes[i, 0]) * (boxes[i, 3] - boxes[i, 1])
            sj = (boxes[j, 2] - boxes[j, 0]) * (boxes[j, 3] - boxes[j, 1])
            if w * h > iou_threshold * (si + sj - w * h):
                suppressed[j] = True
    return np.array(keep, dtype=np.int64)
