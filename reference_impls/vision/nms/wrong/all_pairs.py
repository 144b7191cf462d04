# slip: dropped-boxes-drop-others
import torch


def nms(boxes, scores, iou_threshold):
    boxes, scores = torch.as_tensor(boxes), torch.as_tensor(scores)
    order = scores.argsort(descending=True)
    b = boxes[order]
    inter = (torch.min(b[:, None, 2:], b[:, 2:]) - torch.max(b[:, None, :2], b[:, :2])).clamp(min=0).prod(-1)
    area = (b[:, 2:] - b[:, :2]).prod(-1)
    iou = (inter / (area[:, None] + area - inter)).triu(1)
    return order[~(iou > iou_threshold).any(0)]
