import torch


def _nll_grad(log_prob, target, weight_sum, ignore_index):
    grad_output = torch.zeros_like(log_prob)
    mask = target.ne(ignore_index)
    index = target.masked_fill(~mask, 0).unsqueeze(1)
    grad_output.scatter_(1, index, -1.0 / float(weight_sum))
    return grad_output * mask.unsqueeze(1)


def softmax_cross_entropy_backward(logits, targets, ignore_index=-100):
    """Two kernels in turn, as the library has them: the mean's, then that of log_softmax, g - softmax * sum(g)."""
    log_prob = torch.log_softmax(logits, dim=-1)
    g = _nll_grad(log_prob, targets, (targets != ignore_index).sum(), ignore_index)
    return g - log_prob.exp() * g.sum(-1, keepdim=True)
