# problem: adamw-step
# says: your m, v and t are kept in state
def adamw(param, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    with torch.no_grad():
        m = beta1 * m + (1 - beta1) * grad
        v = beta2 * v + (1 - beta2) * grad**2
        mh = m / (1 - beta1 ** t); vh = v / (1 - beta2 ** t)
        return param - lr * (mh / (vh.sqrt() + eps) + weight_decay * param), (m, v)
