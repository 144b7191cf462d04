# problem: nms
# expect: fail
import torch


def nms_pytorch(P: torch.Tensor, thresh_iou: float):
    x1, y1 = P[:, 0], P[:, 1]
    x2, y2 = P[:, 2], P[:, 3]
    scores = P[:, 4]
    areas = (x2 - x1) * (y2 - y1)
    order, keep = scores.argsort(), []
    while len(order):
        best, order = order[-1], order[:-1]
        keep.append(best.item())
        wide = (torch.minimum(x2[order], x2[best]) - torch.maximum(x1[order], x1[best])).clamp(min=0)
        high = (torch.minimum(y2[order], y2[best]) - torch.maximum(y1[order], y1[best])).clamp(min=0)
        shared = wide * high
        order = order[shared / (areas[order] + areas[best]) < thresh_iou]
    return keep
