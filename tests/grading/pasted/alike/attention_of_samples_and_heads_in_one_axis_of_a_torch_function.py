# problem: causal-attention
# says: samples and heads in one axis
class Causal(torch.autograd.Function):
    @staticmethod
    def forward(ctx, Q, K, V):
        batch, rows, d = Q.shape
        scores = Q @ K.mT / d**0.5
        hidden = torch.ones(rows, K.shape[1], dtype=torch.bool).triu(1 + K.shape[1] - rows)
        weights = scores.masked_fill(hidden, float("-inf")).softmax(-1)
        ctx.save_for_backward(Q, K, V, weights)
        return weights @ V

    @staticmethod
    def backward(ctx, dout):
        Q, K, V, weights = ctx.saved_tensors
        dweights = dout @ V.mT
        dscores = weights * (dweights - (weights * dweights).sum(-1, keepdim=True)) / Q.shape[-1] ** 0.5
        return dscores @ K, dscores.mT @ Q, weights.mT @ dout
