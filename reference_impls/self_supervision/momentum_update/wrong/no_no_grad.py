# slip: without-no-grad
def momentum_update(online, target, m=0.996):
    for o, t in zip(online.parameters(), target.parameters()):
        t.mul_(m).add_((1 - m) * o)
    for o, t in zip(online.buffers(), target.buffers()):
        t.copy_(o)
