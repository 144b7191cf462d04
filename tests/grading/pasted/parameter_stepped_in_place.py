# problem: adamw-step
# says: it is given a copy, and that is graded
@torch.no_grad()
def adamw_update(param, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    param.mul_(1 - lr * weight_decay)
    m.lerp_(grad, 1 - beta1)
    v.mul_(beta2).addcmul_(grad, grad, value=1 - beta2)
    scale = (v / (1 - beta2**t)).sqrt() + eps
    param.addcdiv_(m, scale, value=-lr / (1 - beta1**t))
