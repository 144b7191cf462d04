def huber_loss(pred, target, delta=1.0):
    total, count = 0.0, 0
    for p, t in zip(pred.flatten(), target.flatten()):
        e = p - t
        if e > delta:
            total = total + delta * (e - delta / 2)
        elif e < -delta:
            total = total - delta * (e + delta / 2)
        else:
            total = total + e ** 2 / 2
        count += 1
    return total / count
