# slip: nothing-written
def momentum_update(online, target, m=0.996):
    for o, t in zip(online.parameters(), target.parameters()):
        t = m * t.detach() + (1 - m) * o.detach()
    for o, t in zip(online.buffers(), target.buffers()):
        t.copy_(o)
