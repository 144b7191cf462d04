# problem: linear-attention
# says: your causal_linear_attention is called where causal is true
# not: others may be meant
def phi(x):
    return F.elu(x) + 1


def linear_attention(q, k, v, eps=1e-6):
    q, k = phi(q), phi(k)
    return q @ (k.mT @ v) / (q @ k.sum(-2, keepdim=True).mT + eps)


def causal_linear_attention(q, k, v, eps=1e-6):
    q, k = phi(q), phi(k)
    sums = (k.unsqueeze(-1) * v.unsqueeze(-2)).cumsum(-3)
    return (q.unsqueeze(-2) @ sums).squeeze(-2) / ((q * k.cumsum(-2)).sum(-1, keepdim=True) + eps)
