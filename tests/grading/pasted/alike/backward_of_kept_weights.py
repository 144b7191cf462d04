# problem: attention-backward
# expect: invalid
# says: Your code also needs kept_weights, which the problem doesn't give
def attention_backward(grad_output, Q, K, V, kept_weights):
    grad_V = torch.matmul(kept_weights.transpose(-2, -1), grad_output)
    grad_attn = torch.matmul(grad_output, V.transpose(-2, -1))
    grad_scores = kept_weights * (grad_attn - (grad_attn * kept_weights).sum(dim=-1, keepdim=True))
    d_k = Q.size(-1)
    grad_Q = torch.matmul(grad_scores, K) / math.sqrt(d_k)
    grad_K = torch.matmul(grad_scores.transpose(-2, -1), Q) / math.sqrt(d_k)
    return grad_Q, grad_K, grad_V
