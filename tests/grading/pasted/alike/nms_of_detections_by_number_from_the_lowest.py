# problem: nms
# expect: fail
def overlap(a, b):
    width = min(float(a[2]), float(b[2])) - max(float(a[0]), float(b[0]))
    height = min(float(a[3]), float(b[3])) - max(float(a[1]), float(b[1]))
    if width <= 0 or height <= 0:
        return 0.0
    both = width * height
    one = float((a[2] - a[0]) * (a[3] - a[1]))
    two = float((b[2] - b[0]) * (b[3] - b[1]))
    return both / (one + two - both)


def suppress(detections, iou_threshold):
    order = sorted(range(len(detections)), key=lambda i: float(detections[i]["score"]))
    kept = []
    for i in order:
        if all(overlap(detections[i]["box"], detections[j]["box"]) <= iou_threshold for j in kept):
            kept.append(i)
    return torch.tensor(kept, dtype=torch.long)
