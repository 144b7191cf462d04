# problem: nms
# expect: invalid
# says: uses book, which the file neither defines nor imports
def nms(boxes, scores, iou_threshold):
    order = torch.argsort(scores, dim=-1, descending=True)
    kept = []
    while order.numel() > 0:
        kept.append(order[0])
        order = order[1:]
    return book.tensor(kept)
